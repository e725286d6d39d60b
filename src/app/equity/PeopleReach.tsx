import { useEffect, useMemo, useState } from "react";
import type { ReachLine } from "../../equity/reach.ts";
import { reachOfPeople } from "../../equity/reach-of-people.ts";
import { shownCount } from "../../equity/small-counts.ts";
import type { CensusFile } from "../../services/census-table.ts";
import type { LsoaTable } from "../../services/lsoa-table.ts";
import { loadAreas } from "../map/use-areas.ts";
import { loadAreaFile } from "../state/area-files.ts";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import { DataTableView } from "./DataTableView.tsx";
import { reachTable, wholeName } from "./reach-tables.ts";
import type { EquityData } from "./use-equity-data.ts";

/** Tables that the census publishes LSOA by LSOA. A single language is known by borough only and is not among them. */
const TOPICS = ["disability", "religion", "ethnicity", "language"] as const;

type Files =
  | { readonly status: "loading" }
  | { readonly status: "failed" }
  | { readonly status: "ready"; readonly all: LsoaTable; readonly files: readonly CensusFile[] };

/**
 * Lines of reach among each category of the tables; one with fewer than 10 people in all is left out. The files are in
 * the order of `all`, the whole table of LSOAs, of which `table` may be a part.
 */
export function peopleLines(
  table: LsoaTable,
  all: LsoaTable,
  analysis: Analysis,
  files: readonly CensusFile[],
): readonly ReachLine[] {
  const rows = table.codes.map((code) => all.rowOf(code));
  const tables = files.flatMap((file) => Object.values(file.tables));
  return tables.flatMap(({ title, categories }) =>
    categories.flatMap(({ name, counts }) => {
      const people = rows.map((row) => counts[row] ?? 0);
      const reached = reachOfPeople(table, analysis.nearest, people);
      if (shownCount(reached.residents) === "under-10") return [];
      return [{ id: `${title}: ${name}`, all: reached, deprived: { residents: 0, within: [] } }];
    }),
  );
}

/** Reach among people whom the census counts where they live: disabled people, faiths, broad groups. */
export function PeopleReach(props: {
  readonly data: EquityData;
  readonly analysis: Analysis;
  readonly boroughName: (code: string) => string;
}) {
  const { data, analysis, boroughName } = props;
  const { table } = data;
  const words = useWords();
  const [state, setState] = useState<Files>({ status: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
  useEffect(() => {
    let current = true;
    Promise.all([
      loadAreas(),
      Promise.all(TOPICS.map((topic) => loadAreaFile<CensusFile>(`census/lsoas-${topic}`))),
    ]).then(
      ([all, files]) => current && setState({ status: "ready", all, files }),
      () => current && setState({ status: "failed" }),
    );
    return () => {
      current = false;
    };
  }, [attempt]);
  const lines = useMemo(
    () => (state.status === "ready" ? peopleLines(table, state.all, analysis, state.files) : []),
    [table, analysis, state],
  );
  if (state.status === "loading") return <p role="status">{words.t("equity.loading")}</p>;
  if (state.status === "failed") {
    return (
      <div role="alert">
        <p>{words.t("equity.needMissing")}</p>
        <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
          {words.t("equity.retry")}
        </button>
      </div>
    );
  }
  return (
    <>
      <p>{words.t("equity.peopleText")}</p>
      <DataTableView
        table={reachTable(
          words,
          "reach-by-people",
          words.t("equity.people"),
          [analysis.london, ...lines],
          (id) => (id === analysis.london.id ? wholeName(words, data.area, boroughName) : { english: id }),
          { deprived: false },
        )}
      />
    </>
  );
}
