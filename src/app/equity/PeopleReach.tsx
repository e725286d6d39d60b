import { useEffect, useMemo, useState } from "react";
import type { ReachLine } from "../../equity/reach.ts";
import { reachOfPeople, reachOfWiderPeople } from "../../equity/reach-of-people.ts";
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

/**
 * Tables that the census publishes LSOA by LSOA, then those of MSOAs. A single language is known by borough only and is
 * not among them.
 */
const FILES = ["lsoas-disability", "lsoas-religion", "lsoas-ethnicity", "lsoas-language", "msoas"] as const;
/** Of the tables of MSOAs the one that has no better twin; its categories are far too many for a second. */
const OF_MSOAS = "TS029";

type Files =
  | { readonly status: "loading" }
  | { readonly status: "failed" }
  | { readonly status: "ready"; readonly all: LsoaTable; readonly files: readonly CensusFile[] };

/**
 * Lines of reach among each category of the tables; one with fewer than 10 people in all is left out. Files of LSOAs are
 * in the order of `all`, the whole table of LSOAs, of which `table` may be a part.
 */
export function peopleLines(
  table: LsoaTable,
  all: LsoaTable,
  analysis: Analysis,
  files: readonly CensusFile[],
): readonly ReachLine[] {
  const rows = table.codes.map((code) => all.rowOf(code));
  const { nearest } = analysis;
  const reachedOf = {
    lsoas: (counts: readonly number[]) =>
      reachOfPeople(
        table,
        nearest,
        rows.map((row) => counts[row] ?? 0),
      ),
    msoas: (counts: readonly number[]) => reachOfWiderPeople(table, table.msoaOf, nearest, counts),
  };
  return files.flatMap(({ areas, tables }) =>
    Object.entries(tables).flatMap(([id, { title, categories }]) => {
      if (areas === "boroughs" || (areas === "msoas" && id !== OF_MSOAS)) return [];
      return categories.flatMap(({ name, counts }): ReachLine[] => {
        const reached = reachedOf[areas](counts);
        if (shownCount(reached.residents) === "under-10") return [];
        const called = `${title}: ${name}${areas === "msoas" ? " (MSOA)" : ""}`;
        return [{ id: called, all: reached, deprived: { residents: 0, within: [] } }];
      });
    }),
  );
}

/** Reach among people whom the census counts where they live: disabled people, faiths, broad groups, English. */
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
    Promise.all([loadAreas(), Promise.all(FILES.map((file) => loadAreaFile<CensusFile>(`census/${file}`)))]).then(
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
      <p>{words.t("equity.peopleMsoa")}</p>
      <DataTableView
        table={reachTable(
          words,
          "reach-by-people",
          words.t("equity.people"),
          [analysis.london, ...lines],
          (id) => (id === analysis.london.id ? wholeName(words, data.area, boroughName) : { english: id }),
          { deprived: false, fewOf: analysis.london.all.within.map(({ people }) => people > 0) },
        )}
      />
      <p className="hint">{words.t("equity.hidden")}</p>
    </>
  );
}
