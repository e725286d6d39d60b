import { readFileSync } from "node:fs";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import Papa from "papaparse";
import { vi } from "vitest";
import { EquityScreen } from "../../src/app/equity/EquityScreen.tsx";
import { type BoroughCode, boroughCode } from "../../src/services/place.ts";
import type { Service } from "../../src/services/service.ts";
import { madeUp, renderWith } from "../app/fixture.tsx";

const borough = (code: string): BoroughCode => boroughCode(code) as BoroughCode;
export const TOWER_HAMLETS = borough("E09000030");
const CROYDON = borough("E09000008");

/** One at a place, one known by its borough, one that says neither, and a library that could take another in. */
export const services = [
  madeUp({
    name: "=Somali talking group",
    kind: "group",
    terms: { spokenLanguage: ["Somali"], specialism: ["mental-health"] },
    locations: [{ borough: TOWER_HAMLETS, lon: -0.035, lat: 51.515, precision: "venue" }],
  }),
  madeUp({ name: "Quiet room", terms: { specialism: ["mental-health"] }, locations: [{ borough: TOWER_HAMLETS }] }),
  madeUp({ name: "Sikh kitchen", terms: { faith: ["Sikh"] } }),
  madeUp({
    name: "Test Library",
    kind: "place",
    terms: { specialism: ["libraries"] },
    locations: [{ borough: CROYDON, lon: -0.1, lat: 51.375, precision: "venue" }],
  }),
];
const PLACES = 1;

interface PageOptions {
  readonly area?: string;
  readonly listed?: readonly Service[];
  readonly places?: number;
}

export const SOMALI = "#/equity?about=somali-mental-health";

/** Answers every request with the project's own data; files of these names are missing. */
export function serveData(missing: readonly string[] = []): void {
  vi.stubGlobal("fetch", async (file: string) =>
    missing.some((name) => file.endsWith(name))
      ? new Response("", { status: 404 })
      : new Response(readFileSync(`data/${file}`)),
  );
}

/** Opens folds by their names, as a press on each would: this document has no presses on `summary`. */
export function unfold(...names: readonly string[]): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("main section > details")) {
    const name = details.querySelector("summary")?.textContent ?? "";
    if (details.open || (names.length > 0 && !names.includes(name))) continue;
    details.open = true;
    fireEvent(details, new Event("toggle"));
  }
}

/** Three boroughs: a page of a few hundred neighbourhoods is drawn many times sooner than one of five thousand. */
export const EAST = "E09000001 E09000025 E09000030";
export const EAST_NAME = "City of London, Newham and Tower Hamlets";

/**
 * The page at an address, with its answer there and everything still folded: of all London, or of the boroughs given.
 * The last `places` of what is listed are of the quieter layer.
 */
export async function openPage(
  hash = SOMALI,
  { area = "london", listed = services, places = PLACES }: PageOptions = {},
) {
  cleanup();
  window.location.hash = hash;
  // Asking the style of thousands of cells whether they let a press through takes longer than the page itself.
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  const rendered = renderWith(listed, (loaded) => (
    <EquityScreen
      ready={{
        ...loaded,
        servicesCount: loaded.index.count - places,
        publication: { ...loaded.publication, area },
      }}
    />
  ));
  await screen.findByText(/^(?:In short|Back to all figures)$/, {}, { timeout: 20_000 });
  return { user, ...rendered };
}

// By the document and not by role: computing names for some thousand cells takes this page's tests a minute.
export const tables = () => [...document.querySelectorAll("table")];
export const captionOf = (table: HTMLTableElement) => table.caption?.textContent ?? "";

/** The first table whose caption begins so. */
export function tableStarting(name: string): HTMLTableElement {
  const found = tables().find((table) => captionOf(table).startsWith(name));
  if (found === undefined) throw new Error(`There is no table "${name}…", but ${tables().map(captionOf).join("; ")}.`);
  return found;
}

export const cellsOf = (table: HTMLTableElement) =>
  [...table.rows].map((row) => [...row.cells].map(({ textContent }) => textContent ?? ""));
export const rowsStarting = (name: string) => cellsOf(tableStarting(name));

export function sectionCalled(heading: string): HTMLElement {
  const found = [...document.querySelectorAll("h2")].find(({ textContent }) => textContent === heading);
  const section = found?.closest("section");
  if (section === null || section === undefined) throw new Error(`There is no section "${heading}".`);
  return section;
}

export const plainNumber = (cell: string | undefined): number => Number((cell ?? "").replace(/,/g, ""));

/** Presses the download beneath each of the tables and reads what comes: heading and rows. */
export async function filesOf(those: readonly HTMLTableElement[]): Promise<string[][][]> {
  const blobs: Blob[] = [];
  const made = vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return "blob:made-up";
  });
  const gone = vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => undefined);
  for (const table of those) {
    const button = table.closest(".data-table")?.querySelector("button");
    if (button === null || button === undefined) throw new Error(`The table "${captionOf(table)}" has no file.`);
    fireEvent.click(button);
  }
  made.mockRestore();
  gone.mockRestore();
  if (blobs.length !== those.length) throw new Error(`There are ${those.length} tables and ${blobs.length} files.`);
  return Promise.all(
    blobs.map(async (blob) => {
      const text = new TextDecoder().decode(await blob.arrayBuffer()).replace(/^\ufeff/, "");
      return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    }),
  );
}
