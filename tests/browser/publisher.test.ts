import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { ServiceFeature } from "../../src/services/geojson.ts";
import type { Publication } from "../../src/services/publication.ts";
import { createTest, PHONE } from "./journey.ts";
import { cards, PATIENCE, say, textOf } from "./sentences.ts";
import { type ServedSite, serveFolder } from "./serve.ts";
import { PLAIN_ENVIRONMENT, ROOT } from "./site.ts";

/** An officer's own list: words above the headings, semicolons, Windows-1252, and every mistake once. */
const MESS = Buffer.from(
  `Camden community groups;;;;;;;;
;;;;;;;;
Group name *;What they do;Where they meet;Post code;Tel.;Languages spoken;Open when?;Last checked;Confidential address?
Tea at Three;\x93Tea and talk\x94 for anyone who\x92s lonely;1 Example Street, Camden;NW1 0JH;020 7946 0003;Somali, Bengali;Mon 10am-12pm;01/10/2026;
Caf\xe9 des Voisins;French-speaking caf\xe9, \xa32 a cup;2 Example Road;NW5 2AB;(020) 7946 0004 or 020 7946 0005;French;Tue & Thu 2-4pm;2/9/26;
Harbour House;A safe place for women leaving violence;12 Acacia Road, Camden;NW3 5RT;0808 157 0001;;;;yes
Walking for Health;"Walks on the heath.
Bring water.";;NW3;7946 0006;English;Sat 10.00 - 11.30;31/13/2026;
;No name here;;;;;;;
Tea at Three;Tea and talk;1 Example Street, Camden;NW1 0JH;020 7946 0003;;;;
`.replaceAll("\n", "\r\n"),
  "latin1",
);

let site = "";
const test = createTest(() => site);
let folder = "";
let served: ServedSite;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "officer-"));
  writeFileSync(join(folder, "camden.csv"), MESS);
  const given = ["--title", "Camden map", "--publisher", "Example Council", "--area", "E09000007"];
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, "node_modules/tsx/dist/cli.mjs"),
      join(ROOT, "src/pipeline/asset-map.ts"),
      ...["new-site", "made", "--csv", "camden.csv", "--contact", "map@example.org", ...given],
    ],
    { cwd: folder, env: PLAIN_ENVIRONMENT, encoding: "utf8", timeout: 300_000 },
  );
  expect([status, stderr]).toEqual([0, ""]);
  served = await serveFolder(join(folder, "made/site"), "/maps/camden/");
  site = served.address;
}, 320_000);

