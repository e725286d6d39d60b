import { FACET_IDS, STATED_FACETS } from "../src/services/facets.ts";
import { boroughCode, decile, type LonLat } from "../src/services/place.ts";
import type { Schedule, Service } from "../src/services/service.ts";
import type { TermId } from "../src/services/vocabulary.ts";
import type { SyntheticLondon } from "./london.ts";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The made-up services as full records, for what the data build and the page do with records. */
export function servicesOf({ index }: SyntheticLondon): Service[] {
  const said = Array.from({ length: index.count }, () => ({}) as Record<string, TermId[]>);
  for (const facet of FACET_IDS) {
    const { terms, postings } = index.facets[facet];
    terms.forEach((term, i) => {
      for (const row of postings[i] as Uint32Array) {
        const own = said[row] as Record<string, TermId[]>;
        const list = own[facet];
        if (list === undefined) own[facet] = [term];
        else list.push(term);
      }
    });
  }
  return said.map((terms, row): Service => {
    const name = index.names[row] as string;
    const assured = index.assured[row] as string;
    const phone = index.phones[row] as string;
    return {
      id: index.ids[row] as string,
      kind: index.kinds[row] as Service["kind"],
      name,
      organisation: { id: `o${row}`, name: (index.organisations[row] as string) || name },
      summary: index.summaries[row] as string,
      status: "active",
      locations: locationsOf(index, row, terms.deprivation?.[0]),
      serviceArea: ((index.flags[row] as number) & 1) === 1 ? { scope: "london" } : { scope: "not-stated" },
      terms: Object.fromEntries(
        STATED_FACETS.flatMap(({ id }) => (terms[id] === undefined ? [] : [[id, terms[id] ?? []]])),
      ),
      eligibility: {},
      referral: {},
      schedule: (terms.day ?? []).flatMap((day): Schedule[] => {
        const weekday = WEEKDAYS.indexOf(day);
        if (weekday < 0) return [];
        return [{ weekday: weekday as Schedule["weekday"], opens: "10:00", closes: "15:00", frequency: "weekly" }];
      }),
      contacts: { phones: [{ number: phone, dial: null }], emails: [], urls: ["https://example.org/"] },
      assured: assured === "" ? {} : { date: assured, by: "Example Council" },
      sources: [{ id: "synthetic", record: String(row), date: index.sourceDates[row] as string }],
      sensitive: false,
    };
  });
}

function locationsOf(index: SyntheticLondon["index"], row: number, tenth: string | undefined): Service["locations"] {
  const locations: Service["locations"][number][] = [];
  for (let i = index.locationStart[row] as number; i < (index.locationStart[row + 1] as number); i++) {
    const placed = !Number.isNaN(index.lon[i] as number);
    const standing = placed && tenth !== undefined ? decile(Number(tenth)) : null;
    locations.push({
      point: placed ? ([index.lon[i], index.lat[i]] as unknown as LonLat) : null,
      precision: placed ? "venue" : "borough",
      borough: boroughCode(index.boroughs[i] ?? ""),
      ...(placed ? { postcode: index.postcodes[i] as string } : {}),
      ...(standing === null ? {} : { decile: standing }),
    });
  }
  return locations;
}
