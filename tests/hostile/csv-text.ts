/** A table as plain CSV: every cell in quotes, nothing defused, as a careless or hostile programme writes it. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`).join("");
}
