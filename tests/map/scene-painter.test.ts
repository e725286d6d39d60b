import type { FeatureCollection } from "geojson";
import { describe, expect, test } from "vitest";
import { MARK_SOURCES } from "../../src/map/mark-layers.ts";
import { mercatorX, mercatorY, WORLD_PIXELS } from "../../src/map/mercator.ts";
import { EMPTY_SCENE, type PointSet, type Scene, sceneChanges } from "../../src/map/scene.ts";
import { type Canvas, ScenePainter } from "../../src/map/scene-painter.ts";
import { REACH_CLASSES } from "../../src/overlays/reach.ts";
import { KINDS } from "../../src/services/kinds.ts";
import { distanceMetres, lonLat, PRECISIONS } from "../../src/services/place.ts";

const APPROXIMATE = PRECISIONS.indexOf("approximate");

/** A map that only remembers what it was told. */
function recorder() {
  const told: string[] = [];
  const data = new Map<string, FeatureCollection>();
  const properties = new Map<string, unknown>();
  const screen = { zoom: 12, lon: -0.09, lat: 51.5 };
  const canvas: Canvas = {
    ownBasemap: true,
    setData: (source, features) => {
      told.push(source);
      data.set(source, features);
    },
    setProperty: (layer, _, property, value) => {
      told.push(`${layer} ${property}`);
      properties.set(`${layer} ${property}`, value);
    },
    setFilter: (layer, filter) => {
      told.push(`${layer} filter`);
      properties.set(`${layer} filter`, filter);
    },
    viewport: () => {
      const pixel = 1 / (WORLD_PIXELS * 2 ** screen.zoom);
      const [x, y] = [mercatorX(screen.lon), mercatorY(screen.lat)];
      return {
        zoom: screen.zoom,
        left: x - 400 * pixel,
        right: x + 400 * pixel,
        top: y - 300 * pixel,
        bottom: y + 300 * pixel,
      };
    },
    needAreas: () => told.push("areas"),
    setReach: (shades) => {
      told.push("reach");
      properties.set("reach", shades);
    },
  };
  const painter = new ScenePainter(canvas, (count) => `${count}!`, { scheme: "light", shaded: false });
  const since = (act: () => void): string[] => {
    told.length = 0;
    act();
    return [...told];
  };
  const features = (source: string) => data.get(source)?.features ?? [];
  return { painter, properties, screen, since, features };
}

const points: PointSet = {
  count: 4,
  rows: Uint32Array.of(10, 11, 12, 13),
  lon: Float64Array.of(-0.09, -0.08, -0.08, -0.1),
  lat: Float64Array.of(51.5, 51.505, 51.505, 51.51),
  kinds: Uint8Array.of(0, 1, 2, KINDS.indexOf("place")),
  precisions: Uint8Array.of(0, 1, 1, APPROXIMATE),
  quiet: Uint8Array.of(0, 0, 0, 1),
};
const scene: Scene = { ...EMPTY_SCENE, points };

describe("showing a scene", () => {
  test("the same scene again costs nothing, and neither does a copy of it that shares its parts", () => {
    const { painter, since } = recorder();
    painter.show(scene);
    expect(since(() => painter.show(scene))).toEqual([]);
    expect(since(() => painter.show({ ...scene }))).toEqual([]);
  });

  test("hovering touches the chosen marks and discs only", () => {
    const { painter, since } = recorder();
    painter.show(scene);
    expect(since(() => painter.show({ ...scene, hovered: 11 }))).toEqual(["asset-chosen", "asset-discs"]);
  });

  test("only sources that exist are filled", () => {
    const { painter, since } = recorder();
    const start = { point: lonLat(-0.09, 51.5) ?? expect.fail("in London"), radiusMetres: 800 };
    const told = since(() => painter.show({ ...scene, start, selected: 10 }));
    expect(told.filter((source) => !(MARK_SOURCES as readonly string[]).includes(source))).toEqual([]);
  });

  test("services at one place are one mark with their count in the reader's digits", () => {
    const { painter, features } = recorder();
    painter.show(scene);
    const labels = features("asset-marks").map(({ properties }) => [properties?.form, properties?.label]);
    expect(labels).toEqual([
      ["single", ""],
      ["single", ""],
      ["several", "2!"],
    ]);
  });

  test("a place known to about 1 km is a hollow mark in a disc whose edge is 1 km away on the ground", () => {
    const { painter, features } = recorder();
    painter.show(scene);
    expect(features("asset-marks").map(({ properties }) => properties?.image)).toContain("mark-place-hollow");
    const [disc] = features("asset-discs");
    if (disc?.geometry.type !== "Polygon") throw new Error("There should be one disc.");
    for (const [lon = 0, lat = 0] of disc.geometry.coordinates[0] ?? []) {
      expect(distanceMetres(-0.1, 51.51, lon, lat)).toBeCloseTo(1000, 0);
    }
  });

  test("the selected service stands on top of the hovered one, wherever both are", () => {
    const { painter, features } = recorder();
    painter.show({ ...scene, selected: 11, hovered: 12 });
    expect(features("asset-chosen").map(({ properties }) => properties?.image)).toEqual([
      "mark-group-hovered",
      "mark-service-selected",
    ]);
  });

  test("choosing a service whose place is known to about 1 km does not make it look exact", () => {
    const { painter, features } = recorder();
    painter.show({ ...scene, selected: 13 });
    expect(features("asset-chosen").map(({ properties }) => properties?.image)).toEqual(["mark-place-selected-hollow"]);
  });

  test("a service that is both selected and hovered is drawn once, as selected", () => {
    const { painter, features } = recorder();
    painter.show({ ...scene, selected: 11, hovered: 11 });
    expect(features("asset-chosen").map(({ properties }) => properties?.image)).toEqual(["mark-service-selected"]);
  });

  test("the start's ring lies the chosen distance away on the ground", () => {
    const { painter, features } = recorder();
    const start = { point: lonLat(-0.09, 51.5) ?? expect.fail("in London"), radiusMetres: 1609.344 };
    painter.show({ ...scene, start });
    const ring = features("asset-start").find(({ geometry }) => geometry.type === "Polygon");
    if (ring?.geometry.type !== "Polygon") throw new Error("There should be a ring.");
    const distances = (ring.geometry.coordinates[0] ?? []).map(([lon = 0, lat = 0]) =>
      distanceMetres(-0.09, 51.5, lon, lat),
    );
    expect(Math.min(...distances)).toBeCloseTo(1609.344, 0);
    expect(Math.max(...distances)).toBeCloseTo(1609.344, 0);
  });
});

