import { useEffect, useState } from "react";
import { decodeLsoaTable, type LsoaTable, type LsoaTableFile } from "../../services/lsoa-table.ts";
import { loadAreaFile } from "../state/area-files.ts";

export type Areas =
  | { readonly status: "idle" }
  | { readonly status: "loading" }
  | { readonly status: "failed" }
  | { readonly status: "ready"; readonly table: LsoaTable };

let tables: Promise<LsoaTable> | null = null;

/** The table of neighbourhoods, fetched once when it is first wanted. Rejects with a LoadError. */
export function loadAreas(): Promise<LsoaTable> {
  tables ??= loadAreaFile<LsoaTableFile>("lsoas").then(decodeLsoaTable);
  tables.catch(() => {
    tables = null;
  });
  return tables;
}

/** The neighbourhoods, once `wanted`. */
export function useAreas(wanted: boolean): Areas {
  const [areas, setAreas] = useState<Areas>({ status: "idle" });
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    setAreas((before) => (before.status === "ready" ? before : { status: "loading" }));
    loadAreas().then(
      (table) => current && setAreas({ status: "ready", table }),
      () => current && setAreas({ status: "failed" }),
    );
    return () => {
      current = false;
    };
  }, [wanted]);
  return areas;
}
