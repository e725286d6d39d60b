import { expect } from "vitest";
import { changeStart } from "./changed-start.ts";
import { PATIENCE, say, test, textOf } from "./sentences.ts";

const ADDRESS = "https://sheets.example.org/list.csv";

test("a live source that can't be read leaves the list as it was published, and About says so", async ({
  journey,
  see,
}) => {
  const page = await journey.open("about:blank");
  journey.record.announce(
    /sheets\.example\.org/,
    "the page's policy was built without this site, so it is turned away",
  );
  let title = "";
  await changeStart(page, journey.site, (start) => {
    const [first, ...others] = start.publication.sources;
    if (first === undefined) throw new Error("The published data have no source.");
    title = first.title;
    const live = { address: ADDRESS, origins: [], reader: "csv", columns: {}, defaults: {} };
    const publication = { ...start.publication, sources: [{ ...first, live }, ...others] };
    return { ...start, publication };
  });
  await page.goto(journey.site);
  await page.locator('#filters input[type="checkbox"]').first().waitFor(PATIENCE);
  const all = await see.resultCount();
  await page.goto(`${journey.site}#/about`);
  const told = say["about.liveFailed"].replace("{source}", title);
  await expect.poll(() => textOf(page.getByRole("main")), PATIENCE).toContain(told);
  expect(await textOf(page.getByRole("main"))).toContain("sheets.example.org");
  await page.goto(`${journey.site}#/`);
  await see.results(all);
});
