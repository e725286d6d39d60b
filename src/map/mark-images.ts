import { KIND_MARKS, type KindMark, SEVERAL_MARK } from "../services/kind-marks.ts";
import { KINDS, type Kind } from "../services/kinds.ts";
import { coverage, distances, outlinesOf, paint, type Raster } from "./rasterise.ts";

/** What the marks on the map are made of, besides the colours of the kinds; the same in both schemes. */
export const MARK_COLOURS = { ring: "#ffffff", edge: "#0f2422", quietCluster: "#eef0ec", quietRim: "#333b39" } as const;

/** Colours of marks that a publisher may choose, `#rrggbb`. */
export interface MarkInks {
  /** Of a mark with a number: white is written on it. */
  readonly several: string;
  /** Of the ring of the service that is open; between a white ring and a dark one, so that any colour shows. */
  readonly chosen: string;
}
export const OUR_INKS: MarkInks = { several: SEVERAL_MARK.colour, chosen: "#f2a900" };

/**
 * How a mark may look. `quiet`: small, without an edge; `hollow`: its place is known to about 1 km only, so it is drawn
 * as an outline in the middle of a soft disc; `selected` and `hovered`: larger, with a ring more.
 */
export type Look = "plain" | "quiet" | "hollow" | ChosenLook | `${ChosenLook}-hollow`;
export type ChosenLook = "selected" | "hovered";

interface Recipe {
  /** Side of the drawing's 24-unit box on screen, in pixels. */
  readonly size: number;
  /** From the shape outwards: colour and width in pixels. */
  readonly rings: readonly (readonly [colour: string, width: number])[];
  readonly hollow: boolean;
}

const { ring, edge } = MARK_COLOURS;

const selectedRings = ({ chosen }: MarkInks): Recipe["rings"] => [
  [ring, 1.8],
  [chosen, 4],
  [edge, 1.6],
];
const HOVERED: Recipe["rings"] = [
  [ring, 2.4],
  [edge, 2.4],
];
const PLAIN: Recipe["rings"] = [
  [ring, 1.8],
  [edge, 0.9],
];

const recipesOf = (inks: MarkInks): Readonly<Record<Look, Recipe>> => ({
  plain: { size: 20, rings: PLAIN, hollow: false },
  quiet: { size: 13, rings: [[ring, 1.4]], hollow: false },
  hollow: { size: 20, rings: [[ring, 1.8]], hollow: true },
  selected: { size: 26, rings: selectedRings(inks), hollow: false },
  hovered: { size: 26, rings: HOVERED, hollow: false },
  "selected-hollow": { size: 26, rings: selectedRings(inks), hollow: true },
  "hovered-hollow": { size: 26, rings: HOVERED, hollow: true },
});
const OUR_RECIPES = recipesOf(OUR_INKS);

/** Device pixels a pixel: sharp on phones, and scaled down cleanly elsewhere. */
export const PIXEL_RATIO = 2;

const HOLLOW_WIDTH = 2;

/** One mark drawn, at `PIXEL_RATIO`, square, centred on its place, `enlarged` times its usual size. The same on every device. */
export function drawMark(
  { shape, glyph, colour }: KindMark,
  look: Look,
  enlarged = 1,
  recipes: Readonly<Record<Look, Recipe>> = OUR_RECIPES,
): Raster {
  const { rings, hollow } = recipes[look];
  const size = recipes[look].size * enlarged;
  const outer = rings.reduce((sum, [, width]) => sum + width, 0);
  const side = 2 * Math.ceil((size / 2 + outer + 1) * PIXEL_RATIO);
  const scale = (size / 24) * PIXEL_RATIO;
  const shift = side / 2 - 12 * scale;
  const raster: Raster = { width: side, height: side, data: new Uint8ClampedArray(side * side * 4) };
  const outlines = outlinesOf(shape, scale, shift, shift);
  const inside = coverage(outlines, side);
  const away = distances(outlines, side);
  const within = (width: number): Float32Array =>
    away.map((distance, i) =>
      Math.max(inside[i] as number, Math.min(1, Math.max(0, width * PIXEL_RATIO + 0.5 - distance))),
    );
  let width = outer;
  for (const [ringColour, ringWidth] of [...rings].reverse()) {
    paint(raster, ringColour, within(width));
    width -= ringWidth;
  }
  paint(raster, colour, inside);
  if (hollow) {
    const inset = HOLLOW_WIDTH * PIXEL_RATIO;
    paint(
      raster,
      ring,
      inside.map((alpha, i) => alpha * Math.min(1, Math.max(0, (away[i] as number) - inset + 0.5))),
    );
  }
  if (glyph !== "") paint(raster, hollow ? colour : ring, coverage(outlinesOf(glyph, scale, shift, shift), side));
  return raster;
}

