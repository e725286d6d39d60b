/**
 * Code that runs in the browser, as text: what is drawn on any canvas, and how long tasks take, can only be watched
 * from within. `drawn` is the time of the last call that drew something with WebGL.
 */
export const WATCH = `
window.bench = { drawn: 0, longest: 0 };
for (const name of ["drawElements", "drawArrays", "drawElementsInstanced", "drawArraysInstanced"]) {
  const draw = WebGL2RenderingContext.prototype[name];
  WebGL2RenderingContext.prototype[name] = function (...args) {
    window.bench.drawn = performance.now();
    return draw.apply(this, args);
  };
}
window.bench.painted = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    }),
  );
/** When nothing more was drawn for a while: the time of the last drawing after \`since\`. */
window.bench.settled = async (since, quiet = 300, most = 8000) => {
  const end = performance.now() + most;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const now = performance.now();
    const last = Math.max(since, window.bench.drawn);
    if ((window.bench.drawn > since && now - last > quiet) || now > end) return last;
  }
};
`;

/** What one press came to, in milliseconds from the press. */
export interface Ticked {
  /** Until the page was done with it: the list and the counts stand in the document, the map has its marks. */
  readonly handled: number;
  /** Until they were painted. */
  readonly list: number;
  /** Until the map drew nothing more. */
  readonly map: number;
  readonly changed: boolean;
}

/** Presses one box of a facet and waits for list, counts and map. */
export const TICK = `async (id) => {
  const box = document.getElementById(id);
  if (box === null) return null;
  const count = () => document.querySelector(".results-count")?.textContent ?? "";
  const before = count();
  const since = performance.now();
  performance.mark("bench-tick");
  box.click();
  const done = performance.now();
  const painted = await window.bench.painted();
  const settled = await window.bench.settled(since);
  performance.mark("bench-settled");
  return { handled: done - since, list: painted - since, map: settled - since, changed: count() !== before };
}`;

/** A map without any background, of the size of the page's, on which clusters are made in either way. */
export const BARE_HTML = `<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="maplibre-gl.css">
<style>body{margin:0}#map{width:WIDTHpx;height:HEIGHTpx}</style></head><body><div id="map"></div>
<script type="module" src="bare.js"></script></body></html>`;

/**
 * From the rows that a search found to their clusters, painted: by MapLibre's own clustering of the features that are
 * left, or by the page's own code, which gives the map tens of features. Same map, same points, same two layers.
 */
export const BARE_JS = `
import { Map, setWorkerUrl } from "./maplibre-gl.mjs";
import { ourClusters, pointsOf } from "./our-clusters.js";
setWorkerUrl(new URL("./maplibre-gl-worker.mjs", location.href).href);
const columns = await (await fetch("columns.json")).json();
const index = { ...columns, locationStart: Uint32Array.from(columns.locationStart), lon: Float64Array.from(columns.lon, (lon) => lon ?? NaN), lat: Float64Array.from(columns.lat, (lat) => lat ?? NaN) };
const featuresOf = Array.from({ length: index.count }, () => []);
const all = pointsOf(index, featuresOf.keys().toArray());
for (let i = 0; i < all.count; i++) featuresOf[all.rows[i]].push({ type: "Feature", properties: { row: all.rows[i] }, geometry: { type: "Point", coordinates: [all.lon[i], all.lat[i]] } });
const collection = (some) => ({ type: "FeatureCollection", features: some });
const map = new Map({
  container: "map", fadeDuration: 0, attributionControl: false, renderWorldCopies: false,
  style: { version: 8, sources: {}, layers: [{ id: "ground", type: "background", paint: { "background-color": "#eeeeee" } }] },
  bounds: [-0.51, 51.285, 0.335, 51.695], maxZoom: 14,
});
await new Promise((resolve) => map.once("load", resolve));
const layersOf = (source, several, label) => {
  map.addLayer({ id: source, type: "circle", source, paint: { "circle-radius": ["case", several, 16, 6], "circle-color": "#0b6b63" } });
  map.addLayer({ id: source + "-counts", type: "symbol", source, filter: several, layout: { "text-field": label, "text-size": 12, "text-allow-overlap": true } });
};
map.addSource("theirs", { type: "geojson", data: collection([]), cluster: true, clusterRadius: 50, clusterMaxZoom: 14 });
layersOf("theirs", ["has", "point_count"], ["get", "point_count_abbreviated"]);
map.addSource("ours", { type: "geojson", data: collection([]) });
layersOf("ours", ["!=", ["get", "form"], "single"], ["get", "label"]);
const put = {
  theirs: (rows) => {
    const wanted = [];
    for (const row of rows) for (const feature of featuresOf[row]) wanted.push(feature);
    map.getSource("theirs").setData(collection(wanted));
  },
  ours: (rows) => {
    const { _sw: sw, _ne: ne } = map.getBounds();
    map.getSource("ours").setData(ourClusters(index, rows, { box: [sw.lng, sw.lat, ne.lng, ne.lat], zoom: map.getZoom() }));
  },
};
window.show = async (way, rows) => {
  map.getSource(way === "ours" ? "theirs" : "ours").setData(collection([]));
  await window.bench.settled(performance.now());
  const since = performance.now();
  performance.mark("bench-tick");
  put[way](rows);
  const settled = await window.bench.settled(since);
  performance.mark("bench-settled");
  return settled - since;
};
window.bareReady = true;
`;

/** Ids of the boxes to press: the first few of several facets, which it opens. */
export const BOXES = `async () => {
  const ids = [];
  const facets = [...document.querySelectorAll("#filters details.facet")].slice(0, 7);
  for (const facet of facets) {
    if (!facet.open) facet.querySelector("summary").click();
    await window.bench.painted();
    for (const box of [...facet.querySelectorAll("input[type=checkbox]")].slice(0, 2)) ids.push(box.id);
  }
  return ids;
}`;

/** Types into the first box letter by letter, as fast as a quick hand, and empties it again. */
export const TYPE = `async (text) => {
  const field = document.querySelector(".field-what input");
  field.focus();
  const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const key = async (value) => {
    performance.mark("bench-key");
    put.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await window.bench.painted();
    performance.mark("bench-key-painted");
    await new Promise((resolve) => setTimeout(resolve, 90));
  };
  for (let i = 1; i <= text.length; i++) await key(text.slice(0, i));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await key("");
}`;

/** Ticks and unticks boxes so many times, each painted before the next: no two selections in a row are the same. */
export const SEARCHES = `async (ids, times) => {
  for (let i = 0; i < times; i++) {
    document.getElementById(ids[(i * 5) % ids.length])?.click();
    await window.bench.painted();
  }
}`;

/** Takes the map away and brings it back so many times, with the switch beside it. */
export const OPENINGS = `async (times) => {
  const until = async (holds) => {
    for (let waited = 0; !holds(); waited += 20) {
      if (waited > 30000) throw new Error("The map did not come or go within 30 s.");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const canvas = () => document.querySelector("#map canvas");
  const press = () => document.querySelector("#map .text-only input").click();
  for (let i = 0; i < times; i++) {
    press();
    await until(() => canvas() === null);
    press();
    await until(() => canvas() !== null && document.querySelector(".map-coming") === null);
  }
}`;
