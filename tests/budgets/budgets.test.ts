import { afterAll, describe, expect } from "vitest";
import { type Journey, siteAddress, test, Visit } from "../browser/journey.ts";
import { askedByIndex, bytesOf, FIRST_VISIT, type FirstVisit, mapFiles, WATCH, withStaticImports } from "./measure.ts";

/** What each row of the budget came to, printed at the end. */
const table: { what: string; measured: number; unit: string; budget: number; stretch: number | null }[] = [];

/** Asked for by the page up to a moment, as paths below the site's folder. */
interface Asked {
  readonly beforeFilters: readonly string[];
  readonly beforeMap: readonly string[];
  readonly foreign: number;
}

let asked: Asked;
let map: ReadonlySet<string>;

/** Opens the site as somebody who has never been there, and waits until filters and map stand. */
async function firstVisit(journey: Journey): Promise<Asked> {
  const page = await journey.open("", { watch: WATCH, map: true });
  await page.locator(".maplibregl-canvas").waitFor();
  await page.waitForLoadState("networkidle");
  const { filtersWork, resources } = (await page.evaluate(FIRST_VISIT)) as FirstVisit;
  expect(filtersWork, "the moment at which filters work").toBeGreaterThan(0);
  const own = resources
    .filter(({ url }) => url.startsWith(journey.site))
    .map(({ url, start }) => ({
      file: decodeURIComponent(url.slice(journey.site.length).replace(/[?#].*$/, "")),
      start,
    }));
  const before = (moment: number): string[] => own.filter(({ start }) => start < moment).map(({ file }) => file);
  const mapStarts = Math.min(...own.filter(({ file }) => map.has(file)).map(({ start }) => start));
  return {
    beforeFilters: before(filtersWork),
    beforeMap: before(Math.max(filtersWork, mapStarts)).filter((file) => !map.has(file)),
    foreign: resources.filter(({ url }) => !url.startsWith(journey.site) && !/^(?:data|blob):/.test(url)).length,
  };
}

const isScript = (file: string): boolean => /\.m?js$/.test(file);
const isFont = (file: string): boolean => /\.(?:woff2?|ttf|otf)$/.test(file);
const isData = (file: string): boolean =>
  !isScript(file) && !isFont(file) && !/\.(?:css|html|png|svg|webp|ico)$/.test(file);

/** Scripts that the page can't work its filters without: imported at once, or asked for before they worked. */
function firstScripts(): ReadonlySet<string> {
  const early = asked.beforeFilters.filter((file) => isScript(file) && !map.has(file));
  return withStaticImports([...askedByIndex().scripts, ...early]);
}

/** Files that come with the map: MapLibre and what its scripts import that the list did not need anyway. */
function mapCode(): readonly string[] {
  const already = firstScripts();
  const scripts = withStaticImports([...map].filter(isScript));
  return [...new Set([...scripts, ...map])].filter((file) => !already.has(file));
}

const BUDGETS = [
  {
    what: "index.html with its style and 20 cards",
    unit: "kB",
    budget: 15,
    stretch: 8,
    measure: () => bytesOf(["index.html"]),
  },
  { what: "script before filters work", unit: "kB", budget: 90, stretch: 70, measure: () => bytesOf(firstScripts()) },
  {
    what: "data before filters work",
    unit: "kB",
    budget: 120,
    stretch: 60,
    measure: () => bytesOf(asked.beforeFilters.filter(isData)),
  },
  {
    what: "first visit before any map code",
    unit: "kB",
    budget: 200,
    stretch: 130,
    measure: () => bytesOf(new Set(["index.html", ...askedByIndex().blocking, ...firstScripts(), ...asked.beforeMap])),
  },
  { what: "map code, worker and style", unit: "kB", budget: 370, stretch: null, measure: () => bytesOf(mapCode()) },
  { what: "requests before cards", unit: "", budget: 1, stretch: 1, measure: () => 1 + askedByIndex().blocking.length },
  {
    what: "requests before filters work",
    unit: "",
    budget: 6,
    stretch: 4,
    measure: () => 1 + asked.beforeFilters.length,
  },
  {
    what: "map files before filters work",
    unit: "",
    budget: 0,
    stretch: 0,
    measure: () => asked.beforeFilters.filter((file) => map.has(file)).length,
  },
  {
    what: "map files imported at once by the page",
    unit: "",
    budget: 0,
    stretch: 0,
    measure: () => [...map].filter((file) => withStaticImports(askedByIndex().scripts).has(file)).length,
  },
  {
    what: "fonts before filters work",
    unit: "kB",
    budget: 0,
    stretch: 0,
    measure: () => bytesOf(asked.beforeFilters.filter(isFont)),
  },
  { what: "requests to another origin", unit: "", budget: 0, stretch: 0, measure: () => asked.foreign },
] as const;

test.beforeAll(async ({ browsers }) => {
  map = mapFiles();
  const visit = new Visit(browsers, siteAddress);
  asked = await firstVisit(visit);
  await visit.end();
});

afterAll(() => {
  const cell = (value: number | null, unit: string): string => (value === null ? "–" : `${value} ${unit}`.trim());
  const rows = [
    ["what", "measured", "budget", "stretch"],
    ...table.map(({ what, measured, unit, budget, stretch }) => [
      what,
      cell(measured, unit),
      cell(budget, unit),
      cell(stretch, unit),
    ]),
  ];
  console.log(
    rows.map(([what = "", ...rest]) => what.padEnd(42) + rest.map((text) => text.padStart(10)).join("")).join("\n"),
  );
});

describe("the site as built", () => {
  for (const { what, unit, budget, stretch, measure } of BUDGETS) {
    test(`keeps within ${budget}${unit === "" ? "" : ` ${unit}`}: ${what}`, () => {
      const raw = measure();
      const measured = unit === "kB" ? Math.round(raw / 100) / 10 : raw;
      table.push({ what, measured, unit, budget, stretch });
      expect(measured, `Asked for before filters worked: ${asked.beforeFilters.join(", ")}`).toBeLessThanOrEqual(
        budget,
      );
    });
  }
});
