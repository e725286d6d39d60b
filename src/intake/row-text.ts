import type { Fault } from "../services/create-service.ts";
import { isBlank } from "./cells.ts";
import { cleanText, isClean, oneLine, type TextRepair } from "./clean-text.ts";
import type { Field, MatchedHeadings } from "./headings.ts";

/** A row's cells by field, cleaned; what was cleaned away is told once a cell. */
export interface RowText {
  /** On one line; "" when empty or a mark for "nothing". */
  line(field: Field): string;
  /** With its line ends. */
  text(field: Field): string;
  /** All columns of a field that are not empty, as they stand but clean. */
  all(field: Field): readonly string[];
  readonly faults: Fault[];
}

const TOLD: Readonly<Record<TextRepair, string>> = {
  controls: "It had characters that can't be shown. We took them out.",
  "direction-marks": "It had hidden marks that turn the reading direction. We took them out.",
  "hidden-characters": "It had hidden characters. We took them out.",
  markup: "It had HTML code in it. We kept the words and took out the code.",
  encoding: "Some letters were garbled by a wrong encoding. We put them right.",
  formula: "It begins like a spreadsheet formula. It is shown as plain words.",
};

const KEPT: ReadonlySet<TextRepair> = new Set(["formula"]);

const NOTHING: readonly string[] = [];

class CleanRow implements RowText {
  readonly faults: Fault[] = [];
  /** Made when first needed: most rows are clean and ask for no cell twice. */
  private known: Map<Field, readonly string[]> | null = null;

  constructor(
    private readonly cells: readonly string[],
    private readonly columns: MatchedHeadings["columns"],
    private readonly defaults: Readonly<Record<string, string>> | null,
  ) {}

  all(field: Field): readonly string[] {
    const columns = this.columns.get(field);
    if (columns === undefined) return this.fallback(field);
    const before = this.known?.get(field);
    if (before !== undefined) return before;
    const texts: string[] = [];
    for (const column of columns) {
      const cell = this.cells[column] ?? "";
      if (cell === "" || isBlank(cell)) continue;
      const text = isClean(cell) ? cell : this.clean(field, cell);
      if (text === cell || !isBlank(text)) texts.push(text);
    }
    const result = texts.length === 0 ? this.fallback(field) : texts;
    this.known ??= new Map();
    this.known.set(field, result);
    return result;
  }

  text(field: Field): string {
    const columns = this.columns.get(field);
    if (columns === undefined) return this.defaults?.[field] ?? "";
    // Nearly every cell is one of its field and empty or clean as it stands; it needs no list and no memory.
    if (columns.length === 1) {
      const only = this.cells[columns[0] as number];
      if (only === undefined || only === "") return this.defaults?.[field] ?? "";
      if (isClean(only) && !isBlank(only)) return only;
    }
    return this.all(field)[0] ?? "";
  }

  line(field: Field): string {
    return oneLine(this.text(field));
  }

  private fallback(field: Field): readonly string[] {
    const word = this.defaults?.[field];
    return word === undefined || word === "" ? NOTHING : [word];
  }

  private clean(field: Field, cell: string): string {
    const { text, repairs } = cleanText(cell);
    for (const repair of repairs) {
      this.faults.push({
        field,
        fault: `text-${repair}`,
        found: cell,
        outcome: KEPT.has(repair) ? "kept" : "repaired",
        message: TOLD[repair],
        remedy:
          repair === "formula"
            ? "Type plain words, without the sign it begins with."
            : "Paste the text without formatting.",
      });
    }
    if (text.includes("\ufffd")) {
      this.faults.push({
        field,
        fault: "text-damaged",
        found: cell,
        outcome: "kept",
        message: "Some letters of this text were lost before it reached us. It is shown as it stands.",
        remedy: "Type the text again.",
      });
    }
    return text;
  }
}

function hasKeys(object: object): boolean {
  for (const _ in object) return true;
  return false;
}

/** Reads one row's cells; a cell is cleaned when first asked for. `defaults` stand in for empty cells. */
export function rowText(
  cells: readonly string[],
  matched: MatchedHeadings,
  defaults: Readonly<Record<string, string>>,
): RowText {
  return new CleanRow(cells, matched.columns, hasKeys(defaults) ? defaults : null);
}
