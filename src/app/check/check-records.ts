import type { IntakeContext, IntakeSource } from "../../intake/context.ts";
import { mergeServices } from "../../intake/merge.ts";
import { withoutWhereabouts } from "../../intake/sensitive.ts";
import { takeIn } from "../../intake/take-in.ts";
import type { Issue } from "../../services/issue.ts";
import type { Service } from "../../services/service.ts";
import { type CheckSummary, type RowOutcome, SHOWN_ROWS, type ShownIssue, type ShownRow } from "./check-protocol.ts";

/** A file taken in: what would be published of it, and what is told to its owner. */
export type CheckedRecords =
  | { readonly status: "trouble"; readonly sentence: string }
  | {
      readonly status: "checked";
      readonly services: readonly Service[];
      /** In the order of the rows; what is about the whole file comes first. */
      readonly issues: readonly Issue[];
      readonly summary: Omit<CheckSummary, "lookedUp">;
    };

/** Faults named under "what comes up most". */
const COMMON = 8;

/**
 * Takes in one file as the data build would, and joins the rows of one service. Pure; `onRow` is told how many rows
 * are done; `nameOf` names a row that was not taken. Nothing that an issue quotes gives away where a sensitive service is.
 */
export function checkRecords(
  source: IntakeSource,
  bytes: Uint8Array,
  context: IntakeContext,
  onRow: (done: number, of: number) => void,
  nameOf: (row: number) => string = () => "",
): CheckedRecords {
  const taken = takeIn(source, bytes, context, { onRow });
  if (taken.trouble !== null) return { status: "trouble", sentence: taken.trouble };
  const merged = mergeServices(
    taken.services.map(({ service, row }) => ({ service, row, source: source.id, file: source.file, pool: "" })),
  );
  const issues = [...taken.issues, ...merged.issues]
    .map((issue) => {
      const secrets = issue.row === null ? undefined : merged.hidden.get(`${issue.source} ${issue.row}`);
      return secrets === undefined ? issue : { ...issue, found: withoutWhereabouts(issue.found, secrets) };
    })
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const names = new Map(taken.services.map(({ service, row }) => [row, service.name]));
  return {
    status: "checked",
    services: merged.services,
    issues,
    summary: {
      rows: taken.rows,
      ...summariseRows(issues, names, nameOf),
      services: merged.services.length,
      placed: merged.services.filter(({ locations }) => locations.some(({ point }) => point !== null)).length,
      sensitive: merged.services.filter(({ sensitive }) => sensitive).length,
      issues: issues.length,
      common: commonFaults(issues),
    },
  };
}

const shownIssue = ({ column, found, outcome, message, remedy }: Issue): ShownIssue => ({
  column,
  found,
  outcome,
  message,
  remedy,
});

function summariseRows(
  issues: readonly Issue[],
  names: ReadonlyMap<number, string>,
  nameOf: (row: number) => string,
): Pick<CheckSummary, "counts" | "wholeFile" | "shown"> {
  const byRow = new Map<number, Issue[]>();
  for (const row of names.keys()) byRow.set(row, []);
  for (const issue of issues) {
    if (issue.row === null) continue;
    const known = byRow.get(issue.row);
    if (known === undefined) byRow.set(issue.row, [issue]);
    else known.push(issue);
  }
  const counts = { accepted: 0, mended: 0, refused: 0 };
  const shown: Record<RowOutcome, ShownRow[]> = { accepted: [], mended: [], refused: [] };
  for (const [row, told] of [...byRow].sort(([a], [b]) => a - b)) {
    const taken = names.has(row);
    // A fault of the table's own (a row with too many cells) may be told of a row that gave nothing else.
    const outcome: RowOutcome = !taken ? "refused" : told.length > 0 ? "mended" : "accepted";
    counts[outcome]++;
    if (shown[outcome].length < SHOWN_ROWS) {
      shown[outcome].push({ row, name: names.get(row) ?? nameOf(row), issues: told.map(shownIssue) });
    }
  }
  return { counts, shown, wholeFile: issues.filter(({ row }) => row === null).map(shownIssue) };
}

function commonFaults(issues: readonly Issue[]): CheckSummary["common"] {
  const faults = new Map<string, { count: number; message: string }>();
  for (const { fault, message } of issues) {
    const known = faults.get(fault);
    if (known === undefined) faults.set(fault, { count: 1, message });
    else known.count++;
  }
  return [...faults]
    .map(([fault, told]) => ({ fault, ...told }))
    .sort((a, b) => b.count - a.count || (a.fault < b.fault ? -1 : 1))
    .slice(0, COMMON);
}
