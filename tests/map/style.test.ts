import { describe, expect, test } from "vitest";
import {
  BASEMAP_SOURCES,
  type BasemapLook,
  basemapLayers,
  basemapStyle,
  lookChanges,
} from "../../src/map/basemap-layers.ts";
import { BASEMAP_COLOURS } from "../../src/map/colours.ts";
import { MARK_COLOURS, markImages, OUR_INKS } from "../../src/map/mark-images.ts";
import { MARK_SOURCES, markLayers, markSources } from "../../src/map/mark-layers.ts";
import { areaEdgeLayers, overlayColour, overlayLayers } from "../../src/map/overlay-layer.ts";
import type { Layer } from "../../src/map/style-types.ts";
import { contrast, laidOver } from "../../src/overlays/contrast.ts";
import { deprivation } from "../../src/overlays/deprivation.ts";
import { legendOf } from "../../src/overlays/legend.ts";
import { OVERLAY_OPACITY } from "../../src/overlays/overlay.ts";
import { OVERLAYS } from "../../src/overlays/overlays.ts";
import { KIND_MARKS } from "../../src/services/kind-marks.ts";
import { KINDS } from "../../src/services/kinds.ts";

const LOOKS: readonly BasemapLook[] = (["light", "dark"] as const).flatMap((scheme) =>
  [false, true].map((shaded) => ({ scheme, shaded })),
);

test("the embedded style names no address, glyphs, sprite or tiles, so drawing it asks no server for anything", () => {
  for (const look of LOOKS) {
    const style = basemapStyle(look);
    expect(Object.keys(style).sort()).toEqual(["layers", "sources", "version"]);
    expect(JSON.stringify(style)).not.toMatch(/:\/\/|url|tiles|glyphs|sprite/i);
  }
});

test("every layer draws from a source that exists, and every source is drawn", () => {
  const sourceOf = (layer: Layer): string[] => ("source" in layer ? [layer.source] : []);
  const basemap = basemapLayers({ scheme: "light", shaded: false }).flatMap(sourceOf);
  expect([...new Set(basemap)].sort()).toEqual([...BASEMAP_SOURCES].sort());
  const own = [...overlayLayers(), ...areaEdgeLayers(), ...markLayers()].flatMap(sourceOf);
  expect([...new Set(own)].sort()).toEqual([...MARK_SOURCES].sort());
  expect(Object.keys(markSources()).sort()).toEqual([...MARK_SOURCES].sort());
});

