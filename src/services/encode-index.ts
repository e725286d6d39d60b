import { FACETS } from "./facets.ts";
import { KINDS } from "./kinds.ts";
import { sizeAsFlags, sizeOf } from "./organisation-size.ts";
import { BOROUGH_CODES, PRECISIONS } from "./place.ts";
import type { Service } from "./service.ts";
import { DEGREES, DIGITS, INDEX_FORMAT, type ServiceIndexFile } from "./service-index.ts";
import type { TermId } from "./vocabulary.ts";

const digit = (n: number): string => DIGITS[Math.min(n, DIGITS.length - 1)] as string;

/** Numbers in ascending order, kept as differences to the one before. */
class Differences {
  readonly deltas: number[] = [];
  private last = 0;

  add(row: number): void {
    this.deltas.push(row - this.last);
    this.last = row;
  }
}

/** Values of a text column, a line each: a newline inside a value would shift every row after it. */
class Lines {
  private readonly values: string[] = [];

  add(value: string): void {
    this.values.push(value.includes("\n") || value.includes("\r") ? value.replace(/[\r\n]+/g, " ") : value);
  }

  get text(): string {
    return this.values.join("\n");
  }
}

/** One facet's column while it is made. */
class FacetRows {
  private readonly byTerm = new Map<TermId, Differences>();
  private readonly saysOther = new Differences();

  constructor(private readonly facet: (typeof FACETS)[number]) {}

  add(service: Service, row: number): void {
    const said = this.facet.read(service);
    if (said === null) {
      const unlisted: Readonly<Record<string, readonly string[]>> | undefined = service.unlisted;
      if (unlisted?.[this.facet.id] !== undefined) this.saysOther.add(row);
      return;
    }
    for (let i = 0; i < said.length; i++) {
      const term = said[i] as TermId;
      let rows = this.byTerm.get(term);
      if (rows === undefined) {
        rows = new Differences();
        this.byTerm.set(term, rows);
      }
      rows.add(row);
    }
  }

  get column(): ServiceIndexFile["facets"][string] {
    const terms = [...this.byTerm.keys()].sort();
    const postings = terms.map((term) => this.byTerm.get(term)?.deltas ?? []);
    return { terms, postings, saysOther: this.saysOther.deltas };
  }
}

/** Locations of one service in the index, at most: their number is one character. */
const MOST_LOCATIONS = 35;

/** Services as an index file. At most 35 locations a service are indexed; the rest stand in its details. */
export function encodeServiceIndex(services: readonly Service[], sourceIds: readonly string[]): ServiceIndexFile {
  const [ids, names, organisations, summaries] = [new Lines(), new Lines(), new Lines(), new Lines()];
  const [phones, assured, sourceDates, postcodes] = [new Lines(), new Lines(), new Lines(), new Lines()];
  let [kinds, flags, locationCounts, precisions, boroughs] = ["", "", "", "", ""];
  const sources: number[] = [];
  const lon: (number | null)[] = [];
  const lat: (number | null)[] = [];
  let lastLon = 0;
  let lastLat = 0;
  const facets = FACETS.map((facet) => new FacetRows(facet));
  // All columns in one pass: of a hundred thousand records each is far away in memory, and fetching it is the cost.
  for (let row = 0; row < services.length; row++) {
    const service = services[row] as Service;
    const { contacts, locations, name, organisation, serviceArea } = service;
    const source = service.sources[0];
    ids.add(service.id);
    names.add(name);
    organisations.add(organisation.name === name ? "" : organisation.name);
    summaries.add(service.summary);
    phones.add(contacts.phones[0]?.number ?? "");
    kinds += digit(KINDS.indexOf(service.kind));
    assured.add(service.assured.date ?? "");
    sourceDates.add(source?.date ?? "");
    sources.push(Math.max(0, sourceIds.indexOf(source?.id ?? "")));
    flags += digit(
      (serviceArea.scope === "london" || serviceArea.scope === "wider" ? 1 : 0) +
        (service.sensitive ? 2 : 0) +
        (contacts.phones.length > 1 ? 4 : 0) +
        sizeAsFlags(sizeOf(organisation.income)),
    );
    const indexed = Math.min(MOST_LOCATIONS, locations.length);
    locationCounts += digit(indexed);
    for (let i = 0; i < indexed; i++) {
      const { point, precision, borough, postcode } = locations[i] as Service["locations"][number];
      precisions += digit(PRECISIONS.indexOf(precision));
      boroughs += borough === null ? "-" : digit(BOROUGH_CODES.indexOf(borough));
      postcodes.add(postcode ?? "");
      if (point === null) {
        lon.push(null);
        lat.push(null);
        continue;
      }
      const [x, y] = [Math.round(point[0] * DEGREES), Math.round(point[1] * DEGREES)];
      lon.push(x - lastLon);
      lat.push(y - lastLat);
      [lastLon, lastLat] = [x, y];
    }
    for (const facet of facets) facet.add(service, row);
  }
  return {
    format: INDEX_FORMAT,
    count: services.length,
    ids: ids.text,
    names: names.text,
    organisations: organisations.text,
    summaries: summaries.text,
    phones: phones.text,
    kinds,
    assured: assured.text,
    sourceDates: sourceDates.text,
    sources,
    flags,
    locationCounts,
    lon,
    lat,
    precision: precisions,
    boroughs,
    postcodes: postcodes.text,
    facets: Object.fromEntries(FACETS.map(({ id }, i) => [id, (facets[i] as FacetRows).column])),
  };
}
