import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildRecords } from "../../src/pipeline/build-publication.ts";
import type { SourceEntry } from "../../src/pipeline/source-list.ts";
import { BOROUGH_CODES } from "../../src/services/place.ts";
import { smallWorld } from "../intake/small-world.ts";

const CASES = join(import.meta.dirname, "cases");

function entryFor(file: string): SourceEntry {
  const id = file.replace(/\.csv$/, "");
  return {
    id,
    file,
    reader: "csv",
    layer: "services",
    title: id,
    publisher: "Example",
    url: "https://example.org",
    licence: { name: id === "osm" ? "Open Database License" : "CC0 1.0", url: "" },
    credit: "",
    date: "2026",
    notes: [],
  };
}

/** One value a line where it is short, so that a difference is read at a glance. */
const text = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** `expected/` is written when it is missing and never in CI; read it, and let `npm run format` set it, before you commit it. */
function expectFile(path: string, value: unknown): void {
  if (!existsSync(path) && process.env.CI === undefined) {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text(value));
  }
  expect(JSON.parse(text(value))).toEqual(JSON.parse(readFileSync(path, "utf8")));
}

describe("from rows to records", () => {
  for (const name of readdirSync(CASES).sort()) {
    test(name.replaceAll("-", " "), () => {
      const input = join(CASES, name, "input");
      const sources = readdirSync(input)
        .sort()
        .map((file) => ({ entry: entryFor(file), bytes: new Uint8Array(readFileSync(join(input, file))) }));
      const { services, places, issues, sums } = buildRecords(sources, smallWorld, BOROUGH_CODES);
      expectFile(join(CASES, name, "expected", "services.json"), [...services, ...places]);
      expectFile(
        join(CASES, name, "expected", "issues.json"),
        issues.map(({ source, row, column, fault, outcome, found }) => ({
          source,
          row,
          column,
          fault,
          outcome,
          found,
        })),
      );
      expectFile(join(CASES, name, "expected", "sums.json"), sums);
    });
  }
});
