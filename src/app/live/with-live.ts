import { nameKey } from "../../intake/merge.ts";
import { encodeServiceIndex } from "../../services/encode-index.ts";
import { isPlace } from "../../services/kinds.ts";
import { type PickedRow, pickRows } from "../../services/pick-rows.ts";
import { locationsOfRow } from "../../services/rows.ts";
import type { Service } from "../../services/service.ts";
import { decodeServiceIndex, type ServiceIndex } from "../../services/service-index.ts";
import type { Ready } from "../state/store.ts";

/** What the page itself read of one source. */
export interface LiveRecords {
  /** Id of the source. */
  readonly source: string;
  readonly services: readonly Service[];
}

/** Row of a record that has none in the published details. */
export const NOT_PUBLISHED = -1;

/** Boroughs in which a row stands; "" where none is told. */
function boroughsOf(index: ServiceIndex, row: number): readonly string[] {
  const [first, end] = locationsOfRow(index, row);
  const boroughs = index.boroughs.slice(first, end).map((borough) => borough ?? "");
  return boroughs.length === 0 ? [""] : boroughs;
}

const keysOf = (index: ServiceIndex, row: number): readonly string[] =>
  boroughsOf(index, row).map((borough) => `${nameKey(index.names[row] ?? "")}|${borough}`);

/**
 * The loaded data with one source read anew: a record takes the row of the published one with its id, new records
 * follow the published services, and what the source no longer has is gone. A new record of the same name in the same
 * borough as one of another source is taken to be that one, as the data build would have joined them.
 */
export function withLive(ready: Ready, { source, services }: LiveRecords): Ready {
  const { index, servicesCount, publication } = ready;
  const number = publication.sources.findIndex(({ id }) => id === source);
  const kept = services.filter(({ kind }) => !isPlace(kind));
  const live = decodeServiceIndex(
    encodeServiceIndex(
      kept,
      publication.sources.map(({ id }) => id),
    ),
  );
  const rowOfLive = new Map(live.ids.map((id, row) => [id, row]));
  const rowOfBuilt = (row: number): number => ready.live?.builtRows[row] ?? row;
  const picks: PickedRow[] = [];
  const builtRows: number[] = [];
  const others = new Set<string>();
  const taken = new Set<number>();
  for (let row = 0; row < servicesCount; row++) {
    const fresh = rowOfLive.get(index.ids[row] ?? "");
    if (fresh !== undefined) {
      taken.add(fresh);
      picks.push({ from: 1, row: fresh });
      builtRows.push(NOT_PUBLISHED);
    } else if (index.sources[row] !== number) {
      for (const key of keysOf(index, row)) others.add(key);
      picks.push({ from: 0, row });
      builtRows.push(rowOfBuilt(row));
    }
  }
  for (let row = 0; row < live.count; row++) {
    if (taken.has(row) || keysOf(live, row).some((key) => others.has(key))) continue;
    picks.push({ from: 1, row });
    builtRows.push(NOT_PUBLISHED);
  }
  const count = picks.length;
  for (let row = servicesCount; row < index.count; row++) picks.push({ from: 0, row });
  const records = new Map([...(ready.live?.records ?? []), ...kept.map((service) => [service.id, service] as const)]);
  return {
    ...ready,
    index: pickRows([index, live], picks),
    servicesCount: count,
    live: { records, builtRows, failed: ready.live?.failed ?? [] },
  };
}

/** The loaded data, with a source that could not be read: what was published of it stays. */
export function withoutLive(ready: Ready, source: string): Ready {
  const { records = new Map(), builtRows = null, failed = [] } = ready.live ?? {};
  const rows = builtRows ?? Array.from({ length: ready.servicesCount }, (_, row) => row);
  return { ...ready, live: { records, builtRows: rows, failed: [...failed, source] } };
}
