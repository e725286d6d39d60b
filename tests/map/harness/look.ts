import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { build } from "vite";
import { ensureChromium } from "../../browser/chromium.ts";
import { serveFolder } from "../../browser/serve.ts";

/**
 * Takes pictures of the map for a person to look at: `npx tsx tests/map/harness/look.ts <folder> [name …]`.
 * Builds the harness the way the site is built, into a folder of its own, and drives it in Chromium.
 */
interface Look {
  readonly name: string;
  readonly hash?: string;
  readonly size?: readonly [width: number, height: number];
  readonly centre?: readonly [lon: number, lat: number];
  readonly zoom?: number;
  readonly act?: (page: Page) => Promise<void>;
}

/** Every file has come and every tile and name is drawn: nothing has changed for a second. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const map = Reflect.get(window.harness.view, "map") as { loaded(): boolean; isMoving(): boolean };
    let quiet = 0;
    for (let tries = 0; tries < 150 && quiet < 10; tries++) {
      quiet = map.loaded() && !map.isMoving() ? quiet + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
}

const BRIXTON = [-0.115, 51.4613] as const;
const WHITECHAPEL = [-0.06, 51.519] as const;
const CENTRAL = [-0.09, 51.505] as const;

const overlay = (id: string) => async (page: Page) => {
  await page.evaluate((chosen) => window.harness.show({ overlay: { id: chosen as "deprivation" } }), id);
  await settled(page);
};

const LOOKS: readonly Look[] = [
  { name: "all-9.5" },
  { name: "all-quiet", hash: "points=2600&quiet=0.7" },
  { name: "all-deprivation", act: overlay("deprivation") },
  { name: "central-11.5", centre: CENTRAL, zoom: 11.5 },
  { name: "central-11.5-quiet", centre: CENTRAL, zoom: 11.5, hash: "points=2600&quiet=0.7" },
  { name: "whitechapel-13", centre: WHITECHAPEL, zoom: 13 },
  { name: "whitechapel-13-quiet", centre: WHITECHAPEL, zoom: 13, hash: "points=2600&quiet=0.7" },
  { name: "whitechapel-14", centre: WHITECHAPEL, zoom: 14, hash: "points=3000&quiet=0.3" },
  { name: "brixton-12.5-deprivation", centre: BRIXTON, zoom: 12.5, act: overlay("deprivation") },
  { name: "dark-9.5", hash: "scheme=dark" },
  { name: "dark-12.5", hash: "scheme=dark", centre: BRIXTON, zoom: 12.5 },
  { name: "dark-12.5-crime", hash: "scheme=dark", centre: BRIXTON, zoom: 12.5, act: overlay("crime") },
  { name: "phone", size: [390, 640] },
  {
    name: "chosen-13",
    centre: WHITECHAPEL,
    zoom: 12.7,
    hash: "points=1500&quiet=0.3",
    act: async (page) => {
      await page.evaluate(() => {
        const rows = window.harness.view.rowsInView();
        const { points } = window.harness.scene;
        const vague = rows.find((row) => points.precisions[row] === 2) ?? null;
        window.harness.show({
          selected: rows[Math.floor(rows.length / 2)] ?? null,
          hovered: vague,
          start: { point: [-0.06, 51.519] as never, radiusMetres: 1609 },
        });
      });
      await settled(page);
    },
  },
];

async function main(folder: string, names: readonly string[]): Promise<void> {
  const site = await mkdtemp(join(tmpdir(), "map-harness-"));
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: "./",
    logLevel: "warn",
    build: { outDir: site, emptyOutDir: true, target: "es2022" },
  });
  await cp(join(import.meta.dirname, "../../../data/areas"), join(site, "areas"), { recursive: true });
  const served = await serveFolder(site);
  const browser = await chromium.launch({
    executablePath: ensureChromium(console.log),
    args: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-sandbox", "--disable-background-networking"],
  });
  await mkdir(folder, { recursive: true });
  try {
    for (const look of LOOKS.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const [width, height] = look.size ?? [1100, 760];
      const page = await browser.newPage({ viewport: { width, height } });
      page.on("console", (message) => console.log(look.name, message.type(), message.text()));
      page.on("pageerror", (error) => console.log(look.name, "error", error.message));
      await page.goto(`${served.address}#${look.hash ?? ""}`);
      await page.waitForFunction(() => window.harness?.told.includes("ready"), null, { timeout: 180_000 });
      const { centre, zoom } = look;
      if (centre !== undefined && zoom !== undefined) {
        const half = ((width - 56) / 2 / 512 / 2 ** zoom) * 360;
        await page.evaluate(
          ([lon, lat, span]) => window.harness.view.fitTo([lon - span, lat - 0.0001, lon + span, lat + 0.0001]),
          [centre[0], centre[1], half] as const,
        );
      }
      await settled(page);
      await look.act?.(page);
      await page.screenshot({ path: join(folder, `${look.name}.png`) });
      console.log(look.name, (await page.evaluate(() => window.harness.told)).join(" | "));
      await page.close();
    }
  } finally {
    await browser.close();
    await served.close();
    await rm(site, { recursive: true, force: true });
  }
}

const [folder = "", ...names] = process.argv.slice(2);
if (folder === "") throw new Error("Name a folder for the pictures.");
await main(folder, names);
