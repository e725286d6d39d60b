// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { AboutScreen } from "../../src/app/about/AboutScreen.tsx";
import { EXPORTS } from "../../src/pipeline/exports.ts";
import type { Publication } from "../../src/services/publication.ts";
import { madeUp, renderWith } from "./fixture.tsx";

afterEach(cleanup);

const shown = (change: Partial<Publication>) =>
  renderWith([madeUp({ name: "Tea at Three" })], (ready) => (
    <AboutScreen ready={{ ...ready, publication: { ...ready.publication, ...change } }} />
  ));
const links = (): (string | null)[] => screen.getAllByRole("link").map((link) => link.getAttribute("href"));

describe("the page about the data", () => {
  test("leads to every form in which the records are given out", () => {
    shown({ downloads: EXPORTS.map(({ path }) => path) });
    expect(links()).toEqual(expect.arrayContaining(EXPORTS.map(({ path }): string => path)));
    expect(screen.getByText(/Open Referral UK/).getAttribute("download")).toBeNull();
    expect(screen.getByText(/still right, as CSV/).getAttribute("download")).toBe("stale.csv");
  });

  test("leads to no feed that the publication does not have", () => {
    shown({ downloads: ["services.geojson", "services.csv"] });
    expect(links()).not.toContain("oruk/");
    expect(links()).not.toContain("stale.csv");
    expect(links()).toContain("report.html");
  });

  test("counts the boroughs of its map alone", () => {
    shown({ area: "E09000007", counts: { services: 1, byKind: {}, byBorough: { E09000007: 1, E09000019: 1 } } });
    expect(screen.getAllByRole("rowheader").map(({ textContent }) => textContent)).toContain("Camden");
    expect(screen.queryByText("Islington")).toBeNull();
  });
});
