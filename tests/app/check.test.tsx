// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CheckScreen } from "../../src/app/check/CheckScreen.tsx";
import type { Answer, OpenLine } from "../../src/app/check/check-protocol.ts";
import { CheckSession } from "../../src/app/check/check-session.ts";
import { smallWorld } from "../intake/small-world.ts";
import { renderWith } from "./fixture.tsx";

const LIST = `Community directory;;;;
;;;;
Service name;Post code;Tel;Languages;Colour of door
Tea at Three;E1 9ZZ;020 7946 0018;Bangla;blue
Coffee at Four;E1 9ZY;ask Joan;Klingon;red
;E1 9ZZ;020 7946 0019;;green
Far Away Lunch;M1 1AE;;;`;

const fileOf = (text: string | Uint8Array<ArrayBuffer>, name = "list.csv"): File => new File([text], name);

/** The work done in the same thread; `held` keeps answers back, as a slow device does. */
function line(held: { readonly answers: Answer[] } | null = null): { open: OpenLine; ended: () => number } {
  let ended = 0;
  const open: OpenLine = (hear) => {
    let open = true;
    let turn = Promise.resolve();
    const session = new CheckSession(
      async () => ({ context: smallWorld, lookedUp: true }),
      (answer) => {
        if (held !== null && answer.answer === "checked") held.answers.push(answer);
        else if (open) hear(answer);
      },
    );
    return {
      ask: (ask) => {
        turn = turn.then(() => session.hear(ask));
      },
      end: () => {
        open = false;
        ended++;
      },
    };
  };
  return { open, ended: () => ended };
}

const saved: { name: string; text: Promise<string> }[] = [];
function show(open: OpenLine = line().open) {
  renderWith([], (ready) => (
    <CheckScreen ready={ready} openLine={open} save={(name, blob) => saved.push({ name, text: blob.text() })} />
  ));
}
const choose = (file: File) => userEvent.upload(screen.getByLabelText(/Drop (?:a|another) file here/), file);
const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));
const rowsOf = (table: HTMLElement) => within(table).getAllByRole("rowheader");

beforeEach(() => {
  vi.stubGlobal("fetch", () => {
    throw new Error("Nothing may be asked for while a file is checked.");
  });
});
afterEach(() => {
  cleanup();
  saved.length = 0;
  vi.unstubAllGlobals();
});

