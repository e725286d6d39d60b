import { describe, expect, test } from "vitest";
import { type Area, areaValue, describeArea } from "../../src/overlays/area.ts";
import { contrast, laidOver, luminance } from "../../src/overlays/contrast.ts";
import { deprivation } from "../../src/overlays/deprivation.ts";
import { legendOf } from "../../src/overlays/legend.ts";
import { OVERLAY_OPACITY } from "../../src/overlays/overlay.ts";
import { OVERLAYS, overlayById } from "../../src/overlays/overlays.ts";
import { KIND_MARKS } from "../../src/services/kind-marks.ts";
import { KINDS } from "../../src/services/kinds.ts";

const LAND = "#f6f4ef";

const area = (deciles: Area["deciles"]): Area => ({
  code: "E01000001",
  name: "Made-up Green",
  borough: "Nowhere-upon-Thames",
  deciles,
});

describe.each(OVERLAYS)("overlay $id", (overlay) => {
  test("its classes follow each other without gap or overlap, from the most deprived tenth to the least", () => {
    const edges = overlay.classes.map(({ from, to }) => [from, to]);
    expect(edges).toEqual(Array.from({ length: 10 }, (_, i) => [i + 1, i + 1]));
  });

  test("its classes grow lighter in order, so that the direction survives grey print", () => {
    const steps = overlay.classes.map(({ colour }) => luminance(colour));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBe(steps.length);
  });

  test.each(overlay.classes)("on class $from every kind of mark shows its fill or its ring at 3:1", ({ colour }) => {
    const ground = laidOver(colour, LAND, OVERLAY_OPACITY);
    for (const kind of KINDS) {
      const best = Math.max(contrast(KIND_MARKS[kind].colour, ground), contrast("#ffffff", ground));
      expect(best, kind).toBeGreaterThanOrEqual(3);
    }
  });

  test("its legend has the colours of its classes and says which end is which", () => {
    const legend = legendOf(overlay);
    expect(legend.map(({ colour }) => colour)).toEqual([
      ...overlay.classes.map(({ colour }) => colour),
      overlay.noData.colour,
    ]);
    expect(legend[0]?.label).toBe("overlay.most");
    expect(legend.at(-2)?.label).toBe("overlay.least");
  });

  test("no data is told from every class by a hatch, not by colour alone", () => {
    expect(legendOf(overlay).filter(({ hatched }) => hatched)).toHaveLength(1);
    expect(overlay.classes.map(({ colour }) => colour)).not.toContain(overlay.noData.colour);
  });

  test("it is found by its id", () => {
    expect(overlayById(overlay.id)).toBe(overlay);
  });
});

test("every overlay shades by a column of its own", () => {
  expect(new Set(OVERLAYS.map(({ property }) => property)).size).toBe(OVERLAYS.length);
});

test("an overlay that no longer exists is none, not an error", () => {
  expect(overlayById("happiness")).toBeNull();
});

test("an area's value is its decile for that overlay", () => {
  expect(areaValue(area({ imd: 3, crime: 9 }), deprivation)).toBe(3);
});

test.each([{}, { imd: 0 }, { imd: 11 }, { imd: 2.5 }, { crime: 4 }])(
  "an area with no decile from 1 to 10 (%o) has no value and says so",
  (deciles) => {
    expect(areaValue(area(deciles), deprivation)).toBeNull();
    expect(describeArea(area(deciles), deprivation).map(({ message }) => message)).toEqual(["overlay.noData"]);
  },
);

test.each([
  [1, ["overlay.area", "overlay.areaMost"]],
  [2, ["overlay.area"]],
  [9, ["overlay.area"]],
  [10, ["overlay.area", "overlay.areaLeast"]],
] as const)("decile %i is told in words, with the direction at either end", (imd, messages) => {
  const told = describeArea(area({ imd }), deprivation);
  expect(told.map(({ message }) => message)).toEqual(messages);
  expect(told[0]?.values).toEqual({ area: "Made-up Green", borough: "Nowhere-upon-Thames", decile: imd });
  expect(told[0]?.words).toEqual({ measure: "overlay.deprivation" });
});
