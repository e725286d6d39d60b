import type { Mark } from "./cluster-grid.ts";

/** Sides to which a quiet cluster may go, as turns from its own direction: the nearest ones first. */
const TURNS = [0, 1, -1, 2, -2, 3, -3, 4].map((eighth) => (eighth * Math.PI) / 4);

/** How far the two may overlap and still be read as two, in pixels. */
const TOUCH = 2;

/** Overlap in pixels that counts as none: less than rounding. */
const NOTHING = 1e-6;

/** Side of a bucket in pixels: no two marks that touch are more than one bucket apart. */
const BUCKET = 96;

/** Marks by where they stand, so that each quiet one asks only its neighbours. */
class Buckets {
  private readonly buckets = new Map<number, Mark[]>();

  /** `side` of a bucket in Mercator units. */
  constructor(private readonly side: number) {}

  add(mark: Mark): void {
    const key = keyOf(Math.floor(mark.x / this.side), Math.floor(mark.y / this.side));
    const bucket = this.buckets.get(key);
    if (bucket === undefined) this.buckets.set(key, [mark]);
    else bucket.push(mark);
  }

  near(x: number, y: number): readonly Mark[] {
    const found: Mark[] = [];
    const column = Math.floor(x / this.side);
    const row = Math.floor(y / this.side);
    for (let down = -1; down <= 1; down++) {
      for (let across = -1; across <= 1; across++) {
        const bucket = this.buckets.get(keyOf(column + across, row + down));
        if (bucket !== undefined) found.push(...bucket);
      }
    }
    return found;
  }
}

/** At zoom 14 the world is 87,000 buckets wide, so two of their numbers fit into one. */
const keyOf = (column: number, row: number): number => row * 1e6 + column;

/**
 * Moves quiet clusters out from under loud marks and each other, just as far as they then touch: a cluster stands for
 * several places, so its own place is free. Quiet single marks stay where they are. The largest choose first; each takes
 * the first of eight sides with room, else the one least covered. Marks keep their order. `radiusOf` in pixels.
 */
export function moveQuietAside(
  marks: readonly Mark[],
  perPixel: number,
  radiusOf: (mark: Mark) => number,
): readonly Mark[] {
  const placed = new Buckets(BUCKET * perPixel);
  const moved = [...marks];
  const movable: number[] = [];
  marks.forEach((mark, i) => {
    if (mark.quiet && mark.form === "cluster") movable.push(i);
    else if (!mark.quiet) placed.add(mark);
  });
  movable.sort((a, b) => (marks[b] as Mark).count - (marks[a] as Mark).count || a - b);
  for (const number of movable) {
    const mark = marks[number] as Mark;
    const place = freePlace(mark, placed.near(mark.x, mark.y), perPixel, radiusOf);
    const there = place === null ? mark : { ...mark, ...place };
    moved[number] = there;
    placed.add(there);
  }
  return moved;
}

/** Where a mark has room beside the neighbour that covers it most; null when none covers it. */
function freePlace(
  mark: Mark,
  neighbours: readonly Mark[],
  perPixel: number,
  radiusOf: (mark: Mark) => number,
): { readonly x: number; readonly y: number } | null {
  const radius = radiusOf(mark);
  /** Pixels by which a disc here would lie under another mark. */
  const overlap = (other: Mark, x: number, y: number): number =>
    radiusOf(other) + radius - TOUCH - Math.hypot(other.x - x, other.y - y) / perPixel;
  let by: Mark | null = null;
  let covered = NOTHING;
  for (const other of neighbours) {
    const pixels = overlap(other, mark.x, mark.y);
    if (pixels > covered) [by, covered] = [other, pixels];
  }
  if (by === null) return null;
  const away = (radiusOf(by) + radius - TOUCH) * perPixel;
  const heading = Math.atan2(mark.y - by.y, mark.x - by.x);
  let best = { x: mark.x, y: mark.y };
  for (const turn of TURNS) {
    const x = by.x + away * Math.cos(heading + turn);
    const y = by.y + away * Math.sin(heading + turn);
    let there = NOTHING;
    for (const other of neighbours) there = Math.max(there, overlap(other, x, y));
    if (there < covered) [best, covered] = [{ x, y }, there];
    if (there === NOTHING) break;
  }
  return best;
}
