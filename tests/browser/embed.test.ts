import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { describe, expect, onTestFinished } from "vitest";
import { expectNoAxeViolations } from "./axe.ts";
import { changeStart } from "./changed-start.ts";
import type { Journey } from "./journey.ts";
import { PATIENCE, say, test } from "./sentences.ts";
import { serveFolder } from "./serve.ts";

/** Another site whose only page shows ours in a frame, at presets. Returns the page and the frame in it. */
async function inAnotherPage(
  journey: Journey,
  fragment: string,
  allowed: (host: string) => readonly string[],
): Promise<{ readonly page: Page; readonly frame: Frame; readonly host: string }> {
  const folder = mkdtempSync(join(tmpdir(), "council-"));
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><title>A council's page</title><link rel="icon" href="data:,"><h1>Groups near you</h1>
     <iframe title="Map" width="900" height="700" src="${journey.site}${fragment}"></iframe>`,
  );
  const council = await serveFolder(folder, "/");
  onTestFinished(council.close);
  const host = new URL(council.address).origin;
  const page = await journey.open("about:blank");
  journey.record.announce(new RegExp(host), "another site shows the map on purpose");
  await changeStart(page, journey.site, (start) => ({
    ...start,
    publication: { ...start.publication, embed: { allowedAncestors: allowed(host) } },
  }));
  await page.goto(council.address);
  const element = await page.locator("iframe").elementHandle();
  const frame = await element?.contentFrame();
  if (frame === null || frame === undefined) throw new Error("The council's page has no frame.");
  return { page, frame, host };
}

describe("in another site's page", () => {
  test("the map starts with its presets, with a short header, and keeps both while it is used", async ({ journey }) => {
    const { frame } = await inAnotherPage(journey, "#/?embed&speaks=so", (host) => [host]);
    await frame.getByRole("list", { name: say["chips.label"] }).getByText("Somali").waitFor(PATIENCE);
    expect(await frame.getByRole("navigation", { name: say["nav.label"] }).count()).toBe(0);
    expect(await frame.getByRole("contentinfo").count()).toBe(0);
    await frame.getByRole("link", { name: say["leave.button"] }).waitFor();
    const full = frame.getByRole("link", { name: say["embed.full"] });
    expect(await full.getAttribute("target")).toBe("_blank");

    await frame.getByRole("article").first().getByRole("heading").getByRole("link").click();
    await frame.getByRole("heading", { level: 2, name: say["service.contact"] }).waitFor(PATIENCE);
    expect(await frame.getByRole("navigation", { name: say["nav.label"] }).count()).toBe(0);
    expect(frame.url()).toContain("embed");
  });

  test("the way out takes the whole page away, not only the frame", async ({ journey }) => {
    const { page, frame, host } = await inAnotherPage(journey, "#/?embed", (allowed) => [allowed]);
    journey.record.announce(/bbc\.co\.uk|ERR_|net::/, "the person leaves for another site");
    await frame.getByRole("link", { name: say["leave.button"] }).click();
    await expect.poll(() => page.url(), PATIENCE).not.toContain(host);
  });

  test("that the publisher has not named, there is a link and no map", async ({ journey }) => {
    const { frame } = await inAnotherPage(journey, "#/?embed", () => ["https://www.example.gov.uk"]);
    await frame.getByText(say["embed.refused"]).waitFor(PATIENCE);
    expect(await frame.getByRole("article").count()).toBe(0);
  });
});

describe("the lines for another page", () => {
  test("are made, copied and lead to the presets that were chosen", async ({ journey, see }) => {
    const page = await journey.open("#/embed");
    await page.getByLabel(say["facet.borough"]).selectOption({ label: "Camden" });
    const snippet = await page.getByLabel(say["embed.snippet"]).inputValue();
    expect(snippet).toContain(`src="${journey.site}#/?embed=1&amp;borough=E09000007"`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: say["embed.copy"] }).click();
    await see.words(say["embed.copied"]);
    // What has scrolled behind the header would be called too small to press.
    await page.evaluate("scrollTo(0, 0)");
    await expectNoAxeViolations(page);
    await see.nothingSideways();
  });
});
