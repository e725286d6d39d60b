import { useId } from "react";
import { useWords } from "../words-context.tsx";
import { type Cell, cellText, type DataTable, toCsv } from "./data-table.ts";

/** Hands the file to the browser; it is made here and fetched from nowhere. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Names may stand twice, codes and numbers beside them do not. */
const rowKey = (cells: readonly Cell[]): string =>
  cells
    .slice(0, 4)
    .map((cell) => (typeof cell === "object" ? JSON.stringify(cell) : cell))
    .join("|");

/** What the census calls its categories is English in every locale, and is to be read out so. */
const langOf = (cell: Cell | undefined): "en" | undefined =>
  typeof cell === "object" && "english" in cell ? "en" : undefined;

/** A table with its file. Scrolls by itself sideways on a narrow screen, by keyboard as well. */
export function DataTableView(props: {
  readonly table: DataTable;
  /** What its file holds where the screen shows only the first lines. */
  readonly whole?: DataTable;
}) {
  const { table, whole = table } = props;
  const words = useWords();
  const id = useId();
  const shown = table.columns.flatMap((column, i) => (column.onlyInFile === true ? [] : [{ ...column, i }]));
  return (
    <div className="data-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" aria-labelledby={id} tabIndex={0}>
        <table>
          <caption id={id}>{table.caption}</caption>
          <thead>
            <tr>
              {shown.map(({ label, kind }) => (
                <th key={label} scope="col" className={kind === "text" ? undefined : "numeric"}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells) => (
              <tr key={rowKey(cells)}>
                {shown.map(({ label, kind, i }) =>
                  i === 0 ? (
                    <th key={label} scope="row" lang={langOf(cells[i])}>
                      {cellText(words, kind, cells[i] ?? "")}
                    </th>
                  ) : (
                    <td key={label} className={kind === "text" ? undefined : "numeric"}>
                      {cellText(words, kind, cells[i] ?? "")}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <button
        type="button"
        className="link-button no-print"
        onClick={() => save(`${table.file}.csv`, toCsv(whole, words.t("equity.note"), words.t("equity.downloadNote")))}
      >
        {words.t("equity.download")}
        <span className="visually-hidden">: {table.caption}</span>
      </button>
    </div>
  );
}
