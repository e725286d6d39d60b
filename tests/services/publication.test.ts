import { describe, expect, test } from "vitest";
import { BOROUGH_CODES } from "../../src/services/place.ts";
import { boroughsOfArea, outsideOrigins, type PublishedSource } from "../../src/services/publication.ts";

const source = (origins?: readonly string[]): PublishedSource => ({
  id: "list",
  title: "",
  publisher: "",
  url: "",
  licence: { name: "", url: "" },
  credit: "",
  date: "",
  layer: "services",
  rows: 0,
  services: 0,
  merged: 0,
  refused: 0,
  notes: [],
  ...(origins && { live: { address: "", origins, reader: "csv", columns: {}, defaults: {} } }),
});

describe("what a publication says of its map", () => {
  test("is all 33 boroughs for London, and those named for a part of it, in the order of their codes", () => {
    expect(boroughsOfArea({ area: "london" })).toEqual(BOROUGH_CODES);
    expect(boroughsOfArea({ area: "E09000030 E09000007" })).toEqual(["E09000007", "E09000030"]);
    expect(boroughsOfArea({ area: "elsewhere" })).toEqual([]);
  });

  test("names no other site unless a live source or the publisher's basemap is on one", () => {
    expect(outsideOrigins({ sources: [source()] })).toEqual([]);
    expect(outsideOrigins({ sources: [source()], basemap: "own" })).toEqual([]);
  });

  test("names each site once, in order, and of a basemap its site alone", () => {
    const sources = [
      source(["https://sheets.example.org", "https://a.example.org"]),
      source(["https://a.example.org"]),
    ];
    expect(outsideOrigins({ sources, basemap: "https://tiles.example.org/style.json?key=1" })).toEqual([
      "https://a.example.org",
      "https://sheets.example.org",
      "https://tiles.example.org",
    ]);
  });
});