test("no two layers share a name", () => {
  const ids = [
    ...basemapLayers({ scheme: "light", shaded: false }),
    ...overlayLayers(),
    ...areaEdgeLayers(),
    ...markLayers(),
  ].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe("changing the look", () => {
  /** Layers with the changes applied, as the map would have them. */
  const changed = (from: BasemapLook, to: BasemapLook): unknown => {
    const layers = structuredClone(basemapLayers(from)) as Layer[];
    for (const { layer, part, property, value } of lookChanges(from, to)) {
      const target = layers.find(({ id }) => id === layer);
      if (target === undefined) throw new Error(`No layer "${layer}".`);
      Object.assign(target, { [part]: { ...target[part], [property]: value } });
    }
    return layers;
  };

  test.each(LOOKS.flatMap((from) => LOOKS.map((to) => [from, to] as const)))(
    "setting what differs from %o to %o gives the same map as drawing it afresh",
    (from, to) => {
      expect(changed(from, to)).toEqual(basemapLayers(to));
    },
  );

  test("the same look needs no change", () => {
    expect(lookChanges({ scheme: "dark", shaded: true }, { scheme: "dark", shaded: true })).toEqual([]);
  });

  test("an overlay hides the greens, which would muddle it", () => {
    const hidden = lookChanges({ scheme: "light", shaded: false }, { scheme: "light", shaded: true }).filter(
      ({ value }) => value === "none",
    );
    expect(hidden.map(({ layer }) => layer)).toEqual(["green-os", "green-osm"]);
  });
});

describe("contrast", () => {
  const grounds = (scheme: "light" | "dark"): Readonly<Record<string, string>> => {
    const { land, green, water, outside } = BASEMAP_COLOURS[scheme];
    const classes = deprivation.classes.map(({ from, colour }) => [
      `decile ${from}`,
      laidOver(colour, land, OVERLAY_OPACITY),
    ]);
    return { land, green, water, outside, ...Object.fromEntries(classes) };
  };

  test.each(["light", "dark"] as const)(
    "in the %s scheme some part of every mark stands 3:1 off whatever is beneath it",
    (scheme) => {
      const marks = [...KINDS.map((kind) => KIND_MARKS[kind].colour), OUR_INKS.several];
      for (const [name, ground] of Object.entries(grounds(scheme))) {
        for (const fill of marks) {
          const parts = [fill, MARK_COLOURS.ring, MARK_COLOURS.edge];
          expect(Math.max(...parts.map((part) => contrast(part, ground))), `${fill} on ${name}`).toBeGreaterThanOrEqual(
            3,
          );
        }
        const quiet = [MARK_COLOURS.quietCluster, MARK_COLOURS.quietRim].map((part) => contrast(part, ground));
        expect(Math.max(...quiet), `quiet cluster on ${name}`).toBeGreaterThanOrEqual(3);
      }
    },
  );

  test("a mark's fill stands 3:1 off its white ring, and the marigold ring of the chosen one off its dark edge", () => {
    for (const kind of KINDS) expect(contrast(KIND_MARKS[kind].colour, MARK_COLOURS.ring)).toBeGreaterThanOrEqual(3);
    expect(contrast(OUR_INKS.chosen, MARK_COLOURS.edge)).toBeGreaterThanOrEqual(3);
  });

  test("the numbers on clusters are text at 4.5:1", () => {
    expect(contrast("#ffffff", OUR_INKS.several)).toBeGreaterThanOrEqual(4.5);
    expect(contrast("#1f2b29", MARK_COLOURS.quietCluster)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["light", "dark"] as const)("in the %s scheme names are text at 4.5:1 on their halo", (scheme) => {
    const { parkName, mainNumber, station, placeName, smallPlaceName, boroughName, halo } = BASEMAP_COLOURS[scheme];
    for (const ink of [parkName, mainNumber, station, placeName, smallPlaceName, boroughName]) {
      expect(contrast(ink, halo), ink).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("the overlay's layer", () => {
  /** Colour that the expression gives a value: MapLibre's `step` and `coalesce`, no more. */
  const colourOf = (expression: unknown, value: number | undefined): unknown => {
    if (!Array.isArray(expression) || expression[0] !== "step") throw new Error("This is not a step expression.");
    const [, , first, ...stops] = expression as [string, unknown, unknown, ...unknown[]];
    let colour = first;
    for (let i = 0; i < stops.length; i += 2) if ((value ?? 0) >= Number(stops[i])) colour = stops[i + 1];
    return colour;
  };

  test.each(OVERLAYS)("$id colours every decile as its legend does", (overlay) => {
    const legend = legendOf(overlay);
    for (const { from, colour } of overlay.classes) {
      expect(colourOf(overlayColour(overlay), from)).toBe(colour);
      expect(legend.find((step) => step.from === from)?.colour).toBe(colour);
    }
    expect(colourOf(overlayColour(overlay), undefined)).toBe(overlay.noData.colour);
  });
});

test("every image that a layer names by itself can be drawn", () => {
  const drawn = [...markImages(OUR_INKS).keys()];
  const patterns = overlayLayers().flatMap(({ paint }) =>
    paint !== undefined && "fill-pattern" in paint ? [String(paint["fill-pattern"])] : [],
  );
  expect(patterns).toHaveLength(1);
  expect(drawn).toEqual(expect.arrayContaining(patterns));
});
