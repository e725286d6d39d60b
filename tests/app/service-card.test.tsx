// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { cardFacts } from "../../src/app/card-facts.ts";
import { ServiceCard } from "../../src/app/find/ServiceCard.tsx";
import type { Reason } from "../../src/search/results.ts";
import { madeUp, renderWith, TODAY, vocabularies } from "./fixture.tsx";

afterEach(cleanup);

function show(service: Parameters<typeof madeUp>[0], reasons: readonly Reason[] = []) {
  renderWith([madeUp(service)], ({ index }) => (
    <ServiceCard
      card={cardFacts(index, 0)}
      vocabularies={vocabularies}
      today={TODAY}
      reasons={reasons}
      distance={805}
    />
  ));
  return within(screen.getByRole("article"));
}

describe("a card", () => {
  test("has its name as the one heading link, its kind, summary and organisation", () => {
    const card = show({
      name: "Tea at Three",
      kind: "group",
      summary: "Tea and talk.",
      organisation: { id: "x", name: "The Example Trust" },
    });
    expect(card.getByRole("heading", { name: "Tea at Three" })).toBeTruthy();
    expect(card.getByRole("link", { name: "Tea at Three" }).getAttribute("href")).toBe("#/service/tea-at-three");
    expect(card.getByText("Tea and talk.")).toBeTruthy();
    expect(card.getByText("Run by The Example Trust")).toBeTruthy();
    expect(card.getByText(vocabularies.kind.byId.get("group")?.label ?? "?")).toBeTruthy();
  });

  test("has a phone that can be rung with one press", () => {
    const card = show({ name: "Tea at Three", phones: [{ number: "020 7946 0018", dial: "+442079460018" }] });
    const link = card.getByRole("link", { name: "Call Tea at Three on 020 7946 0018" });
    expect(link.getAttribute("href")).toBe("tel:+442079460018");
  });

  test("says spoken languages with their own names, marked with their language", () => {
    const card = show({ name: "Tea at Three", terms: { spokenLanguage: ["Bangla", "somali"] } });
    expect(card.getByText("বাংলা").getAttribute("lang")).toBe("bn");
    expect(card.getByText(/Somali/)).toBeTruthy();
  });

  test("says the place no finer than the record knows it", () => {
    const place = { lon: -0.0712, lat: 51.5176, borough: "E09000030", postcode: "E1 6AN" };
    expect(show({ name: "Venue", locations: [place] }).getByText(/E1 6AN, Tower Hamlets/)).toBeTruthy();
    cleanup();
    const rough = show({ name: "Rough", locations: [{ ...place, precision: "approximate" }] });
    expect(rough.getByText(/Tower Hamlets, rough area only/)).toBeTruthy();
    cleanup();
    const borough = show({ name: "Borough", locations: [{ borough: "E09000030" }] });
    expect(borough.getByText(/Tower Hamlets \(no exact place given\)/)).toBeTruthy();
    cleanup();
    const withheld = show({ name: "Safe", sensitive: true, locations: [place] });
    expect(withheld.getByText(/Address kept private/)).toBeTruthy();
    expect(withheld.queryByText(/E1 6AN|Tower Hamlets/)).toBeNull();
  });

  test("says how far it is, in a straight line", () => {
    expect(show({ name: "Near" }).getByText("0.5 miles away, in a straight line")).toBeTruthy();
  });

  test("tells its age, and never calls a source's date a check", () => {
    expect(show({ name: "Unchecked" }).getByText("Not checked. The source is from May 2024.")).toBeTruthy();
    cleanup();
    const checked = show({ name: "Checked", assured: { date: "2026-10-02", by: "Example Borough" } });
    expect(checked.getByText("Checked 2 October 2026")).toBeTruthy();
    cleanup();
    const undated = show({ name: "Undated", sources: [{ id: "made-up", record: "x" }] });
    expect(undated.getByText("Not checked. The source has no date.")).toBeTruthy();
  });

  test("gives a reason in words for each chosen characteristic", () => {
    const card = show({ name: "Tea at Three" }, [
      { facet: "spokenLanguage", fit: "fits", terms: ["so"] },
      { facet: "faith", fit: "does-not-say", terms: [] },
    ]);
    const reasons = card.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(reasons).toContain("✓ Fits: Language spoken – Somali");
    expect(reasons).toContain("– Does not say: Faith");
  });
});
