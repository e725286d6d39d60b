import { expect } from "vitest";
import { publication, serviceWith } from "./published.ts";
import { say, test, textOf } from "./sentences.ts";

test("a service's page calls, writes and opens the site", async ({ given }) => {
  const service = serviceWith(
    "phone, e-mail and site",
    ({ contacts }) => contacts.phones[0]?.dial != null && contacts.emails.length > 0 && contacts.urls.length > 0,
  );
  const page = await given.theService(service.id);
  const links = await page
    .locator("main .service a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  expect(links.find((href) => href.startsWith("tel:"))).toBe(`tel:${service.contacts.phones[0]?.dial}`);
  const [local = "", domain = ""] = (service.contacts.emails[0] ?? "").split("@");
  expect(links).toContain(`mailto:${encodeURIComponent(local)}@${domain}`);
  expect(links).toContain(new URL(service.contacts.urls[0] ?? "").href);
});

test("directions name the destination and nothing else", async ({ given }) => {
  const service = serviceWith("an exact place", ({ locations }) =>
    locations.some(({ point, precision }) => point !== null && (precision === "venue" || precision === "postcode")),
  );
  const page = await given.theService(service.id);
  const link = page.getByRole("link", { name: say["service.directions"] }).first();
  const address = new URL((await link.getAttribute("href")) ?? "");
  expect([...address.searchParams.keys()].sort()).toEqual(["api", "destination"]);
  const shown = service.locations.find(({ point }) => point !== null)?.point;
  expect(address.searchParams.get("destination")).toMatch(new RegExp(`^${shown?.[1].toFixed(3)}`));
  expect(await link.getAttribute("rel")).toContain("noreferrer");
});

test("a wrong record can be told of by e-mail, with its name and number filled in", async ({ given }) => {
  const service = serviceWith("a name", () => true);
  const page = await given.theService(service.id);
  const href = (await page.getByRole("link", { name: say["service.wrong"] }).getAttribute("href")) ?? "";
  expect(href).toMatch(/^mailto:/);
  const asked = new URL(href);
  expect(asked.searchParams.get("subject")).toContain(service.name);
  expect(asked.searchParams.get("body")).toContain(service.id);
  expect(decodeURIComponent(asked.pathname)).toBe(service.assured.email ?? publication().contact.email);
});

test("a social prescribing scheme says who runs it, where it sits, whom it takes and how to be referred", async ({
  given,
}) => {
  const scheme = serviceWith("the kind of a scheme", ({ kind }) => kind === "social-prescribing");
  const page = await given.theService(scheme.id);
  for (const term of [
    say["service.schemeRunBy"],
    say["service.schemeSits"],
    say["service.schemeTakes"],
    say["service.schemeRefer"],
  ]) {
    const answer = page.locator("dt", { hasText: term }).first().locator("xpath=following-sibling::dd");
    expect((await textOf(answer)).trim()).not.toBe("");
  }
  expect(await textOf(page.locator(".service"))).toContain(scheme.organisation.name);
});

test("a card leads to its service, and the link back to the list as it was", async ({ given, when, see }) => {
  const page = await given.theFindScreen();
  await when.ticking(say["facet.borough"], "Barnet");
  await see.addressSaying("borough=");
  const [name] = await see.cardNames();
  await when.openingTheFirstCard();
  await page.getByRole("heading", { level: 1, name: name ?? "" }).waitFor();
  await page.getByRole("link", { name: say["service.back"] }).click();
  await see.addressSaying("borough=");
  expect((await see.cardNames())[0]).toBe(name);
});

test("a link to a record that is no longer there says so and leads on", async ({ journey, see }) => {
  const page = await journey.open("#/service/closed-long-ago");
  await see.words(say["service.notFound"]);
  await page.getByRole("link", { name: say["service.back"] }).click();
  await see.someResults();
});
