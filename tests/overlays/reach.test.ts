import { expect, test } from "vitest";
import { contrast, luminance } from "../../src/overlays/contrast.ts";
import { REACH_CLASSES } from "../../src/overlays/reach.ts";

test("the shades of reach go from dark to light, and each can be told from the next without colour", () => {
  const light = REACH_CLASSES.map(({ colour }) => luminance(colour));
  expect([...light].sort((a, b) => a - b)).toEqual(light);
  for (const [i, { colour }] of REACH_CLASSES.entries()) {
    const next = REACH_CLASSES[i + 1];
    if (next !== undefined) expect(contrast(colour, next.colour), next.id).toBeGreaterThan(1.3);
  }
});

test("a gap stands out from every other shade", () => {
  const [gap, ...others] = REACH_CLASSES;
  expect(gap.id).toBe("gap");
  for (const { id, colour } of others) expect(contrast(gap.colour, colour), id).toBeGreaterThanOrEqual(3);
});
