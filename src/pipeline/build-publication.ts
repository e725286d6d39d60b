import type { IntakeContext } from "../intake/context.ts";
import { mergeServices, type SourcedService } from "../intake/merge.ts";
import type { SourceInput } from "../intake/read-source.ts";
import { withoutWhereabouts } from "../intake/sensitive.ts";
import { type TakenIn, takeIn } from "../intake/take-in.ts";
import { concernsArea } from "../services/concerns.ts";
import { FACETS } from "../services/facets.ts";
import type { Issue } from "../services/issue.ts";
import { isPlace } from "../services/kinds.ts";
import { BOROUGH_CODES, type BoroughCode } from "../services/place.ts";
import { findPostcodeIn } from "../services/postcode.ts";
import type { PublishedSource } from "../services/publication.ts";
import type { Service } from "../services/service.ts";
import { inListOrder } from "./list-order.ts";
import { poolOf, type SourceEntry } from "./source-list.ts";

export interface SourceBytes {
  readonly entry: SourceEntry;
  readonly bytes: SourceInput;
  /** What it gave, where it was taken in already. */
  readonly taken?: TakenIn;
}

/** What a source gave, for the sum that the build prints: rows = services + merged + outside + refused. */
export interface SourceSum {
  readonly source: string;
  readonly rows: number;
  /** Records that one of its rows leads. */
  readonly services: number;
  /** Rows that became part of a record led by an earlier row. */
  readonly merged: number;
  /** Rows that stand and serve outside the boroughs of this map. */
  readonly outside: number;
  /** Rows with an issue that says why they were not taken. */
  readonly refused: number;
}

export interface BuiltRecords {
  /** Services and groups first, then places; each in the order of the list. */
  readonly services: readonly Service[];
  readonly places: readonly Service[];
  readonly issues: readonly Issue[];
  readonly sums: readonly SourceSum[];
  readonly sources: readonly PublishedSource[];
}

/** Stops the build if a sensitive record still says where it is: the one mistake that can't be taken back. */
function assertNoWhereabouts(services: readonly Service[]): void {
  for (const service of services) {
    if (!service.sensitive) continue;
    const { summary, description = "", scheduleText = "", contacts, eligibility, referral } = service;
    const texts = [
      summary,
      description,
      scheduleText,
      contacts.text ?? "",
      eligibility.text ?? "",
      referral.text ?? "",
    ];
    const told = texts.some((text) => findPostcodeIn(text) !== null);
    if (service.locations.length > 0 || told) {
      throw new Error(`The sensitive service "${service.id}" still says where it is. Nothing was published.`);
    }
  }
}

/** Sources that gave nothing, or less than half of what they gave last time. */
export function shrunk(sums: readonly SourceSum[], before: ReadonlyMap<string, number>): string[] {
  return sums.flatMap(({ source, rows, refused }) => {
    const now = rows - refused;
    const last = before.get(source);
    if (now === 0) return [`The source "${source}" gives no record at all.`];
    return last !== undefined && now * 2 < last
      ? [`The source "${source}" gives ${now} records; last time it gave ${last}.`]
      : [];
  });
}

/**
 * Takes in every source and joins what is the same: records in the order of the list, issues in the order of sources
 * and rows, and a sum that accounts for every row. Pure. Throws one sentence when a file is no table at all, or when
 * the sum does not add up, which would be our mistake.
 */
export function buildRecords(
  inputs: readonly SourceBytes[],
  context: IntakeContext,
  area: readonly BoroughCode[],
): BuiltRecords {
  const issues: Issue[] = [];
  const records: SourcedService[] = [];
  const rowsOf = new Map<string, number>();
  for (const { entry, bytes, taken: before } of inputs) {
    const taken = before ?? takeIn(entry, bytes, context);
    if (taken.trouble !== null) throw new Error(`Source "${entry.id}": ${taken.trouble}`);
    rowsOf.set(entry.id, taken.rows);
    for (const issue of taken.issues) issues.push(issue);
    for (const { service, row } of taken.services) {
      records.push({ service, source: entry.id, file: entry.file, row, pool: poolOf(entry) });
    }
  }
  const merged = mergeServices(records);
  for (const issue of merged.issues) issues.push(issue);
  assertNoWhereabouts(merged.services);
  const hidden = issues.map((issue) => {
    const secrets = issue.row === null ? undefined : merged.hidden.get(`${issue.source} ${issue.row}`);
    return secrets === undefined ? issue : { ...issue, found: withoutWhereabouts(issue.found, secrets) };
  });

  const wholeLondon = area.length === BOROUGH_CODES.length;
  const within = new Set(area);
  const kept = merged.services.filter((service) => wholeLondon || concernsArea(service, within));
  const outside = new Map<string, number>();
  for (const service of merged.services) {
    const source = service.sources[0]?.id ?? "";
    if (!wholeLondon && !concernsArea(service, within)) outside.set(source, (outside.get(source) ?? 0) + 1);
  }
  const refusedRows = new Map<string, Set<number>>();
  for (const { source, row, outcome } of issues) {
    if (outcome !== "refused" || row === null) continue;
    const rows = refusedRows.get(source) ?? new Set();
    refusedRows.set(source, rows.add(row));
  }
  const sums = inputs.map(({ entry: { id } }): SourceSum => {
    const away = outside.get(id) ?? 0;
    return {
      source: id,
      rows: rowsOf.get(id) ?? 0,
      services: (merged.leads.get(id) ?? 0) - away,
      merged: merged.mergedRows.get(id) ?? 0,
      outside: away,
      refused: refusedRows.get(id)?.size ?? 0,
    };
  });
  for (const { source, rows, services, merged: joined, outside: away, refused } of sums) {
    if (rows !== services + joined + away + refused) {
      throw new Error(
        `The sum of "${source}" does not add up: ${rows} rows, but ${services} services, ${joined} merged, ${away} outside and ${refused} refused.`,
      );
    }
  }
  const order = new Map(inputs.map(({ entry }, i) => [entry.id, i]));
  const ordered = [...hidden].sort(
    (a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) || (a.row ?? 0) - (b.row ?? 0),
  );
  return {
    services: inListOrder(kept.filter(({ kind }) => !isPlace(kind))),
    places: inListOrder(kept.filter(({ kind }) => isPlace(kind))),
    issues: ordered,
    sums,
    sources: inputs.map(({ entry }, i) => publishedSource(entry, sums[i] as SourceSum)),
  };
}

function publishedSource(entry: SourceEntry, { rows, services, merged, refused }: SourceSum): PublishedSource {
  const { id, title, publisher, url, licence, credit, date, layer, notes, reader, columns = {}, defaults = {} } = entry;
  const live = entry.live === undefined ? {} : { live: { ...entry.live, reader, columns, defaults } };
  return { id, title, publisher, url, licence, credit, date, layer, rows, services, merged, refused, notes, ...live };
}

/** How many records each borough has that stand in it or name it; London-wide ones are not counted 33 times. */
export function countsByBorough(services: readonly Service[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(BOROUGH_CODES.map((code) => [code, 0]));
  const borough = FACETS.find(({ id }) => id === "borough");
  for (const service of services) {
    if (service.serviceArea.scope === "london") continue;
    for (const code of borough?.read(service) ?? []) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
