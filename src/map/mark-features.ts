import type { Feature, FeatureCollection, Point, Polygon } from "geojson";
import { KIND_MARKS } from "../services/kind-marks.ts";
import { KINDS, type Kind } from "../services/kinds.ts";
import { PRECISIONS } from "../services/place.ts";
import { type ClusterGrid, clusterRadius, type Mark } from "./cluster-grid.ts";
import { type ChosenLook, clusterImage, type Look, type MarkInks, markImage, OUR_INKS } from "./mark-images.ts";
import { circleRing, latOfY, lonOfX } from "./mercator.ts";
import type { PointSet, Scene } from "./scene.ts";

/** Radius in metres of the soft disc of an `approximate` location: its place is known to about 1 km. */
export const APPROXIMATE_METRES = 1000;

const APPROXIMATE = PRECISIONS.indexOf("approximate");

export interface MarkProperties {
  readonly form: Mark["form"];
  readonly image: string;
  /** Number to write on it, or "" on a single mark. */
  readonly label: string;
  readonly quiet: boolean;
  readonly textSize: number;
  readonly textColour: string;
}

/** Kind at a point of the set. */
function kindOf(points: PointSet, point: number): Kind {
  return KINDS[points.kinds[point] as number] ?? "service";
}

function look(mark: Mark): Look {
  if (mark.precision === APPROXIMATE) return "hollow";
  return mark.quiet ? "quiet" : "plain";
}

/** Marks as features, smaller ones first so that larger ones lie above. `count` writes a number in the reader's digits. */
export function markFeatures(
  points: PointSet,
  { marks }: ClusterGrid,
  count: (value: number) => string,
): FeatureCollection<Point, MarkProperties> {
  const features = marks.map((mark): Feature<Point, MarkProperties> => {
    const single = mark.form === "single";
    const image =
      mark.form === "cluster"
        ? clusterImage(clusterRadius(mark.count, mark.quiet), mark.quiet)
        : markImage(single ? kindOf(points, mark.point) : "several", look(mark));
    return {
      type: "Feature",
      geometry: { type: "Point", coordinates: [lonOfX(mark.x), latOfY(mark.y)] },
      properties: {
        form: mark.form,
        image,
        label: single ? "" : count(mark.count),
        quiet: mark.quiet,
        textSize: textSize(mark),
        textColour: mark.quiet && mark.form === "cluster" ? "#1f2b29" : "#ffffff",
      },
    };
  });
  const order = marks.map((_, i) => i).sort((a, b) => (marks[a] as Mark).count - (marks[b] as Mark).count || a - b);
  return { type: "FeatureCollection", features: order.map((i) => features[i] as Feature<Point, MarkProperties>) };
}

function textSize({ form, count, quiet }: Mark): number {
  if (form === "several") return quiet ? 9.5 : 11;
  return quiet ? 10.5 : count < 100 ? 12.5 : count < 1000 ? 13 : 13.5;
}

type Disc = Feature<Polygon, { readonly colour: string; readonly chosen: boolean }>;

function disc(lon: number, lat: number, colour: string, chosen: boolean): Disc {
  return {
    type: "Feature",
    geometry: { type: "Polygon", coordinates: [circleRing(lon, lat, APPROXIMATE_METRES, 48)] },
    properties: { colour, chosen },
  };
}

/** Points of the set that a row stands at. */
function pointsOfRow(points: PointSet, row: number | null): number[] {
  const found: number[] = [];
  if (row === null) return found;
  for (let i = 0; i < points.count; i++) if (points.rows[i] === row) found.push(i);
  return found;
}

/** Discs of the marks and of the chosen services whose place is known to about 1 km only, in real metres. */
export function discFeatures(
  { points, selected, hovered }: Pick<Scene, "points" | "selected" | "hovered">,
  { marks }: ClusterGrid,
  { several }: MarkInks = OUR_INKS,
): FeatureCollection<Polygon> {
  const chosen = [...pointsOfRow(points, selected), ...pointsOfRow(points, hovered)].filter(
    (point) => points.precisions[point] === APPROXIMATE,
  );
  return {
    type: "FeatureCollection",
    features: [
      ...marks
        .filter(({ form, precision }) => form !== "cluster" && precision === APPROXIMATE)
        .map(({ form, point, x, y }) =>
          disc(lonOfX(x), latOfY(y), form === "single" ? KIND_MARKS[kindOf(points, point)].colour : several, false),
        ),
      ...chosen.map((point) =>
        disc(points.lon[point] as number, points.lat[point] as number, KIND_MARKS[kindOf(points, point)].colour, true),
      ),
    ],
  };
}

/** The hovered and the selected service wherever they stand, also inside a cluster; the selected one on top. */
export function chosenFeatures({
  points,
  selected,
  hovered,
}: Pick<Scene, "points" | "selected" | "hovered">): FeatureCollection<Point, { readonly image: string }> {
  const features = (row: number | null, chosenLook: ChosenLook): Feature<Point, { readonly image: string }>[] =>
    pointsOfRow(points, row).map((point) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [points.lon[point] as number, points.lat[point] as number] },
      properties: {
        image: markImage(
          kindOf(points, point),
          points.precisions[point] === APPROXIMATE ? `${chosenLook}-hollow` : chosenLook,
        ),
      },
    }));
  return {
    type: "FeatureCollection",
    features: [...(hovered === selected ? [] : features(hovered, "hovered")), ...features(selected, "selected")],
  };
}

/** The place a person starts from, and the ring of the distance they chose, in real metres. */
export function startFeatures(start: Scene["start"]): FeatureCollection<Point | Polygon> {
  if (start === null) return { type: "FeatureCollection", features: [] };
  const [lon, lat] = start.point;
  const point: Feature<Point> = {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: {},
  };
  if (start.radiusMetres === null) return { type: "FeatureCollection", features: [point] };
  const ring: Feature<Polygon> = {
    type: "Feature",
    geometry: { type: "Polygon", coordinates: [circleRing(lon, lat, start.radiusMetres, 96)] },
    properties: {},
  };
  return { type: "FeatureCollection", features: [ring, point] };
}
