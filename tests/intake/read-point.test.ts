import { describe, expect, test } from "vitest";
import { type PlaceCells, readPoint } from "../../src/intake/read-point.ts";
import type { Fault } from "../../src/services/create-service.ts";

const EMPTY: PlaceCells = {
  name: "",
  address: "",
  postcode: "",
  lat: "",
  lon: "",
  latLon: "",
  easting: "",
  northing: "",
  precision: "",
  country: "",
  borough: null,
};

function read(cells: Partial<PlaceCells>) {
  const faults: Fault[] = [];
  const { point, outside } = readPoint({ ...EMPTY, ...cells }, faults);
  return { point, outside, faults: faults.map(({ fault, found, outcome }) => ({ fault, found, outcome })) };
}

describe("a point as people write it", () => {
  test.each<readonly [Partial<PlaceCells>, readonly [number, number]]>([
    [{ lat: "51.52", lon: "-0.08" }, [-0.08, 51.52]],
    [{ lat: " 51,52 ", lon: "-0,08" }, [-0.08, 51.52]],
    [{ lat: "51.52°N", lon: "0.08 W" }, [-0.08, 51.52]],
    [{ lat: "51.52 n", lon: "0.08° e" }, [0.08, 51.52]],
    [{ latLon: "51.52, -0.08" }, [-0.08, 51.52]],
    [{ latLon: "(51.52;0.08)" }, [0.08, 51.52]],
    [{ latLon: "51.52 0.08" }, [0.08, 51.52]],
    [{ lat: "51.52", lon: "0", latLon: "51.6, 0.1" }, [0, 51.52]],
  ])("%j is a point, and nothing to report", (cells, point) => {
    expect(read(cells)).toEqual({ point, outside: false, faults: [] });
  });

  test("is none where all cells are empty, without a word", () => {
    expect(read({})).toEqual({ point: null, outside: false, faults: [] });
  });

  test("with latitude and longitude in each other's place is swapped, and told", () => {
    expect(read({ lat: "-0.08", lon: "51.52" })).toEqual({
      point: [-0.08, 51.52],
      outside: false,
      faults: [{ fault: "point-swapped", found: "-0.08, 51.52", outcome: "repaired" }],
    });
  });

  test.each<Partial<PlaceCells>>([
    { easting: "533000", northing: "181000" },
    { lat: "181000", lon: "533000" },
    { lat: "533000", lon: "181000" },
  ])("in metres of the National Grid is turned, whichever cells hold it, and told: %j", (cells) => {
    const { point, outside, faults } = read(cells);
    // Near Aldgate, by the grid's own map.
    expect(point?.[0]).toBeCloseTo(-0.085, 2);
    expect(point?.[1]).toBeCloseTo(51.512, 2);
    expect(outside).toBe(false);
    expect(faults).toMatchObject([{ fault: "national-grid", outcome: "repaired" }]);
  });

  test("may stand in the columns for metres as degrees", () => {
    expect(read({ easting: "-0.08", northing: "51.52" })).toMatchObject({ point: [-0.08, 51.52], faults: [] });
  });
});

describe("a point that can't be used is left out, and told with what was found", () => {
  test.each<readonly [Partial<PlaceCells>, string, string, boolean]>([
    [{ lat: "48.85", lon: "2.35" }, "point-outside-london", "48.85, 2.35", true],
    [{ lat: "-90", lon: "180" }, "point-outside-london", "-90, 180", true],
    [{ easting: "485000", northing: "215000" }, "point-outside-london", "485000, 215000", true],
    [{ lat: "0", lon: "0.0" }, "point-zero", "0, 0.0", false],
    [{ lat: "91", lon: "0" }, "bad-point", "91, 0", false],
    [{ lat: "10", lon: "181" }, "bad-point", "10, 181", false],
    [{ lat: "51.52", lon: "" }, "bad-point", "51.52, ", false],
    [{ lat: "", lon: "-0.08" }, "bad-point", ", -0.08", false],
    [{ lat: "north", lon: "-0.08" }, "bad-point", "north, -0.08", false],
    [{ lat: "51.52", lon: "-0.08 or so" }, "bad-point", "51.52, -0.08 or so", false],
    [{ easting: "about 533000", northing: "181000" }, "bad-point", "181000, about 533000", false],
  ])("%j", (cells, fault, found, outside) => {
    expect(read(cells)).toEqual({ point: null, outside, faults: [{ fault, found, outcome: "left-out" }] });
  });
});
