import { useEffect, useState } from "react";
import type { BoroughsFile, IcbsFile } from "../../services/borough.ts";
import type { CensusFile } from "../../services/census-table.ts";
import type { LsoaTable } from "../../services/lsoa-table.ts";
import { lsoasIn } from "../../services/lsoas-in.ts";
import type { BoroughCode } from "../../services/place.ts";
import { boroughsOfArea, type Publication } from "../../services/publication.ts";
import { loadAreas } from "../map/use-areas.ts";
import { loadAreaFile } from "../state/area-files.ts";

/** Areas and their people. The census file may be missing while the rest stands. */
export interface EquityData {
  readonly table: LsoaTable;
  readonly boroughs: BoroughsFile;
  readonly icbs: IcbsFile;
  readonly census: CensusFile | null;
  /** The boroughs that the page speaks of; `table` holds the LSOAs of these alone. */
  readonly area: readonly BoroughCode[];
}

type AllEquityData = Omit<EquityData, "area">;

export type EquityLoading =
  | { readonly status: "loading" }
  | { readonly status: "failed" }
  | { readonly status: "ready"; readonly data: EquityData };

let loaded: Promise<AllEquityData> | null = null;

function load(): Promise<AllEquityData> {
  loaded ??= Promise.all([
    loadAreas(),
    loadAreaFile<BoroughsFile>("boroughs"),
    loadAreaFile<IcbsFile>("icbs"),
    loadAreaFile<CensusFile>("census/boroughs").catch(() => null),
  ]).then(([table, boroughs, icbs, census]) => ({ table, boroughs, icbs, census }));
  // What failed, wholly or in part, is asked for again next time.
  loaded.then(
    ({ census }) => {
      if (census === null) loaded = null;
    },
    () => {
      loaded = null;
    },
  );
  return loaded;
}

/**
 * Four files of the site itself, fetched once when the page on who is left out is first opened. This is the one point
 * at which a map of some boroughs leaves the others out.
 */
export function useEquityData(publication: Pick<Publication, "area">): readonly [EquityLoading, retry: () => void] {
  const [state, setState] = useState<EquityLoading>({ status: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
  useEffect(() => {
    let current = true;
    setState({ status: "loading" });
    load().then(
      (all) => {
        const area = boroughsOfArea(publication);
        if (current) setState({ status: "ready", data: { ...all, table: lsoasIn(all.table, area), area } });
      },
      () => current && setState({ status: "failed" }),
    );
    return () => {
      current = false;
    };
  }, [attempt, publication]);
  return [state, () => setAttempt((before) => before + 1)];
}
