import type { AssetName } from "../../../src/map/basemap-assets.ts";
import { MapView } from "../../../src/map/map-view.ts";
import { EMPTY_SCENE, type Scene } from "../../../src/map/scene.ts";
import { madeUpPoints } from "../made-up-points.ts";

/** What the script that drives this page may do; everything the map told is in `told`. */
export interface Harness {
  view: MapView;
  scene: Scene;
  told: string[];
  show(change: Partial<Scene>): void;
  again(): void;
}
declare global {
  interface Window {
    harness: Harness;
  }
}

const wish = new URLSearchParams(location.hash.slice(1));
const number = (name: string, otherwise: number): number => Number(wish.get(name) ?? otherwise);

function create(told: string[]): MapView {
  return new MapView(document.getElementById("map") as HTMLElement, {
    assets: {
      load: async (name: AssetName) => {
        const response = await fetch(`areas/${name}.json`);
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return response.json();
      },
    },
    words: { label: "Map of made-up services", touchHint: "Use two fingers", wheelHint: "Hold Ctrl" },
    basemap: { kind: "embedded" },
    scheme: wish.get("scheme") === "dark" ? "dark" : "light",
    cooperative: wish.has("cooperative"),
    reducedMotion: true,
    onReady: () => told.push("ready"),
    onFailure: (failure) => told.push(`failure ${failure}`),
    onSelectRows: (rows) => told.push(`rows ${rows.join(" ")}`),
    onHover: (row) => told.push(`hover ${row}`),
    onHoverArea: (code) => told.push(`area ${code}`),
    onSelectArea: (code) => told.push(`pressed ${code}`),
    onMoved: ({ zoom }) => told.push(`moved ${zoom.toFixed(1)}`),
  });
}

const told: string[] = [];
window.harness = {
  told,
  scene: { ...EMPTY_SCENE, points: madeUpPoints(number("points", 800), number("quiet", 0)) },
  view: create(told),
  show(change) {
    this.scene = { ...this.scene, ...change };
    this.view.show(this.scene);
  },
  again() {
    this.view.remove();
    this.view = create(told);
    this.view.show(this.scene);
  },
};
window.harness.show({});
