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

/** The peer: MapLibre's own clustering of the same points, on a map of the same size without any background. */
export const PEER_HTML = `<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="maplibre-gl.css">
<style>body{margin:0}#map{width:WIDTHpx;height:HEIGHTpx}</style></head><body><div id="map"></div>
<script type="module" src="peer.js"></script></body></html>`;

export const PEER_JS = `
import { Map, setWorkerUrl } from "./maplibre-gl.mjs";
setWorkerUrl(new URL("./maplibre-gl-worker.mjs", location.href).href);
const points = await (await fetch("points.json")).json();
const feature = (i) => ({ type: "Feature", properties: { row: points.rows[i] }, geometry: { type: "Point", coordinates: [points.lon[i], points.lat[i]] } });
const features = points.rows.map((_, i) => feature(i));
const all = { type: "FeatureCollection", features };
const map = new Map({
  container: "map", fadeDuration: 0, attributionControl: false, renderWorldCopies: false,
  style: { version: 8, sources: {}, layers: [{ id: "ground", type: "background", paint: { "background-color": "#eeeeee" } }] },
  bounds: [-0.51, 51.285, 0.335, 51.695], maxZoom: 14,
});
await new Promise((resolve) => map.once("load", resolve));
map.addSource("services", { type: "geojson", data: all, cluster: true, clusterRadius: 50, clusterMaxZoom: 14 });
map.addLayer({ id: "clusters", type: "circle", source: "services", paint: { "circle-radius": ["case", ["has", "point_count"], 16, 6], "circle-color": "#0b6b63" } });
map.addLayer({ id: "counts", type: "symbol", source: "services", filter: ["has", "point_count"], layout: { "text-field": ["get", "point_count_abbreviated"], "text-size": 12 } });
await new Promise((resolve) => map.once("idle", resolve));
window.peerReady = true;
window.peerShow = async (rows) => {
  const wanted = new Set(rows);
  const filtered = { type: "FeatureCollection", features: features.filter((f) => wanted.has(f.properties.row)) };
  await new Promise((resolve) => setTimeout(resolve, 100));
  const since = performance.now();
  performance.mark("bench-tick");
  map.getSource("services").setData(filtered);
  const settled = await window.bench.settled(since);
  performance.mark("bench-settled");
  return settled - since;
};
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
