import type { Page } from "playwright-core";
import type { StartFile } from "../../src/services/publication.ts";
import { startFile } from "./published.ts";

/**
 * Lets the page have another start file than the published one. Its name then holds no hash, as where nothing was
 * built: with one, the page would notice that these are not the bytes that were meant.
 */
export async function changeStart(page: Page, site: string, change: (start: StartFile) => unknown): Promise<void> {
  const { pathname } = new URL(site);
  await page.route(
    (url) => url.pathname === pathname,
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(/parts\/\w+\/start\.json/, "start.json") });
    },
  );
  await page.route(`${site}start.json`, (route) => route.fulfill({ json: change(startFile()) }));
}
