// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { ServiceDetails } from "../../src/app/service/ServiceDetails.tsx";
import { madeUp, publication, renderWith, TODAY, vocabularies } from "./fixture.tsx";

afterEach(cleanup);

function show(draft: Parameters<typeof madeUp>[0]) {
  const service = madeUp(draft);
  renderWith([service], () => (
    <ServiceDetails service={service} vocabularies={vocabularies} publication={publication} today={TODAY} />
  ));
}
const hrefs = () => screen.getAllByRole("link").map((link) => link.getAttribute("href") ?? "");

describe("a service's page", () => {
  test("has links that call, write and open the site", () => {
    show({
      name: "Tea at Three",
      phones: [{ number: "020 7946 0018", dial: "+442079460018", extension: "3" }],
      emails: ["tea@example.org"],
      urls: ["https://www.example.org/tea"],
    });
    expect(hrefs()).toContain("tel:+442079460018;ext=3");
    expect(hrefs()).toContain("mailto:tea@example.org");
    const site = screen.getByRole("link", { name: "Go to example.org" });
    expect(site.getAttribute("href")).toBe("https://www.example.org/tea");
    expect(site.getAttribute("rel")).toBe("noopener noreferrer");
  });

  test("gives directions by destination only, and none for a rough place", () => {
    const place = { lon: -0.0712, lat: 51.5176, borough: "E09000030" };
    show({ name: "Venue", locations: [place] });
    const directions = hrefs().filter((href) => href.includes("destination") || href.includes("directions"));
    expect(directions).toEqual([
      "https://www.google.com/maps/dir/?api=1&destination=51.51760%2C-0.07120",
      "https://www.openstreetmap.org/directions?to=51.51760%2C-0.07120",
    ]);
    cleanup();
    show({ name: "Rough", locations: [{ ...place, precision: "approximate" }] });
    expect(hrefs().some((href) => href.includes("directions"))).toBe(false);
  });

  test("writes to whoever keeps the record when something is wrong: the assurer, else the publisher", () => {
    show({ name: "Tea at Three", assured: { date: "2026-10-02", email: "keeper@example.org" } });
    expect(hrefs().find((href) => href.startsWith("mailto:keeper@example.org?subject="))).toContain(
      encodeURIComponent("Please correct: Tea at Three"),
    );
    cleanup();
    show({ name: "Tea at Three" });
    const letter = hrefs().find((href) => href.startsWith("mailto:map@example.org"));
    expect(decodeURIComponent(letter ?? "")).toContain("Record: tea-at-three");
  });

  test("says of a scheme who runs it, where it sits, whom it takes and how to be referred", () => {
    show({
      name: "Link workers",
      kind: "social-prescribing",
      organisation: { id: "o", name: "The Example Network" },
      hostSetting: "GP practice/PCN",
      eligibility: { text: "Patients of the practice" },
      referral: { text: "Ask your GP" },
    });
    for (const text of ["The Example Network", "GP practice/PCN"])
      expect(screen.getAllByText(text).length).toBeGreaterThan(0);
    expect(screen.getAllByText("Patients of the practice").length).toBeGreaterThan(0);
    expect(screen.getAllByText("Ask your GP").length).toBeGreaterThan(0);
  });

  test("keeps words that no vocabulary knows, as they stand", () => {
    show({ name: "Tea at Three", terms: { spokenLanguage: ["Klingon"] } });
    expect(screen.getByText(/Language spoken: Klingon/)).toBeTruthy();
  });

  test("shows no address of a sensitive service", () => {
    show({
      name: "Safe",
      sensitive: true,
      locations: [{ address: "1 Example Street", postcode: "E1 6AN", lon: -0.07, lat: 51.51, borough: "E09000030" }],
    });
    expect(document.body.textContent).not.toMatch(/Example Street|E1 6AN|Tower Hamlets/);
    expect(screen.getByText(/address is kept private/)).toBeTruthy();
  });

  test("warns of an address that looks like another's", () => {
    show({ name: "Look-alike", urls: ["https://аррӏе.com/"] });
    expect(screen.getByText("Go to xn--80ak6aa92e.com")).toBeTruthy();
    expect(screen.getByText(/letters of more than one alphabet/)).toBeTruthy();
  });
});