describe("checking a spreadsheet", () => {
  test("says that nothing is uploaded, before a file is chosen", () => {
    show();
    expect(screen.getByText(/Nothing is uploaded/)).toBeTruthy();
  });

  test("finds separator, encoding and headings, and what each heading means", async () => {
    show();
    await choose(fileOf(LIST));
    expect(await screen.findByText(/4 rows in 5 columns.*Semicolons part the cells.*UTF-8/)).toBeTruthy();
    const meant = (heading: string) =>
      (screen.getByRole("combobox", { name: `What “${heading}” means` }) as HTMLSelectElement).value;
    expect([meant("Service name"), meant("Post code"), meant("Languages"), meant("Colour of door")]).toEqual([
      "name",
      "postcode",
      "spoken_languages",
      "",
    ]);
    expect(screen.getByText("1 column is left out.")).toBeTruthy();
  });

  test("accounts for every row, and shows what was found and what to type", async () => {
    show();
    await choose(fileOf(LIST));
    await press("Check the rows");
    expect(await screen.findByRole("heading", { name: "4 rows give 2 services" })).toBeTruthy();
    expect(screen.getByRole("radio", { name: "Not used (2)" })).toHaveProperty("checked", true);
    const refused = screen.getByRole("region", { name: /^Not used/ });
    expect(rowsOf(refused).map(({ textContent }) => textContent)).toEqual(["6", "7"]);
    expect(within(refused).getByText("Far Away Lunch")).toBeTruthy();
    expect(within(refused).getAllByText("Type the name of the service or group.").length).toBe(1);

    await userEvent.click(screen.getByRole("radio", { name: "Used, with something to look at (1)" }));
    const mended = screen.getByRole("region", { name: /^Used/ });
    expect(within(mended).getByText("Coffee at Four")).toBeTruthy();
    expect(within(mended).getByText("Klingon")).toBeTruthy();
    await userEvent.click(screen.getByRole("radio", { name: "Fine as they are (1)" }));
    expect(within(screen.getByRole("region", { name: /^Fine/ })).getByText("Tea at Three")).toBeTruthy();
  });

  test("reads a column as what the officer says it is", async () => {
    show();
    await choose(fileOf("Angebot;PLZ\nTea at Three;E1 9ZZ", "liste.csv"));
    const meaning = (heading: string) =>
      screen.getByRole<HTMLSelectElement>("combobox", { name: `What “${heading}” means` });
    // Guessed from the cells, for a person to correct.
    await waitFor(() =>
      expect(["Angebot", "PLZ"].map((heading) => meaning(heading).value)).toEqual(["name", "postcode"]),
    );
    await userEvent.selectOptions(meaning("Angebot"), "");
    expect(await screen.findByText(/No column holds the name/)).toBeTruthy();
    await userEvent.selectOptions(meaning("Angebot"), "name");
    expect(screen.getByText(/"Angebot": "name"/)).toBeTruthy();
    await press("Check the rows");
    expect(await screen.findByRole("heading", { name: "1 row gives 1 service" })).toBeTruthy();
    expect(screen.getByText("With a pin: 1 of 1 service.")).toBeTruthy();
  });

  test("gives the cleaned CSV, the GeoJSON and the list of issues as files", async () => {
    show();
    await choose(fileOf(LIST));
    await press("Check the rows");
    await press("Download the cleaned CSV");
    await press("Download as GeoJSON");
    await press("Download the list of issues");
    await waitFor(() => expect(saved.map(({ name }) => name)).toHaveLength(3));
    expect(saved.map(({ name }) => name)).toEqual(["list-cleaned.csv", "list-cleaned.geojson", "list-issues.csv"]);
    const [csv = "", geojson = "", issues = ""] = await Promise.all(saved.map(({ text }) => text));
    expect(csv).toContain("Tea at Three");
    expect((JSON.parse(geojson) as { features: unknown[] }).features).toHaveLength(2);
    expect(issues.split("\r\n")[0]).toBe("row,column,outcome,found,message,remedy,fault");
  });

  test("keeps the place of a refuge out of every file and off the screen", async () => {
    show();
    await choose(fileOf("name,address,postcode,sensitive\nSafe Harbour,9 Secret Lane,E1 9ZZ,yes"));
    await press("Check the rows");
    expect(await screen.findByText(/1 service keeps its place private/)).toBeTruthy();
    await press("Download the cleaned CSV");
    await press("Download as GeoJSON");
    await press("Download the list of issues");
    await waitFor(() => expect(saved).toHaveLength(3));
    for (const { text } of saved) expect(await text).not.toMatch(/Secret Lane|E1 ?9ZZ|51\.5/);
    expect(screen.getByRole("button", { name: "Show on a map" })).toHaveProperty("disabled", true);
  });

  test("says in a sentence what is wrong with a file that is no list, and starts again", async () => {
    show();
    await choose(fileOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "list.csv"));
    expect((await screen.findByRole("alert")).textContent).toContain("Excel workbook");
    await press("Start again with another file");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("stops at once when told to, and can begin anew", async () => {
    const held = { answers: [] };
    const { open, ended } = line(held);
    show(open);
    await choose(fileOf(LIST));
    await press("Check the rows");
    expect(await screen.findByRole("progressbar")).toBeTruthy();
    await press("Stop");
    expect(ended()).toBe(1);
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(screen.getByRole("button", { name: "Check the rows" })).toHaveProperty("disabled", false);
  });

  test("says that the fault is ours when the work breaks off", async () => {
    show((_, failed) => ({ ask: () => queueMicrotask(failed), end: () => undefined }));
    await choose(fileOf(LIST));
    expect((await screen.findByRole("alert")).textContent).toContain("our fault");
  });
});
