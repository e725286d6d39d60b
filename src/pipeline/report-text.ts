import type { Issue } from "../services/issue.ts";
import { byFault, byFound, faultTitle, OUTCOME_WORDS } from "./report-groups.ts";

/** Wordings shown of one fault on a screen. */
const SHOWN = 8;
const WIDTH = 100;

function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${indent}${each}`).join("\n");
}

/** A source's own words on one line, without anything that a terminal would obey. */
export function onScreen(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return plain.length > 90 ? `${plain.slice(0, 89)}…` : plain;
}

function rowsOf(group: readonly Issue[]): string {
  const rows = group.flatMap(({ row }) => (row === null ? [] : [row]));
  if (rows.length === 0) return "";
  const more = rows.length > 6 ? ` and ${rows.length - 6} more` : "";
  return `${rows.length === 1 ? "row" : "rows"} ${rows.slice(0, 6).join(", ")}${more}`;
}

function section(issues: readonly Issue[]): string {
  const [first] = issues;
  if (first === undefined) return "";
  const column = first.column === null || first.row === null ? "" : ` in column "${onScreen(first.column)}"`;
  const same = new Set(issues.map(({ message }) => message)).size === 1;
  const groups = byFound(issues);
  const lines = groups.slice(0, SHOWN).map((group) => {
    const found = onScreen(group[0]?.found ?? "");
    const told = same ? "" : `${group[0]?.message ?? ""} `;
    return wrapped(
      [rowsOf(group), told + (found === "" ? "" : `"${found}"`)].filter((part) => part !== "").join(": "),
      "    ",
    );
  });
  const more = groups.length > SHOWN ? [`    … and ${groups.length - SHOWN} more`] : [];
  return [
    `${OUTCOME_WORDS[first.outcome]}: ${faultTitle(first.fault)}${column} (${issues.length})`,
    ...(same ? [wrapped(first.message, "  ")] : []),
    wrapped(`What to do: ${first.remedy}`, "  "),
    ...lines.filter((line) => line.trim() !== ""),
    ...more,
  ].join("\n");
}

/** The report on a source for a person at a terminal: what was found, what was done about it, what to type; worst first. */
export function reportText(issues: readonly Issue[]): string {
  if (issues.length === 0) return "Nothing to mend.";
  return byFault(issues)
    .map(([, group]) => section(group))
    .join("\n\n");
}
