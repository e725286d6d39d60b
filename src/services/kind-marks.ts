import type { Kind } from "./kinds.ts";

/**
 * How a kind is drawn, on card, map and print alike: a filled silhouette with a white glyph on it. Path data for a
 * 24 × 24 view box, fill rule nonzero, absolute `M L C Z` commands only, so that the map's own rasteriser can read it.
 */
export interface KindMark {
  readonly shape: string;
  /** Drawn over the shape, in white. */
  readonly glyph: string;
  /**
   * Fill of the shape, the same in both colour schemes. Dark enough to stand at 3:1 or more from every pale class of a
   * shaded map; on the dark classes the white ring does that.
   */
  readonly colour: string;
}

/** Distance of a Bézier handle that draws a quarter circle of radius 1: 4/3 × (√2 − 1). */
const HANDLE = 0.5523;

const n = (value: number): string => String(Math.round(value * 100) / 100);
const at = (x: number, y: number): string => `${n(x)} ${n(y)}`;

/** A circle; `hole` turns it the other way round, so that it cuts itself out of what surrounds it. */
function circle(x: number, y: number, r: number, hole = false): string {
  const k = r * HANDLE;
  const s = hole ? -1 : 1;
  return (
    `M${at(x - r, y)}` +
    `C${at(x - r, y - k * s)} ${at(x - k, y - r * s)} ${at(x, y - r * s)}` +
    `C${at(x + k, y - r * s)} ${at(x + r, y - k * s)} ${at(x + r, y)}` +
    `C${at(x + r, y + k * s)} ${at(x + k, y + r * s)} ${at(x, y + r * s)}` +
    `C${at(x - k, y + r * s)} ${at(x - r, y + k * s)} ${at(x - r, y)}Z`
  );
}

/** Shoulders under a head: the upper half of an ellipse, flat below. */
function shoulders(x: number, y: number, rx: number, ry: number): string {
  return (
    `M${at(x - rx, y)}C${at(x - rx, y - ry * HANDLE)} ${at(x - rx * HANDLE, y - ry)} ${at(x, y - ry)}` +
    `C${at(x + rx * HANDLE, y - ry)} ${at(x + rx, y - ry * HANDLE)} ${at(x + rx, y)}Z`
  );
}

/** A polygon with rounded corners: each corner is cut `r` before and after, and bent through the corner point. */
function rounded(points: readonly (readonly [number, number])[], r: number): string {
  const corner = (i: number): string => {
    const [px, py] = points[(i + points.length - 1) % points.length] as readonly [number, number];
    const [x, y] = points[i] as readonly [number, number];
    const [nx, ny] = points[(i + 1) % points.length] as readonly [number, number];
    const before = r / Math.hypot(px - x, py - y);
    const after = r / Math.hypot(nx - x, ny - y);
    const from = at(x + (px - x) * before, y + (py - y) * before);
    const to = at(x + (nx - x) * after, y + (ny - y) * after);
    return `${i === 0 ? "M" : "L"}${from}C${at(x, y)} ${at(x, y)} ${to}`;
  };
  return `${points.map((_, i) => corner(i)).join("")}Z`;
}

/** A five-pointed star, fat enough to hold a glyph. */
function star(x: number, y: number, outer: number, inner: number): (readonly [number, number])[] {
  return Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    const r = i % 2 === 0 ? outer : inner;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const;
  });
}

const ring = (x: number, y: number, r: number, width: number): string =>
  circle(x, y, r) + circle(x, y, r - width, true);

const person = (x: number, y: number, size: number): string =>
  circle(x, y - size * 0.55, size * 0.62) + shoulders(x, y + size * 1.3, size * 1.1, size * 1.2);

/** The one drawing of each kind. Silhouettes differ, so that kinds are told apart without colour. */
export const KIND_MARKS: Readonly<Record<Kind, KindMark>> = {
  // A diamond with two links of a chain: someone who links you up.
  "social-prescribing": {
    shape: rounded(
      [
        [12, 0.6],
        [23.4, 12],
        [12, 23.4],
        [0.6, 12],
      ],
      3.4,
    ),
    glyph: ring(9.2, 12, 3.9, 1.7) + ring(14.8, 12, 3.9, 1.7),
    colour: "#00565a",
  },
  // A square with a heart.
  service: {
    shape: rounded(
      [
        [2.4, 2.4],
        [21.6, 2.4],
        [21.6, 21.6],
        [2.4, 21.6],
      ],
      4.2,
    ),
    glyph:
      "M12 17.8C6.6 14.2 5.6 11.6 5.6 9.7C5.6 7.8 7 6.4 8.8 6.4C10.2 6.4 11.3 7.1 12 8.3" +
      "C12.7 7.1 13.8 6.4 15.2 6.4C17 6.4 18.4 7.8 18.4 9.7C18.4 11.6 17.4 14.2 12 17.8Z",
    colour: "#8f2600",
  },
  // A circle with three people.
  group: {
    shape: circle(12, 12, 10.6),
    glyph: person(7.2, 11.4, 2.3) + person(16.8, 11.4, 2.3) + person(12, 11.2, 3),
    colour: "#1b4488",
  },
  // A star with one person on it.
  champions: {
    shape: rounded(star(12, 12.7, 12.2, 7), 2),
    glyph: person(12, 12.4, 3),
    colour: "#7d1150",
  },
  // A house with its door.
  place: {
    shape: rounded(
      [
        [12, 1.4],
        [22.6, 10.2],
        [22.6, 22],
        [1.4, 22],
        [1.4, 10.2],
      ],
      2.6,
    ),
    glyph: rounded(
      [
        [9, 11.6],
        [15, 11.6],
        [15, 22],
        [9, 22],
      ],
      1,
    ),
    colour: "#454c4a",
  },
};

/** Several services at one and the same place: two sheets, one behind the other; the number stands on the front one. */
export const SEVERAL_MARK: KindMark = {
  shape:
    rounded(
      [
        [6.6, 1],
        [23, 1],
        [23, 17.4],
        [6.6, 17.4],
      ],
      3.4,
    ) +
    rounded(
      [
        [1, 6.6],
        [17.4, 6.6],
        [17.4, 23],
        [1, 23],
      ],
      3.4,
    ),
  // The edge between the two sheets.
  glyph: "M7.2 5.8L18.2 5.8L18.2 16.8L16.8 16.8L16.8 7.2L7.2 7.2Z",
  colour: "#123f3b",
};
