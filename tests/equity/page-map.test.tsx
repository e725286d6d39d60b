// @vitest-environment jsdom
import { cleanup, fireEvent, within } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { madeUp } from "../app/fixture.tsx";
import {
  EAST,
  EAST_NAME,
  openPage,
  plainNumber,
  rowsStarting,
  SOMALI,
  sectionCalled,
  serveData,
  TOWER_HAMLETS,
  unfold,
} from "./page.tsx";

vi.setConfig({ testTimeout: 60_000 });
beforeAll(() => serveData());
afterAll(() => vi.unstubAllGlobals());
afterEach(cleanup);

const answer = () => sectionCalled("On the map").querySelector(".pin-place")?.textContent ?? "";

describe("the map of who is left out", () => {
  test("shows what the tables say: the same areas, the same nearest, the same metres", async () => {
    const { user } = await openPage(SOMALI, { area: EAST });
    unfold("See the same as a table", "See all of them as a table");
    const gaps = rowsStarting("Neighbourhoods in the most deprived fifth");
    const region = within(sectionCalled("On the map"));
    const all = rowsStarting(`Neighbourhoods and what is nearest: ${EAST_NAME}`);
    const people = gaps.slice(1).reduce((sum, cells) => sum + plainNumber(cells[2]), 0);
    expect(plainNumber(all.at(-1)?.[1])).toBe(people);
    await user.selectOptions(region.getByLabelText("Borough"), "Newham");
    const areas = rowsStarting("Neighbourhoods and what is nearest: Newham");
    const dark = areas.filter((cells) => cells[3] === "Most deprived fifth, none within 1 km");
    const listed = gaps.filter((cells) => cells[1] === "Newham");
    expect(dark.length).toBeGreaterThan(0);
    expect(dark.map(([name, ...cells]) => [name, cells[0], cells[3], cells[4]]).sort()).toEqual(
      listed.map((cells) => [cells[0], cells[2], cells[4], cells[5]]).sort(),
    );
  });

  test("takes a pin by keyboard, moves it by the arrow keys and takes it back", async () => {
    const { user } = await openPage(SOMALI, { area: EAST });
    const region = within(sectionCalled("On the map"));
    const press = (name: string) => {
      const button = [...sectionCalled("On the map").querySelectorAll("button")].find(
        (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
      );
      if (button === undefined) throw new Error(`There is no button "${name}".`);
      return button;
    };
    expect(answer()).toBe("");
    await user.selectOptions(region.getByLabelText("Borough"), "Newham");
    const [, , name] = [...(region.getByLabelText("Neighbourhood") as HTMLSelectElement).options].map(
      ({ text }) => text,
    );
    await user.selectOptions(region.getByLabelText("Neighbourhood"), name ?? "");
    const first = answer();
    expect(first).toContain(`${name}, Newham`);
    expect(first).toMatch(/The nearest is =Somali talking group, [\d.]+ km away/);
    expect(first).toMatch(/A service at the pin would be within 1 km of [\d,]+ people/);
    press("North").focus();
    await user.keyboard("{ArrowUp}{ArrowUp}{ArrowRight}");
    expect(answer()).toMatch(/The nearest is .*A service at the pin/s);
    expect(answer()).not.toBe(first);
    for (let i = 0; i < 3; i++) fireEvent.click(press("Undo"));
    expect(answer()).toBe(first);
    fireEvent.click(press("Take the pin away"));
    expect(answer()).toBe("");
    fireEvent.click(press("Undo"));
    expect(answer()).toBe(first);
    // A place that somebody tries is theirs: no link may hold it.
    expect(window.location.hash).toBe(SOMALI);
  });

  test("shows a gap of the list", async () => {
    await openPage(SOMALI, { area: EAST });
    const item = sectionCalled("Where there is nothing near").querySelector("li");
    if (item === null) throw new Error("There is no gap.");
    const name = item.querySelector("summary")?.textContent ?? "";
    fireEvent.click(within(item).getByText("See it on the map"));
    expect(answer()).toContain(name);
  });

  test("says between what a gain lies where a place is known only to about 1 km", async () => {
    const vague = madeUp({
      name: "Somali circle",
      terms: { spokenLanguage: ["Somali"], specialism: ["mental-health"] },
      locations: [{ borough: TOWER_HAMLETS, lon: -0.035, lat: 51.515, precision: "approximate" }],
    });
    const { user } = await openPage(SOMALI, { listed: [vague], places: 0, area: EAST });
    const region = within(sectionCalled("On the map"));
    await user.selectOptions(region.getByLabelText("Borough"), "Tower Hamlets");
    const areas = region.getByLabelText("Neighbourhood") as HTMLSelectElement;
    // 708 metres from where the circle is said to be, so that it may be farther off than 1 km.
    const near = [...areas.options].find(({ text }) => text.includes("Tower Hamlets 023C"));
    await user.selectOptions(areas, near?.text ?? "");
    expect(answer()).toMatch(/between [\d,]+ and [\d,]+, for we know some places only to about 1 km\./);
  });
});
