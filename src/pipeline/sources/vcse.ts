import { factsRow } from "./facts.ts";
import { cell, type OwnRow, type RawRow } from "./rows.ts";
import type { Words } from "./words.ts";

/**
 * Voluntary and community organisations and their services: one row each. A row with a service's name is a service;
 * a row that is about an organisation as a whole is a group.
 */
export function vcse(rows: readonly RawRow[], words: Words): readonly OwnRow[] {
  return rows.map((row) => factsRow(row, words, cell(row, "service_name") === "" ? "group" : "service"));
}
