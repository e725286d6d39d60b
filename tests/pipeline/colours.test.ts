import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast } from "../../src/overlays/contrast.ts";
import { colourFault, GROUNDS, pairFault, themeCss } from "../../src/pipeline/colours.ts";

const colour = fc
  .tuple(fc.nat({ max: 255 }), fc.nat({ max: 255 }), fc.nat({ max: 255 }))
  .map((rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`);

/** The custom properties of the light and of the dark scheme. */
function schemes(css: string): readonly [light: Map<string, string>, dark: Map<string, string>] {
  const [light = "", dark = ""] = css.split("@media");
  const read = (text: string) =>
    new Map([...text.matchAll(/--([a-z-]+):(#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]));
  return [read(light), read(dark)];
}
const pair = (a: string | undefined, b: string | undefined): number => contrast(a ?? "", b ?? "");

describe("a publisher's colours", () => {
  test("stand on the grounds that the page has", () => {
    const css = readFileSync("src/app/styles/base.css", "utf8");
    const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
    for (const [name, value] of Object.entries(GROUNDS.light)) expect(light).toContain(`--${name}: ${value};`);
    for (const [name, value] of Object.entries(GROUNDS.dark)) expect(dark).toContain(`--${name}: ${value};`);
  });

  test("that are taken can be read everywhere, in both schemes", () => {
    fc.assert(
      fc.property(colour, (teal) => {
        if (colourFault("teal", teal) !== null) return;
        const [light, dark] = schemes(themeCss({ teal }));
        for (const [scheme, ground] of [
          [light, GROUNDS.light],
          [dark, GROUNDS.dark],
        ] as const) {
          const own = scheme.get("teal");
          for (const behind of [ground.paper, ground.surface, scheme.get("teal-soft")])
            expect(pair(own, behind)).toBeGreaterThanOrEqual(4.5);
          expect(pair(scheme.get("teal-ink"), own)).toBeGreaterThanOrEqual(4.5);
          expect(pair(ground.ink, scheme.get("teal-soft"))).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  test("of what is chosen carry words that can be read", () => {
    fc.assert(
      fc.property(colour, (marigold) => {
        if (colourFault("marigold", marigold) !== null) return;
        const [light, dark] = schemes(themeCss({ marigold }));
        for (const [scheme, ground] of [
          [light, GROUNDS.light],
          [dark, GROUNDS.dark],
        ] as const) {
          expect(pair(scheme.get("marigold-ink"), scheme.get("marigold"))).toBeGreaterThanOrEqual(4.5);
          expect(pair(ground.ink, scheme.get("marigold-soft"))).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  test("that are too pale are told with what they lack", () => {
    expect(colourFault("teal", "#7ad6cb")).toMatch(/darker.*4\.5.*this has 1\.\d/);
    expect(colourFault("teal", "blue")).toMatch(/#00605c/);
    expect(colourFault("teal", "#00605c")).toBeNull();
  });

  test("are told when what is chosen would not stand out from the marks of the map", () => {
    expect(pairFault({})).toBeNull();
    expect(pairFault({ teal: "#1d3f8f", marigold: "#ffd34d" })).toBeNull();
    expect(pairFault({ marigold: "#00504c" })).toMatch(/told apart.*3 to 1.*#00605c.*#00504c.*1\.\d/);
  });

  test("on the map carry the white number that is written on them", () => {
    fc.assert(
      fc.property(colour, (teal) => {
        if (colourFault("teal", teal) === null) expect(contrast("#ffffff", teal)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test("leave no trace when there are none", () => {
    expect(themeCss({})).toBe("");
  });
});