/** Name of the image of a kind, or of several services at one place, in a look. */
export function markImage(kind: Kind | "several", look: Look): string {
  return `mark-${kind}-${look}`;
}

/** Radii in pixels for which a cluster's disc is drawn; a cluster takes the nearest. */
const CLUSTER_RADII = [8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40] as const;

/** Name of the image of a cluster of about that radius in pixels. */
export function clusterImage(radius: number, quiet: boolean): string {
  const nearest = CLUSTER_RADII.reduce<number>(
    (best, each) => (Math.abs(each - radius) < Math.abs(best - radius) ? each : best),
    CLUSTER_RADII[0],
  );
  return `cluster-${nearest}${quiet ? "-quiet" : ""}`;
}

/** A disc for a number: dark with a white ring, or pale with a dark rim where quiet. `radius` in pixels, all in all. */
export function drawCluster(radius: number, quiet: boolean, { several }: MarkInks = OUR_INKS): Raster {
  const side = 2 * (radius + 1) * PIXEL_RATIO;
  const raster: Raster = { width: side, height: side, data: new Uint8ClampedArray(side * side * 4) };
  const bands: readonly (readonly [colour: string, radius: number])[] = quiet
    ? [
        [MARK_COLOURS.quietRim, radius],
        [MARK_COLOURS.quietCluster, radius - 1.3],
      ]
    : [
        [edge, radius],
        [ring, radius - 0.8],
        [several, radius - 2.8],
      ];
  const fromMiddle = Float32Array.from({ length: side * side }, (_, i) =>
    Math.hypot((i % side) + 0.5 - side / 2, Math.floor(i / side) + 0.5 - side / 2),
  );
  for (const [colour, reach] of bands) {
    paint(
      raster,
      colour,
      fromMiddle.map((distance) => Math.min(1, Math.max(0, reach * PIXEL_RATIO + 0.5 - distance))),
    );
  }
  return raster;
}

/** Two sheets drawn as outlines would show through each other, and a number needs room: filled, and never quite small. */
function drawSeveral(look: Look, { several }: MarkInks, recipes: Readonly<Record<Look, Recipe>>): Raster {
  const filled = recipes[look].hollow ? "plain" : look;
  return drawMark({ ...SEVERAL_MARK, colour: several }, filled, look === "quiet" ? 1.35 : 1, recipes);
}

/** Name of the pattern laid over areas without data. */
export const HATCH_IMAGE = "asset-hatch";

const LOOKS = Object.keys(OUR_RECIPES) as Look[];

/**
 * Every image that the map's own layers name, and how to draw it: a screen needs a few of them, and a phone should not
 * wait for the rest.
 */
export function markImages(inks: MarkInks): ReadonlyMap<string, () => Raster> {
  const recipes = recipesOf(inks);
  return new Map([
    ...LOOKS.flatMap((look) => [
      ...KINDS.map((kind) => [markImage(kind, look), () => drawMark(KIND_MARKS[kind], look, 1, recipes)] as const),
      [markImage("several", look), () => drawSeveral(look, inks, recipes)] as const,
    ]),
    ...CLUSTER_RADII.flatMap((radius) =>
      [false, true].map((quiet) => [clusterImage(radius, quiet), () => drawCluster(radius, quiet, inks)] as const),
    ),
    [HATCH_IMAGE, drawHatch] as const,
  ]);
}

/** Diagonal lines that join up when repeated. */
function drawHatch(): Raster {
  const side = 8 * PIXEL_RATIO;
  const raster: Raster = { width: side, height: side, data: new Uint8ClampedArray(side * side * 4) };
  const lines = Float32Array.from({ length: side * side }, (_, i) => {
    const across = ((i % side) + Math.floor(i / side)) % side;
    return Math.min(across, side - across) < PIXEL_RATIO * 0.7 ? 0.5 : 0;
  });
  paint(raster, "#6b6b6b", lines);
  return raster;
}