describe("overlays", () => {
  test("choosing one asks for the areas, shows its layers and draws the land for shading", () => {
    const { painter, properties, since } = recorder();
    painter.show(scene);
    const told = since(() => painter.show({ ...scene, overlay: { id: "crime" } }));
    expect(told).toContain("areas");
    expect(properties.get("asset-overlay visibility")).toBe("visible");
    expect(properties.get("green-os visibility")).toBe("none");
    expect(JSON.stringify(properties.get("asset-overlay fill-color"))).toContain('"crime"');
  });

  test("reach tells each area its class, and goes back to a fixed overlay without a trace", () => {
    const { painter, properties, since } = recorder();
    const overlay = { id: "reach", codes: ["E01000001", "E01000002"], classes: Uint8Array.of(0, 3) } as const;
    const told = since(() => painter.show({ ...scene, overlay }));
    expect(told).toEqual(expect.arrayContaining(["areas", "reach"]));
    expect(properties.get("reach")).toBe(overlay);
    expect(properties.get("asset-overlay visibility")).toBe("visible");
    expect(properties.get("asset-overlay-no-data visibility")).toBe("none");
    const colour = JSON.stringify(properties.get("asset-overlay fill-color"));
    for (const shade of REACH_CLASSES) expect(colour).toContain(shade.colour);
    painter.show({ ...scene, overlay: { id: "crime" } });
    expect(JSON.stringify(properties.get("asset-overlay fill-color"))).not.toContain(REACH_CLASSES[0].colour);
  });

  test("on a shaded map discs have no tint, for a tint would turn one class into another", () => {
    const { painter, properties } = recorder();
    painter.show({ ...scene, overlay: { id: "crime" } });
    expect(properties.get("asset-discs fill-opacity")).toBe(0);
  });

  test("choosing none hides them and draws the land as before", () => {
    const { painter, properties } = recorder();
    painter.show({ ...scene, overlay: { id: "crime" } });
    painter.show({ ...scene, overlay: null });
    expect(properties.get("asset-overlay visibility")).toBe("none");
    expect(properties.get("green-os visibility")).toBe("visible");
  });

  test("an area to outline asks for the areas, and none outlines nothing", () => {
    const { painter, properties, since } = recorder();
    expect(since(() => painter.show({ ...scene, highlightArea: "E01000001" }))).toContain("areas");
    expect(properties.get("asset-area-edge filter")).toEqual(["==", ["get", "code"], "E01000001"]);
    painter.show({ ...scene, highlightArea: null });
    expect(properties.get("asset-area-edge filter")).toEqual(["==", ["get", "code"], ""]);
  });
});

describe("moving", () => {
  test("a short drag needs no new marks; a long one and a change of zoom do", () => {
    const { painter, screen, since } = recorder();
    painter.show(scene);
    screen.lon += 0.001;
    expect(since(() => painter.moved())).toEqual([]);
    screen.lon += 0.2;
    expect(since(() => painter.moved())).toContain("asset-marks");
    screen.zoom = 13;
    expect(since(() => painter.moved())).toContain("asset-marks");
  });

  test("going from light to dark changes colours only, never data", () => {
    const { painter, since } = recorder();
    painter.show(scene);
    const told = since(() => painter.setScheme("dark"));
    expect(told).toContain("land background-color");
    expect(told.filter((each) => (MARK_SOURCES as readonly string[]).includes(each))).toEqual([]);
  });
});

test("parts are compared by identity, and against no scene all have changed", () => {
  expect(sceneChanges(scene, { ...scene, points: { ...points } })).toEqual(new Set(["points"]));
  expect(sceneChanges(null, scene).size).toBe(Object.keys(EMPTY_SCENE).length);
});
