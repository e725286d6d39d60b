import { describe, expect, test } from "vitest";
import { createGazetteer } from "../../src/search/gazetteer.ts";
import { startAt } from "../../src/search/start-at.ts";
import { type BoroughCode, boroughCode } from "../../src/services/place.ts";
import { vocabularies } from "./fixture.ts";

const gazetteer = createGazetteer({
  boroughs: [
    { code: boroughCode("E09000001") as BoroughCode, name: "City of London", label: [-0.09, 51.515] },
    { code: boroughCode("E09000022") as BoroughCode, name: "Lambeth", label: [-0.117, 51.457] },
  ],
  boroughWords: vocabularies.borough,
  neighbourhoods: [
    { name: "Brixton", lon: -0.114, lat: 51.462 },
    { name: "Brixton Hill", lon: -0.123, lat: 51.453 },
    { name: "St Helier", lon: -0.188, lat: 51.385 },
    { name: "Far Away", lon: 2.35, lat: 48.86 },
  ],
  stations: [
    { name: "Brixton", lon: -0.1145, lat: 51.4625 },
    { name: "Elephant & Castle", lon: -0.1, lat: 51.495 },
  ],
  practices: [{ name: "Brixton Water Lane Surgery", lon: -0.118, lat: 51.455 }],
});
const found = (query: string) => gazetteer.find(query).map(({ kind, name }) => `${kind} ${name}`);

test("the whole name comes first, then longer ones; neighbourhoods before stations before practices", () => {
  expect(found("brixton")).toEqual([
    "neighbourhood Brixton",
    "station Brixton",
    "neighbourhood Brixton Hill",
    "practice Brixton Water Lane Surgery",
  ]);
});

describe("other ways of writing a name", () => {
  test.each([
    ["Brixton tube station", "neighbourhood Brixton"],
    ["the city", "borough City of London"],
    ["Square Mile", "borough City of London"],
    ["LB Lambeth", "borough Lambeth"],
    ["saint helier", "neighbourhood St Helier"],
    ["elephant and castle", "station Elephant & Castle"],
    ["castle", "station Elephant & Castle"],
    ["BRIXTON  hil", "neighbourhood Brixton Hill"],
    ["lambteh", "borough Lambeth"],
    ["brixtn", "neighbourhood Brixton"],
  ])("%s is %s", (query, name) => expect(found(query)[0]).toBe(name));
});

test("a place outside London's box is not in it, and nonsense finds nothing", () => {
  expect(found("far away")).toEqual([]);
  for (const query of ["", "   ", "?!", "zzzzzz", "x".repeat(10_000)]) expect(found(query)).toEqual([]);
});

test("only boroughs and neighbourhoods have an id, which leads back to them", () => {
  for (const place of gazetteer.find("brixton")) {
    expect(place.id !== undefined).toBe(place.kind === "borough" || place.kind === "neighbourhood");
    if (place.id !== undefined) expect(gazetteer.byId(place.id)).toBe(place);
  }
});

test("a start keeps the name, the borough if known, and the id if it may be written", () => {
  const [lambeth] = gazetteer.find("lambeth");
  const [station] = gazetteer.find("elephant");
  expect(lambeth && startAt(lambeth, 800)).toMatchObject({
    label: "Lambeth",
    radius: 800,
    borough: "E09000022",
    place: "E09000022",
  });
  expect(station && startAt(station, null)).toEqual({
    point: station?.point,
    radius: null,
    label: "Elephant & Castle",
  });
});
