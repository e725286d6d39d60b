import fc from "fast-check";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import {
  DEPRIVATION,
  decodeLsoaTable,
  encodeLsoaTable,
  type LsoaRow,
  type LsoaTable,
} from "../../src/services/lsoa-table.ts";
import { BOROUGH_CODES, type BoroughCode, type LonLat, lonLat } from "../../src/services/place.ts";
import type { Location, Service } from "../../src/services/service.ts";
import { decodeServiceIndex, type ServiceIndex } from "../../src/services/service-index.ts";

export interface SmallLsoa {
  readonly lon: number;
  readonly lat: number;
  readonly residents: number;
  readonly decile: number;
  /** Number of the borough in BOROUGH_CODES. */
  readonly borough?: number;
  readonly imdRank?: number;
}

/** A table of made-up LSOAs, each an MSOA of its own, in the order given. */
export function tableOf(lsoas: readonly SmallLsoa[]): LsoaTable {
  const rows = lsoas.map(({ lon, lat, residents, decile, borough = 0, imdRank }, i): LsoaRow => {
    const number = String(i + 1).padStart(3, "0");
    return {
      code: `E01000${number}`,
      borough: BOROUGH_CODES[borough] as BoroughCode,
      name: `Testham ${number}A`,
      msoa: { code: `E02000${number}`, officialName: `Testham ${number}`, name: `Testham part ${number}` },
      ward: { code: `E05000${number}`, name: `Ward ${number}` },
      lon,
      lat,
      residents,
      imdRank: imdRank ?? i + 1,
      deciles: Object.fromEntries(DEPRIVATION.map((measure) => [measure, decile])) as LsoaRow["deciles"],
    };
  });
  return decodeLsoaTable(encodeLsoaTable(rows));
}

export const point = (lon: number, lat: number): LonLat => {
  const found = lonLat(lon, lat);
  if (found === null) throw new Error(`${lon}, ${lat} is not in London.`);
  return found;
};

export const at = (lon: number, lat: number, precision: Location["precision"] = "venue"): Location => ({
  point: point(lon, lat),
  precision,
  borough: null,
});

export type SmallService = Partial<Omit<Service, "id">>;

/** Made-up services as an index, one row each in the order given. */
export function indexOf(services: readonly SmallService[], sourceIds: readonly string[] = ["made-up"]): ServiceIndex {
  const full = services.map(
    (service, i): Service => ({
      kind: "service",
      name: `Tea at ${i}`,
      organisation: { id: `o${i}`, name: `Tea at ${i}` },
      summary: "",
      status: "active",
      locations: [],
      serviceArea: { scope: "not-stated" },
      terms: {},
      eligibility: {},
      referral: {},
      schedule: [],
      contacts: { phones: [], emails: [], urls: [] },
      assured: {},
      sources: [{ id: "made-up", record: String(i) }],
      sensitive: false,
      ...service,
      id: `s${i}`,
    }),
  );
  return decodeServiceIndex(encodeServiceIndex(full, sourceIds));
}

export const allRows = (index: ServiceIndex): Uint32Array => Uint32Array.from({ length: index.count }, (_, row) => row);

/** Degrees to the four decimals that the table of LSOAs keeps. */
const degrees = (west: number, east: number) =>
  fc.integer({ min: Math.round(west * 1e4), max: Math.round(east * 1e4) }).map((value) => value / 1e4);

export const anyLsoas: fc.Arbitrary<readonly SmallLsoa[]> = fc.array(
  fc.record({
    lon: degrees(-0.2, -0.05),
    lat: degrees(51.45, 51.55),
    residents: fc.integer({ min: 0, max: 3000 }),
    decile: fc.integer({ min: 1, max: 10 }),
    borough: fc.integer({ min: 0, max: 4 }),
    imdRank: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 25 },
);

const anyPlace: fc.Arbitrary<Location> = fc.oneof(
  fc
    .tuple(degrees(-0.25, 0), degrees(51.42, 51.58), fc.constantFrom("venue", "postcode", "approximate"))
    .map(([lon, lat, precision]) => at(lon, lat, precision as Location["precision"])),
  fc
    .constantFrom(...BOROUGH_CODES.slice(0, 4))
    .map((borough): Location => ({ point: null, precision: "borough", borough })),
);

export const anyPlacedService: fc.Arbitrary<SmallService> = fc.record({
  locations: fc.array(anyPlace, { maxLength: 3 }),
  serviceArea: fc.constantFrom(
    { scope: "not-stated" } as const,
    { scope: "london" } as const,
    { scope: "boroughs", boroughs: BOROUGH_CODES.slice(1, 3) } as const,
  ),
  terms: fc.constantFrom({}, { format: ["online"] }, { faith: ["sikh"] }, { faith: ["jain"] }),
});

export const anyPlacedServices = fc.array(anyPlacedService, { maxLength: 20 });
