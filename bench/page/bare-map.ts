import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { readFragment } from "../../src/app/state/route.ts";
import { createSearch } from "../../src/search/search.ts";
import { selectionFromParams } from "../../src/search/selection-url.ts";
import { ROOT } from "../../tests/browser/site.ts";
import { BARE_HTML, BARE_JS } from "./in-page.ts";
import type { SyntheticSite } from "./synthetic-site.ts";
import { traced } from "./trace.ts";

const TODAY = "2026-11-24";

/** The page's own clustering as one module for the browser. */
async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    root: ROOT,
    publicDir: false,
    build: {
      write: false,
      lib: { entry: join(ROOT, "bench/page/our-clusters.ts"), formats: ["es"], fileName: "our-clusters" },
    },
  });
  const output = (Array.isArray(made) ? made : [made]).flatMap((each) => ("output" in each ? each.output : []));
  const [chunk] = output.filter((each) => each.type === "chunk");
  if (chunk === undefined) throw new Error("bench/page/our-clusters.ts made no script.");
  return chunk.code;
}

export interface ClusterTimes {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** Files of the page with the bare map. */
async function filesOf(site: SyntheticSite, [width, height]: readonly [number, number]) {
  const { index } = site;
  const { count, kinds, precision } = index;
  const [locationStart, lon, lat] = [[...index.locationStart], [...index.lon], [...index.lat]];
  const columns = { count, kinds, precision, locationStart, lon, lat };
  const fromPackage = (file: string): readonly [string, string] => [
    file,
    readFileSync(join(ROOT, "node_modules/maplibre-gl/dist", file), "utf8"),
  ];
  return new Map([
    ["bare.html", BARE_HTML.replace("WIDTH", String(width)).replace("HEIGHT", String(height))],
    ["bare.js", BARE_JS],
    ["our-clusters.js", await bundled()],
    ["columns.json", JSON.stringify(columns)],
    ...["maplibre-gl.mjs", "maplibre-gl-shared.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css"].map(fromPackage),
  ]);
}

/**
 * From the rows that each tick found to their painted clusters, on a bare map of the page's size: ours and MapLibre's
 * own clustering in turn. Milliseconds by the clock, or of all the page's threads.
 */
export async function clusterTimes(
  browser: Browser,
  open: (files: ReadonlyMap<string, string>) => Promise<Page>,
  address: string,
  site: SyntheticSite,
  run: { readonly addresses: readonly string[]; readonly size: readonly [number, number] },
  byProcessor: boolean,
): Promise<ClusterTimes> {
  const search = createSearch(site.index, site.vocabularies);
  const page = await open(await filesOf(site, run.size));
  await page.goto(new URL("bare.html", address).href);
  await page.waitForFunction("window.bareReady === true");
  const clock: number[] = [];
  const showing = await traced(browser, page, async () => {
    for (const tick of run.addresses) {
      const { selection } = selectionFromParams(readFragment(new URL(tick).hash).params, site.vocabularies);
      const rows = JSON.stringify([...search.search(selection, TODAY).rows]);
      for (const way of ["ours", "theirs"])
        clock.push((await page.evaluate(`window.show("${way}", ${rows})`)) as number);
    }
  });
  await page.context().close();
  const times = byProcessor ? showing.workBetween("bench-tick", "bench-settled") : clock;
  return { ours: times.filter((_, i) => i % 2 === 0), theirs: times.filter((_, i) => i % 2 === 1) };
}
