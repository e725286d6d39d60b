import { fold, isAscii } from "../services/fold.ts";
import type { Issue } from "../services/issue.ts";
import { isPlace } from "../services/kinds.ts";
import type { Service } from "../services/service.ts";
import { exactMetres, isSamePlace, joinServices, whereaboutsOf } from "./merge-records.ts";

/** A service, the row it came from, and what may be joined with it. */
export interface SourcedService {
  readonly service: Service;
  readonly source: string;
  readonly file: string;
  readonly row: number;
  /** Records of different pools are never merged: a share-alike licence would spread to the rest. */
  readonly pool: string;
}

export interface Merged {
  /** Each once, in the order of their leading records. */
  readonly services: readonly Service[];
  readonly issues: readonly Issue[];
  /** Of each source, how many rows became part of a record that an earlier row leads. */
  readonly mergedRows: ReadonlyMap<string, number>;
  /** Of each source, how many records its rows lead. */
  readonly leads: ReadonlyMap<string, number>;
  /** Rows whose record became sensitive by merging, as `source row`, and what of them must not be told. */
  readonly hidden: ReadonlyMap<string, readonly string[]>;
}

/** How names are compared: folded, without apostrophes, "the" and the legal form. */
export function nameKey(name: string): string {
  const folded = fold(name).replace(/['’`]/g, "").replace(/&/g, " and ");
  return folded
    .replace(isAscii(folded) ? /[^a-z0-9]+/g : /[^\p{L}\p{M}\p{N}]+/gu, " ")
    .replace(/\b(?:the|ltd|limited|cic|cio|plc)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Groups that grow together. */
class Groups {
  private readonly parent: number[];
  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }
  find(i: number): number {
    let root = i;
    while (this.parent[root] !== root) root = this.parent[root] as number;
    while (this.parent[i] !== root) [this.parent[i], i] = [root, this.parent[i] as number];
    return root;
  }
  /** The earlier one leads. */
  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.parent[Math.max(x, y)] = Math.min(x, y);
  }
}

/** Metres within which two places of one name are likely one, though not surely enough to join them. */
export const NEAR_METRES = 300;
/** About 310 m each way at London: a cell and its neighbours hold all that is near. */
const CELL = { lon: 0.0045, lat: 0.0028 };
/** Rows compared in one cell: more than this of one name in one spot is a damaged file. */
const COMPARED = 30;

function cellsOf(service: Service): { readonly own: readonly string[]; readonly around: readonly string[] } {
  const own: string[] = [];
  const around: string[] = [];
  for (const { point, precision } of service.locations) {
    if (point === null || precision === "approximate") continue;
    const [x, y] = [Math.floor(point[0] / CELL.lon), Math.floor(point[1] / CELL.lat)];
    own.push(`${x},${y}`);
    for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) around.push(`${x + dx},${y + dy}`);
  }
  return { own, around };
}

/** How often each text stands in a list. Keys of several parts are made only where the part that differs most repeats. */
function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

interface Pair {
  readonly first: number;
  readonly second: number;
  /** Between their nearest places; 0 for one place. */
  readonly metres: number;
}

function metresApart(a: Service, b: Service): number {
  return Math.min(
    ...a.locations.flatMap((one) =>
      b.locations.map((other) => (isSamePlace(one, other) ? 0 : exactMetres(one, other))),
    ),
  );
}

/** Pairs of one name at one place or near it, whoever runs them; each pair once, the earlier record first. */
function* pairsAtOnePlace(
  records: readonly SourcedService[],
  names: readonly string[],
  times: ReadonlyMap<string, number>,
): Generator<Pair> {
  const byKey = new Map<string, number[]>();
  const at = (key: string): number[] => byKey.get(key) ?? [];
  for (let i = 0; i < records.length; i++) {
    const { service } = records[i] as SourcedService;
    if (times.get(names[i] as string) === 1) continue;
    const { own, around } = cellsOf(service);
    const postcodes = service.locations.flatMap(({ postcode }) => (postcode === undefined ? [] : [postcode]));
    const near = new Set([...postcodes, ...around].flatMap((key) => at(`${names[i]}|${key}`)));
    for (const j of near) {
      const other = (records[j] as SourcedService).service;
      const metres = metresApart(other, service);
      if (metres <= NEAR_METRES) yield { first: j, second: i, metres };
    }
    for (const key of new Set([...postcodes, ...own])) {
      const members = at(`${names[i]}|${key}`);
      if (members.length < COMPARED) byKey.set(`${names[i]}|${key}`, [...members, i]);
    }
  }
}

/**
 * Finds records that are the same and joins them, by stated rules. Two records are one when both are places or
 * neither is, their sources' licences allow it, their names are the same, and
 * (a) one source gives both the same id, or
 * (b) the same organisation runs them and they stand at one place (same postcode, or at most 100 m apart), or one of
 *     them is sensitive, whose place we must not know, or
 * (c) they have the same charity number.
 * The first source leads and all are cited. The same name near by, or at one place under another organisation or
 * another licence, is told to the later row's owner as a likely duplicate, and never joined.
 */
export function mergeServices(records: readonly SourcedService[]): Merged {
  const groups = new Groups(records.length);
  const layer = ({ service }: SourcedService): string => (isPlace(service.kind) ? "place" : "service");
  const names = records.map((record) => `${layer(record)}|${nameKey(record.service.name)}`);
  const ownerKeys: string[] = [];
  const ownerOf = (i: number): string => {
    const { service, pool } = records[i] as SourcedService;
    ownerKeys[i] ??= `${pool}|${nameKey(service.organisation.name)}`;
    return ownerKeys[i];
  };
  const ids = counted(records.map(({ service }) => service.id));
  const charities = counted(records.map(({ service }) => service.organisation.charityNumber ?? ""));
  const joinBy = (key: (record: SourcedService, i: number) => string | null): void => {
    const first = new Map<string, number>();
    records.forEach((record, i) => {
      const by = key(record, i);
      if (by === null) return;
      const leader = first.get(by);
      if (leader === undefined) first.set(by, i);
      else groups.join(leader, i);
    });
  };
  joinBy(({ service, source }, i) => (ids.get(service.id) === 1 ? null : `${names[i]}|${source}|${service.id}`));
  joinBy(({ service, pool }, i) => {
    const { charityNumber } = service.organisation;
    const alone = charityNumber === undefined || charities.get(charityNumber) === 1;
    return alone ? null : `${names[i]}|${pool}|${charityNumber}`;
  });
  const times = counted(names);
  const nameAndOwner = (i: number): string => `${names[i]}|${ownerOf(i)}`;
  const isAlone = (i: number): boolean => times.get(names[i] as string) === 1;
  const secretNames = new Set(
    records.flatMap(({ service }, i) => (service.sensitive && !isAlone(i) ? [nameAndOwner(i)] : [])),
  );
  joinBy((_, i) => {
    const key = secretNames.size === 0 || isAlone(i) ? null : nameAndOwner(i);
    return key !== null && secretNames.has(key) ? key : null;
  });

  const doubtful: Pair[] = [];
  for (const pair of pairsAtOnePlace(records, names, times)) {
    if (pair.metres === 0 && ownerOf(pair.first) === ownerOf(pair.second)) groups.join(pair.first, pair.second);
    else doubtful.push(pair);
  }
  return result(records, groups, doubtful);
}

function result(records: readonly SourcedService[], groups: Groups, doubtful: readonly Pair[]): Merged {
  const issues: Issue[] = [];
  const joined = new Map<number, Service>();
  const mergedRows = new Map<string, number>();
  const leads = new Map<string, number>();
  const members = new Map<number, number[]>();
  records.forEach((record, i) => {
    const leader = groups.find(i);
    const { service, source, file, row } = record;
    const before = joined.get(leader);
    const group = members.get(leader);
    if (group === undefined) members.set(leader, [i]);
    else group.push(i);
    if (before === undefined) {
      joined.set(leader, service);
      leads.set(source, (leads.get(source) ?? 0) + 1);
      return;
    }
    mergedRows.set(source, (mergedRows.get(source) ?? 0) + 1);
    const first = records[leader] as SourcedService;
    const after = joinServices(before, service);
    joined.set(leader, after);
    issues.push({
      source,
      file,
      row,
      column: null,
      fault: "merged",
      found: service.name,
      outcome: "repaired",
      message:
        first.source === source
          ? `This is the same as row ${first.row}. The two were joined into one.`
          : `This is the same as row ${first.row} of ${first.file}. The two were joined, and both sources are named.`,
      remedy: "Nothing to do if they are the same. Else give them different names.",
    });
  });
  const told = new Set<number>();
  for (const { first: a, second: b, metres } of doubtful) {
    if (groups.find(a) === groups.find(b) || told.has(b)) continue;
    told.add(b);
    const [first, second] = [records[a] as SourcedService, records[b] as SourcedService];
    const why =
      first.pool !== second.pool
        ? "but its licence does not let the two be joined"
        : metres > 0
          ? "but not quite at the same place"
          : "but another organisation runs it";
    issues.push({
      source: second.source,
      file: second.file,
      row: second.row,
      column: null,
      fault: "likely-duplicate",
      found: second.service.name,
      outcome: "kept",
      message: `Row ${first.row}${first.source === second.source ? "" : ` of ${first.file}`} has the same name ${metres === 0 ? "at the same place" : `${Math.round(metres)} m away`}, ${why}. Both are listed.`,
      remedy: "If they are the same, take one out or give both the same organisation.",
    });
  }
  const hidden = new Map<string, readonly string[]>();
  for (const [leader, rows] of members) {
    if (rows.length < 2 || joined.get(leader)?.sensitive !== true) continue;
    const secrets = rows.flatMap((i) => whereaboutsOf((records[i] as SourcedService).service));
    for (const i of rows)
      hidden.set(`${(records[i] as SourcedService).source} ${(records[i] as SourcedService).row}`, secrets);
  }
  return { services: withOwnIds(records, joined), issues, mergedRows, leads, hidden };
}

/** An id that two sources use is given to the first; the other gets its source's name with it. */
function withOwnIds(records: readonly SourcedService[], joined: ReadonlyMap<number, Service>): readonly Service[] {
  const taken = new Set<string>();
  return [...joined].map(([leader, service]) => {
    let id = service.id;
    if (taken.has(id)) id = `${id}-${(records[leader] as SourcedService).source}`;
    for (let n = 2; taken.has(id); n++) id = `${service.id}-${n}`;
    taken.add(id);
    return id === service.id ? service : { ...service, id };
  });
}
