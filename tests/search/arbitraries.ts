import fc from "fast-check";
import type { Selection } from "../../src/search/selection.ts";
import { FACET_IDS, FACETS, type FacetId, STATED_FACETS, type Vocabularies } from "../../src/services/facets.ts";
import { KINDS } from "../../src/services/kinds.ts";
import { BOROUGH_CODES, type LonLat, lonLat } from "../../src/services/place.ts";
import type { Location, Service } from "../../src/services/service.ts";
import { createVocabularies } from "../../src/services/service-index.ts";
import type { VocabularyFile } from "../../src/services/vocabulary.ts";

/** Three levels: `a` above `aa` and `ab`, `aa` above `aaa`; `b` and `c` alone. */
const SMALL_TERMS = [
  { id: "a", label: "Apple" },
  { id: "aa", label: "Bramley", parent: "a" },
  { id: "aaa", label: "Early Bramley", parent: "aa" },
  { id: "ab", label: "Russet", parent: "a" },
  { id: "b", label: "Plum" },
  { id: "c", label: "Quince" },
];

const WORKED_OUT: Readonly<Partial<Record<FacetId, readonly string[]>>> = {
  kind: KINDS,
  borough: BOROUGH_CODES,
  deprivation: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
  day: [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "morning",
    "afternoon",
    "evening",
  ],
};

function vocabularyFile(facet: FacetId): VocabularyFile {
  const terms = WORKED_OUT[facet]?.map((id) => ({ id, label: id })) ?? SMALL_TERMS;
  if (facet !== "deprivation") return { facet, label: facet, terms };
  const deprived = { id: "most-deprived", label: "Most deprived fifth" };
  const beneath = terms.map((term) => (term.id === "1" || term.id === "2" ? { ...term, parent: deprived.id } : term));
  return { facet, label: facet, terms: [deprived, ...beneath] };
}

/** Fictitious vocabularies, small enough that random services often agree. */
export const smallVocabularies: Vocabularies = createVocabularies(
  Object.fromEntries(FACET_IDS.map((id) => [id, vocabularyFile(id)])),
);

/** Points a few hundred metres to 15 km apart, to five decimals as the index keeps them. */
const anyPoint = fc
  .tuple(fc.integer({ min: -12_00, max: -2_00 }), fc.integer({ min: 514_40, max: 515_60 }))
  .map(([x, y]) => lonLat(x / 1e4, y / 1e3) as LonLat);

const anyBorough = fc.constantFrom(...BOROUGH_CODES.slice(0, 3));

const anyLocation: fc.Arbitrary<Location> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({ point: anyPoint, borough: anyBorough, decile: fc.constantFrom(1, 2, 3, 10) })
      .map(({ point, borough, decile }) => ({ point, borough, decile, precision: "venue" }) as Location),
  },
  { weight: 1, arbitrary: anyBorough.map((borough) => ({ point: null, borough, precision: "borough" }) as Location) },
  { weight: 1, arbitrary: fc.constant<Location>({ point: null, borough: null, precision: "none" }) },
);

const someTerms = fc.uniqueArray(fc.constantFrom(...SMALL_TERMS.map(({ id }) => id)), { minLength: 1, maxLength: 3 });

const statedFacets = fc
  .tuple(
    ...STATED_FACETS.map(({ id }) =>
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        { weight: 3, arbitrary: someTerms.map((terms) => [id, terms] as const) },
      ),
    ),
  )
  .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== null)) as Service["terms"]);

export const NAMES = [
  "Tea at Three",
  "Éclair Club",
  "eclair club",
  "Zebra Choir",
  "Allotment 9",
  "Allotment 10",
  "বাংলা আড্ডা",
];

export const anyService: fc.Arbitrary<Omit<Service, "id">> = fc
  .record({
    kind: fc.constantFrom(...KINDS, "place" as const),
    name: fc.constantFrom(...NAMES),
    locations: fc.array(anyLocation, { maxLength: 3 }),
    serviceArea: fc.oneof(
      fc.constant({ scope: "not-stated" as const }),
      fc.constantFrom({ scope: "london" as const }, { scope: "wider" as const }),
      fc.uniqueArray(anyBorough, { maxLength: 2 }).map((boroughs) => ({ scope: "boroughs" as const, boroughs })),
    ),
    terms: statedFacets,
    unlisted: fc.constantFrom({}, {}, { faith: ["Jediism"], spokenLanguage: ["Elvish"] }),
    schedule: fc.array(
      fc
        .tuple(fc.constantFrom(0 as const, 2 as const, 6 as const), fc.constantFrom("09:00", "13:00", "18:00"))
        .map(([weekday, opens]) => ({ weekday, opens, closes: "20:00", frequency: "weekly" as const })),
      { maxLength: 2 },
    ),
    assured: fc.constantFrom(
      {},
      { date: "2026-03-01" },
      { date: "2026" },
      { date: "2031-01-01" },
      { date: "2025-10-10" },
    ),
  })
  .map(({ kind, name, locations, serviceArea, terms, unlisted, schedule, assured }) => ({
    kind,
    name,
    organisation: { id: name, name },
    summary: "",
    status: "active",
    locations,
    serviceArea,
    terms,
    unlisted,
    eligibility: {},
    referral: {},
    schedule,
    contacts: { phones: [], emails: [], urls: [] },
    assured,
    sources: [],
    sensitive: false,
  }));

export const anyServices: fc.Arbitrary<readonly Service[]> = fc
  .array(anyService, { maxLength: 20 })
  .map((services) => services.map((service, i) => ({ ...service, id: `s${i}` })));

const anyChosen = (most: number): fc.Arbitrary<Selection["terms"]> =>
  fc
    .uniqueArray(fc.constantFrom(...FACETS.map(({ id }) => id)), { maxLength: most })
    .chain((facets) =>
      fc.tuple(
        ...facets.map((id) =>
          fc
            .uniqueArray(fc.constantFrom(...smallVocabularies[id].terms.slice(0, 8).map((term) => term.id)), {
              minLength: 1,
              maxLength: 3,
            })
            .map((terms) => [id, terms] as const),
        ),
      ),
    )
    .map((entries) => Object.fromEntries(entries) as Selection["terms"]);

export const anyNear = fc.record({
  point: anyPoint,
  radius: fc.constantFrom(null, 200, 1_000, 5_000, 12_000, 30_000),
  label: fc.constant("here"),
  borough: anyBorough,
});

/** Anything a person can choose but words. */
export const anySelection: fc.Arbitrary<Selection> = fc.record({
  terms: anyChosen(4),
  not: anyChosen(2),
  reading: fc.constantFrom("may-fit" as const, "says-so" as const),
  words: fc.constant(""),
  near: fc.oneof(fc.constant(null), anyNear),
  places: fc.boolean(),
});
