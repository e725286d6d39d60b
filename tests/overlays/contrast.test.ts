import { expect, test } from "vitest";
import { contrast, laidOver } from "../../src/overlays/contrast.ts";

test("black on white is 21:1 and a colour on itself 1:1, as WCAG defines", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#5f4596", "#5f4596")).toBe(1);
});

test("the lightest grey that WCAG lets carry text on white is #767676", () => {
  expect(contrast("#767676", "#ffffff")).toBeGreaterThanOrEqual(4.5);
  expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
});

test("contrast does not care which colour comes first", () => {
  expect(contrast("#123f3b", "#f6f4ef")).toBe(contrast("#f6f4ef", "#123f3b"));
});

test("an opaque colour hides its ground and a clear one shows it", () => {
  expect(laidOver("#102030", "#ffffff", 1)).toBe("#102030");
  expect(laidOver("#102030", "#ffffff", 0)).toBe("#ffffff");
  expect(laidOver("#000000", "#ffffff", 0.5)).toBe("#808080");
});

test("a colour that is no #rrggbb is refused with a sentence", () => {
  expect(() => contrast("red", "#ffffff")).toThrow('"red" is not a colour of the form #rrggbb.');
});
