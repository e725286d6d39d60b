import type { Mark } from "./cluster-grid.ts";

/** Sides to which a quiet cluster may go, as turns from its own direction: the nearest ones first. */
const TURNS = [0, 1, -1, 2, -2, 3, -3, 4].map((eighth) => (eighth * Math.PI) / 4);

/** How far the two may overlap and still be read as two, in pixels. */
const TOUCH = 2;

/** Side of a bucket in pixels: no two marks that touch are more than one bucket apart. */
const BUCKET = 96;

/** Loud marks by where they stand, so that each quiet one asks only its neighbours. */
function bucketsOf(marks: readonly Mark[], side: number): ReadonlyMap<number, readonly Mark[]> {
  const buckets = new Map<number, Mark[]>();
  for (const mark of marks) {
    if (mark.quiet) continue;
    const key = keyOf(Math.floor(mark.x / side), Math.floor(mark.y / side));
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [mark]);
    else bucket.push(mark);
  }
  return buckets;
}

/** At zoom 14 the world is 87,000 buckets wide, so two of their numbers fit into one. */
const keyOf = (column: number, row: number): number => row * 1e6 + column;

/**
 * Moves quiet clusters out from under loud marks, just as far as they then touch: a cluster stands for several places,
 * so its own place is free. Quiet single marks stay where they are. Of eight sides it takes the first with room, else
 * the one least covered. `radiusOf` in pixels.
 */
export function moveQuietAside(
  marks: readonly Mark[],
  perPixel: number,
  radiusOf: (mark: Mark) => number,
): readonly Mark[] {
  const side = BUCKET * perPixel;
  const buckets = bucketsOf(marks, side);
  const near = (x: number, y: number): readonly Mark[] => {
    const found: Mark[] = [];
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
    for (let down = -1; down <= 1; down++) {
      for (let across = -1; across <= 1; across++) {
        const bucket = buckets.get(keyOf(column + across, row + down));
        if (bucket !== undefined) found.push(...bucket);
      }
    }
    return found;
  };
  return marks.map((mark) => {
    if (!mark.quiet || mark.form !== "cluster") return mark;
    const radius = radiusOf(mark);
    const neighbours = near(mark.x, mark.y);
    /** Pixels by which a disc here would lie under a loud mark. */
    const overlap = (other: Mark, x: number, y: number): number =>
      radiusOf(other) + radius - TOUCH - Math.hypot(other.x - x, other.y - y) / perPixel;
    let by: Mark | null = null;
    let covered = 1e-6;
    for (const other of neighbours) {
      const pixels = overlap(other, mark.x, mark.y);
      if (pixels > covered) [by, covered] = [other, pixels];
    }
    if (by === null) return mark;
    const away = (radiusOf(by) + radius - TOUCH) * perPixel;
    const heading = Math.atan2(mark.y - by.y, mark.x - by.x);
    let best = { x: mark.x, y: mark.y };
    for (const turn of TURNS) {
      const x = by.x + away * Math.cos(heading + turn);
      const y = by.y + away * Math.sin(heading + turn);
      let there = 1e-6;
      for (const other of neighbours) there = Math.max(there, overlap(other, x, y));
      if (there < covered) [best, covered] = [{ x, y }, there];
      if (there === 1e-6) break;
    }
    return { ...mark, ...best };
  });
}
