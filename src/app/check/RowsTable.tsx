import { useWords } from "../words-context.tsx";
import type { RowOutcome, ShownIssue, ShownRow } from "./check-protocol.ts";

interface RowsTableProps {
  readonly outcome: RowOutcome;
  /** The first rows of this outcome. */
  readonly rows: readonly ShownRow[];
  /** How many there are of it in the file. */
  readonly count: number;
}

const NO_ISSUE: readonly (ShownIssue | null)[] = [null];

/** Rows of one outcome: one line an issue, with what was found and what to type. */
export function RowsTable({ outcome, rows, count }: RowsTableProps) {
  const words = useWords();
  const quiet = outcome === "accepted";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="check-scroll" aria-labelledby="check-table" tabIndex={0}>
      <table>
        <caption id="check-table">
          {words.t(`check.filter.${outcome}`)}:{" "}
          {rows.length < count
            ? words.t("check.firstOf", { shown: words.number(rows.length), count: words.number(count) })
            : words.t("check.rowsCount", { count })}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="numeric">
              {words.t("check.row")}
            </th>
            <th scope="col">{words.t("check.name")}</th>
            {!quiet && (
              <>
                <th scope="col">{words.t("check.column")}</th>
                <th scope="col">{words.t("check.foundWords")}</th>
                <th scope="col">{words.t("check.message")}</th>
                <th scope="col">{words.t("check.remedy")}</th>
              </>
            )}
          </tr>
        </thead>
        {rows.map(({ row, name, issues }) => (
          <tbody key={row}>
            {(issues.length === 0 ? NO_ISSUE : issues).map((issue, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand twice in a row
              <tr key={i}>
                {i === 0 && (
                  <>
                    <th scope="rowgroup" rowSpan={Math.max(1, issues.length)} className="numeric">
                      {words.number(row)}
                    </th>
                    <td rowSpan={Math.max(1, issues.length)}>
                      <bdi>{name === "" ? words.t("check.noName") : name}</bdi>
                    </td>
                  </>
                )}
                {!quiet && issue !== null && (
                  <>
                    <td>{issue.column !== null && <bdi>{issue.column}</bdi>}</td>
                    <td className="check-found">
                      <bdi>{issue.found}</bdi>
                    </td>
                    <td>
                      <strong>{words.t(`check.outcome.${issue.outcome}`)}</strong> {issue.message}
                    </td>
                    <td>{issue.remedy}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
