import type { Position } from "geojson";
import pointInPolygon from "point-in-polygon-hao";

/** A polygon of an area: the area's number, and rings as GeoJSON has them, the outer one first, each closed. */
export interface AreaPolygon {
  readonly row: number;
  readonly rings: Position[][];
}

export interface PolygonGrid {
  /** The least number of an area that holds the point or has it on its edge; -1 when none does. */
  rowAt(lon: number, lat: number): number;
}

/** Cells for each polygon, about: so many that most lie wholly inside one, so few that a million hold all London. */
const CELLS_A_POLYGON = 200;
const MOST_CELLS = 1 << 20;
/** Degrees, a tenth of a millimetre: more than any rounding below, far less than a cell. */
const PAD = 1e-9;

const EMPTY = -1;

/** The plain definition of what a polygon holds: its edge counts, its holes do not. */
export function holdsPlainly({ rings }: AreaPolygon, lon: number, lat: number): boolean {
  return pointInPolygon([lon, lat], rings) !== false;
}

/** A polygon's rings as one block of numbers, which is read many times faster than lists of pairs. */
class FlatPolygon {
  private readonly numbers: Float64Array;
  private readonly ends: readonly number[];

  constructor(readonly polygon: AreaPolygon) {
    this.numbers = Float64Array.from(polygon.rings.flat(2));
    let end = 0;
    this.ends = polygon.rings.map((ring) => {
      end += ring.length * 2;
      return end;
    });
  }

  /**
   * The same answer as `holdsPlainly`: crossings of the ray to the east are counted, and wherever a sign is not sure
   * (a corner at the point's latitude, a point within rounding of an edge) the plain definition is asked. The bound
   * is that of Shewchuk's filter for the orientation of three points (1997).
   */
  holds(x: number, y: number): boolean {
    const { numbers, ends } = this;
    let inside = false;
    let at = 0;
    for (const end of ends) {
      let x1 = numbers[at] as number;
      let y1 = numbers[at + 1] as number;
      for (at += 2; at < end; at += 2) {
        const x2 = numbers[at] as number;
        const y2 = numbers[at + 1] as number;
        if (y2 === y) return holdsPlainly(this.polygon, x, y);
        if (y1 > y !== y2 > y) {
          const left = (x1 - x) * (y2 - y);
          const right = (x2 - x) * (y1 - y);
          const det = left - right;
          if (Math.abs(det) <= 3.4e-16 * (Math.abs(left) + Math.abs(right))) {
            return holdsPlainly(this.polygon, x, y);
          }
          if (det > 0 === y2 > y1) inside = !inside;
        }
        x1 = x2;
        y1 = y2;
      }
    }
    return inside;
  }

  /** Calls back with both ends of every edge. */
  edges(visit: (x1: number, y1: number, x2: number, y2: number) => void): void {
    const { numbers, ends } = this;
    let at = 0;
    for (const end of ends) {
      for (at += 2; at < end; at += 2) {
        visit(numbers[at - 2] as number, numbers[at - 1] as number, numbers[at] as number, numbers[at + 1] as number);
      }
    }
  }
}

/**
 * Look-up of points in polygons by a grid. A cell through which no edge goes lies wholly inside or outside of each
 * polygon, so its answer is worked out once; in the other cells only those polygons are asked whose edges go through
 * them. The answer is the plain definition's for every point, whatever number of cells is wished.
 */
export function createPolygonGrid(
  polygons: readonly AreaPolygon[],
  wished = polygons.length * CELLS_A_POLYGON,
): PolygonGrid {
  const flat = [...polygons].sort((a, b) => a.row - b.row).map((polygon) => new FlatPolygon(polygon));
  const [west, south, east, north] = boundsOf(flat);
  const side = Math.max(1, Math.floor(Math.sqrt(Math.min(MOST_CELLS, wished))));
  const perLon = east > west ? side / (east - west) : 0;
  const perLat = north > south ? side / (north - south) : 0;
  // Both never fall as their number grows, so that whatever lies between two points lies between their cells.
  const column = (lon: number): number => Math.min(side - 1, Math.max(0, Math.floor((lon - west) * perLon)));
  const line = (lat: number): number => Math.min(side - 1, Math.max(0, Math.floor((lat - south) * perLat)));

  /** EMPTY, or the number of a list in `lists`. An item is twice a polygon's place, and one more where it fills the cell. */
  const cells = new Int32Array(side * side).fill(EMPTY);
  const lists: (readonly number[])[] = [];
  const grown = new Map<number, number>();
  const add = (cell: number, item: number): void => {
    const before = cells[cell] as number;
    // Neighbouring cells have the same few polygons, so lists are shared.
    const key = (before + 1) * 2 * flat.length + item;
    let list = grown.get(key);
    if (list === undefined) {
      list = lists.push([...(lists[before] ?? []), item]) - 1;
      grown.set(key, list);
    }
    cells[cell] = list;
  };

  const marks = new Int32Array(side * side).fill(EMPTY);
  for (let place = 0; place < flat.length; place++) {
    const polygon = flat[place] as FlatPolygon;
    let [left, right, bottom, top] = [side, -1, side, -1];
    polygon.edges((x1, y1, x2, y2) => {
      const [low, high] = [line(Math.min(y1, y2)), line(Math.max(y1, y2))];
      const [first, last] = [column(Math.min(x1, x2)), column(Math.max(x1, x2))];
      left = Math.min(left, first);
      right = Math.max(right, last);
      bottom = Math.min(bottom, low);
      top = Math.max(top, high);
      for (let row = low; row <= high; row++) {
        let [from, to] = [first, last];
        if (low < high && first < last) {
          // Where the edge enters and leaves this line of cells.
          const slope = (x2 - x1) / (y2 - y1);
          const xa = x1 + (south + row / perLat - PAD - y1) * slope;
          const xb = x1 + (south + (row + 1) / perLat + PAD - y1) * slope;
          from = Math.max(first, column(Math.min(xa, xb) - PAD));
          to = Math.min(last, column(Math.max(xa, xb) + PAD));
        }
        marks.fill(place, row * side + from, row * side + to + 1);
      }
    });
    for (let row = bottom; row <= top; row++) {
      const lat = south + (row + 0.5) / perLat;
      let fills: boolean | null = null;
      for (let col = left; col <= right; col++) {
        const cell = row * side + col;
        if (marks[cell] === place) {
          add(cell, place * 2);
          fills = null;
          continue;
        }
        // Between two edges all cells of a line are alike.
        fills ??= polygon.holds(west + (col + 0.5) / perLon, lat);
        if (fills) add(cell, place * 2 + 1);
      }
    }
  }

  return {
    rowAt(lon, lat) {
      if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return -1;
      const list = cells[line(lat) * side + column(lon)] as number;
      if (list === EMPTY) return -1;
      for (const item of lists[list] as readonly number[]) {
        const polygon = flat[item >> 1] as FlatPolygon;
        if ((item & 1) === 1 || polygon.holds(lon, lat)) return polygon.polygon.row;
      }
      return -1;
    },
  };
}

function boundsOf(polygons: readonly FlatPolygon[]): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons) {
    polygon.edges((x1, y1) => {
      west = Math.min(west, x1);
      south = Math.min(south, y1);
      east = Math.max(east, x1);
      north = Math.max(north, y1);
    });
  }
  return [west, south, east, north];
}