test.afterAll(async () => {
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Where a place stands on a map of these pixels that was opened on a box of degrees, with the least blank around it. */
function onOpenedMap(
  [west, south, east, north]: readonly [number, number, number, number],
  { width, height }: { readonly width: number; readonly height: number },
  [lon, lat]: readonly [number, number],
): { readonly x: number; readonly y: number } {
  const mercator = (degrees: number): number =>
    (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
  const [bottom, top] = [mercator(south), mercator(north)];
  const blank = 14;
  const scale = Math.min((width - 2 * blank) / (east - west), (height - 2 * blank) / (top - bottom));
  return {
    x: width / 2 + (lon - (west + east) / 2) * scale,
    y: height / 2 - (mercator(lat) - (bottom + top) / 2) * scale,
  };
}

test("an officer's messy list becomes a map of the borough, in a sub-folder of a plain host; a service stands where a map that just holds Camden has it", async ({
  journey,
}) => {
  const page = await journey.open("", { map: true });
  await page.locator("#filters input[type=checkbox]").first().waitFor(PATIENCE);
  await expect.poll(() => cards(page).count(), PATIENCE).toBe(4);
  const list = await textOf(page.getByRole("main"));
  expect(list).toContain("Café des Voisins");
  expect(list).toContain("“Tea and talk” for anyone who’s lonely");
  expect(list).not.toMatch(/Acacia|NW3 5RT/);
  expect(await page.title()).toBe("Camden map");
  // One borough needs no filter for boroughs.
  expect(await textOf(page.locator("#filters"))).not.toContain(say["facet.borough"]);
  await page.locator(".maplibregl-canvas").waitFor(PATIENCE);
  await page.getByRole("button", { name: say["map.zoomIn"] }).waitFor(PATIENCE);

  const canvas = page.locator(".maplibregl-canvas");
  const { box } = (await (await fetch(`${journey.site}publication.json`)).json()) as Pick<Publication, "box">;
  const { features } = (await (await fetch(`${journey.site}services.geojson`)).json()) as {
    readonly features: readonly ServiceFeature[];
  };
  const cafe = features.find(({ properties }) => properties.service.name === "Café des Voisins");
  const size = await canvas.boundingBox();
  if (box === undefined || size === null || cafe?.geometry == null) throw new Error("There is no map of Camden.");
  const [lon = 0, lat = 0] = cafe.geometry.coordinates;
  const position = onOpenedMap(box, size, [lon, lat]);
  const pressed = page.locator(".map-here").getByRole("link", { name: "Café des Voisins" });
  await expect
    .poll(async () => {
      await canvas.click({ position });
      return pressed.count();
    }, PATIENCE)
    .toBe(1);

  await page.getByRole("link", { name: "Tea at Three", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor(PATIENCE);
  expect(await textOf(page.getByRole("main"))).toContain("020 7946 0003");
});

test("the borough's map speaks of that borough alone, and gives out its data", async ({ journey }) => {
  const page = await journey.open("#/equity");
  await page.getByRole("heading", { name: say["equity.reach"] }).waitFor(PATIENCE);
  const told = await textOf(page.getByRole("main"));
  expect(told).toContain("Camden");
  expect(told).not.toMatch(/Londoners|Islington/);

  await page.goto(`${journey.site}#/about`);
  await page.getByRole("link", { name: say["about.download.oruk/"] }).waitFor(PATIENCE);
  for (const file of ["oruk/", "oruk/services/", "oruk/services.json", "stale.csv", "services.csv", "report.html"]) {
    const answer = await fetch(`${journey.site}${file}`);
    expect([file, answer.status]).toEqual([file, 200]);
    expect(await answer.text()).not.toMatch(/Acacia|NW3 5RT/);
  }
});

test("the officer checks the same list on the page, and nothing of it leaves the device", async ({ journey }) => {
  const page = await journey.open("#/check");
  await page.locator('input[type="file"]').setInputFiles({ name: "camden.csv", mimeType: "text/csv", buffer: MESS });
  await page.getByRole("button", { name: say["check.start"] }).click();
  await page.locator("#check-result").waitFor(PATIENCE);
  const result = await textOf(page.getByRole("main"));
  expect(result).toContain("6 rows give 4 services");
  expect(result).toContain("Type the name of the service or group.");
  expect(journey.record.requests.every(({ method, body }) => method === "GET" && body === "")).toBe(true);
});

test("the lines for the council's page name the sub-folder, and the publisher is told to name their site", async ({
  journey,
}) => {
  const page = await journey.open("#/embed");
  const lines = page.getByLabel(say["embed.snippet"]);
  await lines.waitFor(PATIENCE);
  expect(await lines.inputValue()).toContain(`src="${journey.site}#/?embed=1"`);
  expect(await textOf(page.getByRole("main"))).toContain(say["embed.nowhere"]);
  expect(await page.getByLabel(say["facet.borough"], { exact: true }).count()).toBe(0);
});

test("on a narrow phone nothing of any screen runs off sideways", async ({ journey }) => {
  const page = await journey.open("", { screen: PHONE });
  for (const fragment of ["", "#/equity", "#/about", "#/check", "#/embed"]) {
    await page.goto(`${journey.site}${fragment}`);
    await page.locator("h1").first().waitFor(PATIENCE);
    await page.waitForLoadState("networkidle");
    expect([fragment, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([fragment, PHONE.width]);
  }
});

test("without script the borough's page still gives a phone number", async ({ journey }) => {
  const page = await journey.open("borough/camden.html", { script: false });
  expect(await textOf(page.getByRole("main"))).toContain("020 7946 0003");
  expect(readFileSync(join(folder, "made/site/_headers"), "utf8")).toContain("Content-Security-Policy");
});
