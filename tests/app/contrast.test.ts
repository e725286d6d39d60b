import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast } from "../../src/overlays/contrast.ts";

const css = readFileSync("src/app/styles/base.css", "utf8");
const [light = "", dark = ""] = [...css.matchAll(/:root\s*\{([^}]*)\}/g)].map(([, body = ""]) => body);

const colours = (body: string): ReadonlyMap<string, string> =>
  new Map([...body.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]));

/** Words on a ground need 4.5 : 1 (WCAG 2.2, 1.4.3); edges of controls and the focus ring 3 : 1 (1.4.11). */
const WORDS: readonly (readonly [string, string])[] = [
  ...["paper", "surface", "teal-soft", "marigold-soft"].flatMap((ground) =>
    ["ink", "ink-soft", "teal"].map((ink) => [ink, ground] as const),
  ),
  ["fit", "paper"],
  ["fit", "surface"],
  ["teal-ink", "teal"],
  ["marigold-ink", "marigold"],
  ["red-ink", "red"],
];
const EDGES: readonly (readonly [string, string])[] = ["paper", "surface", "teal-soft"].flatMap((ground) =>
  ["edge", "focus"].map((edge) => [edge, ground] as const),
);

describe.each([
  ["light", colours(light)],
  ["dark", colours(dark)],
] as const)("in the %s scheme", (_scheme, palette) => {
  const between = (one: string, other: string): number =>
    contrast(palette.get(one) ?? "missing", palette.get(other) ?? "missing");

  test.each(WORDS)("words in %s can be read on %s", (ink, ground) => {
    expect(between(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(EDGES)("the %s of a control can be seen on %s", (edge, ground) => {
    expect(between(edge, ground)).toBeGreaterThanOrEqual(3);
  });
});
