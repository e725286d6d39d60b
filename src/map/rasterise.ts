/** Pixels as MapLibre takes them: red, green, blue, alpha, row by row from the top; not premultiplied. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Closed outlines: x, y, x, y … each; the last point joins the first. */
export type Outlines = readonly Float64Array[];

const CURVE_STEPS = 8;

/**
 * Path data of absolute `M L C Z` commands as outlines, scaled and moved. Throws on any other command: the drawings are
 * ours. We fill pixels ourselves because browsers that guard against fingerprinting blur what a canvas gives back.
 */
export function outlinesOf(path: string, scale: number, dx: number, dy: number): Outlines {
  const outlines: Float64Array[] = [];
  let current: number[] = [];
  for (const [, command = "", tail = ""] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const values = (tail.match(/-?\d*\.?\d+/g) ?? []).map((text, i) => Number(text) * scale + (i % 2 === 0 ? dx : dy));
    if (command === "M") current = [...values];
    else if (command === "L") current.push(...values);
    else if (command === "C") for (let i = 0; i + 5 < values.length; i += 6) bend(current, values.slice(i, i + 6));
    else if (command === "Z") outlines.push(Float64Array.from(current));
    else throw new Error(`Path command "${command}" is not one of M, L, C and Z.`);
  }
  return outlines;
}

function bend(outline: number[], [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[]): void {
  const [x0 = 0, y0 = 0] = outline.slice(-2);
  for (let step = 1; step <= CURVE_STEPS; step++) {
    const t = step / CURVE_STEPS;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    outline.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

function eachEdge(outlines: Outlines, visit: (x1: number, y1: number, x2: number, y2: number) => void): void {
  for (const outline of outlines) {
    for (let i = 0; i < outline.length; i += 2) {
      const j = (i + 2) % outline.length;
      visit(outline[i] as number, outline[i + 1] as number, outline[j] as number, outline[j + 1] as number);
    }
  }
}

const SUBSAMPLES = 4;

/** How much of each pixel of a square lies inside the outlines, 0 to 1: fill rule nonzero, 16 samples a pixel. */
export function coverage(outlines: Outlines, size: number): Float32Array {
  const covered = new Float32Array(size * size);
  for (let line = 0; line < size * SUBSAMPLES; line++) {
    const y = (line + 0.5) / SUBSAMPLES;
    const crossings: { x: number; turn: number }[] = [];
    eachEdge(outlines, (x1, y1, x2, y2) => {
      if (y1 <= y === y2 <= y) return;
      crossings.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y1 < y2 ? 1 : -1 });
    });
    crossings.sort((a, b) => a.x - b.x);
    const row = Math.floor(line / SUBSAMPLES) * size;
    let winding = 0;
    let next = 0;
    for (let sample = 0; sample < size * SUBSAMPLES; sample++) {
      const x = (sample + 0.5) / SUBSAMPLES;
      for (let crossing = crossings[next]; crossing !== undefined && crossing.x <= x; crossing = crossings[++next]) {
        winding += crossing.turn;
      }
      const pixel = row + Math.floor(sample / SUBSAMPLES);
      if (winding !== 0) covered[pixel] = (covered[pixel] as number) + 1 / SUBSAMPLES ** 2;
    }
  }
  return covered;
}

/** Distance in pixels from the centre of each pixel of a square to the nearest outline, inside as outside. */
export function distances(outlines: Outlines, size: number): Float32Array {
  const nearest = new Float32Array(size * size).fill(Number.POSITIVE_INFINITY);
  eachEdge(outlines, (x1, y1, x2, y2) => {
    const [ex, ey] = [x2 - x1, y2 - y1];
    const length = ex * ex + ey * ey || 1;
    for (let pixel = 0; pixel < nearest.length; pixel++) {
      const px = (pixel % size) + 0.5 - x1;
      const py = Math.floor(pixel / size) + 0.5 - y1;
      const t = Math.max(0, Math.min(1, (px * ex + py * ey) / length));
      const dx = px - t * ex;
      const dy = py - t * ey;
      const d = dx * dx + dy * dy;
      if (d < (nearest[pixel] as number)) nearest[pixel] = d;
    }
  });
  return nearest.map(Math.sqrt);
}

/** Lays a flat colour over a raster, `alpha` (0 to 1) a pixel. */
export function paint(raster: Raster, colour: string, alpha: Float32Array): void {
  const value = Number.parseInt(colour.slice(1), 16);
  const parts = [value >> 16, (value >> 8) & 255, value & 255];
  const { data } = raster;
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    const over = alpha[pixel] as number;
    if (over <= 0) continue;
    const at = pixel * 4;
    const under = ((data[at + 3] as number) / 255) * (1 - over);
    const total = over + under;
    for (let part = 0; part < 3; part++) {
      data[at + part] = ((parts[part] as number) * over + (data[at + part] as number) * under) / total;
    }
    data[at + 3] = total * 255;
  }
}
