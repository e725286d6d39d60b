import { describe, expect, test } from "vitest";
import { concernsArea } from "../../src/services/concerns.ts";
import { createService, type ServiceDraft } from "../../src/services/create-service.ts";
import { FACETS, type FacetId, STATED_FACETS } from "../../src/services/facets.ts";
import { BOROUGH_CODES, type BoroughCode } from "../../src/services/place.ts";
import type { Schedule, Service } from "../../src/services/service.ts";
import { smallWorld } from "../intake/small-world.ts";

const [BARNET, BEXLEY, CAMDEN] = ["E09000003", "E09000004", "E09000007"] as BoroughCode[] as [
  BoroughCode,
  BoroughCode,
  BoroughCode,
];

function made(draft: Partial<ServiceDraft>): Service {
  const { service } = createService({ id: "tea", kind: "group", name: "Tea", ...draft }, smallWorld.vocabularies);
  if (service === null) throw new Error("The draft is no service.");
  return service;
}
const read = (id: FacetId, draft: Partial<ServiceDraft>) => FACETS.find((facet) => facet.id === id)?.read(made(draft));
const inBorough = (borough: string) => ({ borough });
const on = (weekday: Schedule["weekday"], opens: string, closes: string): Schedule => ({
  weekday,
  opens,
  closes,
  frequency: "weekly",
});

describe("what is worked out about a service", () => {
  test("its boroughs are those it stands in and those it serves, each once", () => {
    expect(read("borough", { locations: [inBorough(CAMDEN), inBorough(CAMDEN), inBorough(BARNET)] })).toEqual([
      CAMDEN,
      BARNET,
    ]);
    const serviceArea = { scope: "boroughs", boroughs: [BEXLEY, CAMDEN] } as const;
    expect(read("borough", { serviceArea })).toEqual([BEXLEY, CAMDEN]);
    expect(read("borough", { serviceArea, locations: [inBorough(CAMDEN)] })).toEqual([CAMDEN, BEXLEY]);
  });

  test("one for all of London serves every borough; one that says nothing of where is silent", () => {
    expect(read("borough", { serviceArea: { scope: "london" } })).toEqual(BOROUGH_CODES);
    expect(read("borough", { serviceArea: { scope: "wider" } })).toBeNull();
    expect(read("borough", { locations: [{ name: "Hall" }] })).toBeNull();
  });

  test("its deciles are those of its places, each once, and none where no place has one", () => {
    const place = (decile?: number) => ({ lon: -0.1, lat: 51.5, decile });
    expect(read("deprivation", { locations: [place(10), place(), place(2), place(10)] })).toEqual(["10", "2"]);
    expect(read("deprivation", { locations: [place()] })).toBeNull();
  });

  test.each([
    [on(0, "09:00", "12:00"), ["monday", "morning"]],
    [on(1, "11:59", "12:01"), ["tuesday", "morning", "afternoon"]],
    [on(2, "12:00", "17:00"), ["wednesday", "afternoon"]],
    [on(3, "17:00", "19:00"), ["thursday", "evening"]],
    [on(4, "16:59", "17:01"), ["friday", "afternoon", "evening"]],
    [on(5, "09:00", "21:00"), ["saturday", "morning", "afternoon", "evening"]],
    [on(6, "18:00", "20:00"), ["sunday", "evening"]],
  ])("its days and parts of day are those of its hours: %j", (hours, days) => {
    expect(read("day", { schedule: [hours] })).toEqual(days);
  });

  test("nothing is known of its days without hours, and one day is told once", () => {
    expect(read("day", { scheduleText: "Mondays" })).toBeNull();
    expect(read("day", { schedule: [on(0, "09:00", "10:00"), on(0, "10:00", "11:00")] })).toEqual([
      "monday",
      "morning",
    ]);
  });

  test("what a source states in no column is worked out: kind, borough, day and deprivation", () => {
    const stated = new Set<string>(STATED_FACETS.map(({ id }) => id));
    expect(FACETS.flatMap(({ id }) => (stated.has(id) ? [] : [id]))).toEqual(["kind", "borough", "day", "deprivation"]);
    expect(read("kind", { kind: "champions" })).toEqual(["champions"]);
    expect(read("faith", {})).toBeNull();
  });
});

describe("a map of some boroughs", () => {
  const area: ReadonlySet<BoroughCode> = new Set([CAMDEN]);
  const concerns = (draft: Partial<ServiceDraft>) => concernsArea(made(draft), area);

  test("has what stands there, what serves it, and what serves all London or wider", () => {
    expect(concerns({ locations: [inBorough(BARNET), inBorough(CAMDEN)] })).toBe(true);
    expect(concerns({ serviceArea: { scope: "boroughs", boroughs: [BARNET, CAMDEN] } })).toBe(true);
    expect(concerns({ serviceArea: { scope: "london" }, locations: [inBorough(BARNET)] })).toBe(true);
    expect(concerns({ serviceArea: { scope: "wider" }, locations: [inBorough(BARNET)] })).toBe(true);
    expect(concerns({ serviceArea: { scope: "boroughs", boroughs: [BARNET] }, locations: [inBorough(CAMDEN)] })).toBe(
      true,
    );
  });

  test("has what says nothing of where, and not what stands or serves elsewhere", () => {
    expect(concerns({})).toBe(true);
    expect(concerns({ locations: [{ name: "Hall" }] })).toBe(true);
    expect(concerns({ locations: [inBorough(BARNET)] })).toBe(false);
    expect(concerns({ serviceArea: { scope: "boroughs", boroughs: [BARNET] } })).toBe(false);
  });
});
