import type { IntakeContext, IntakeSource } from "../../intake/context.ts";
import { MAX_FILE_BYTES } from "../../intake/file-trouble.ts";
import { guessColumns } from "../../intake/guess-columns.ts";
import { matchHeadings } from "../../intake/headings.ts";
import { readSource } from "../../intake/read-source.ts";
import { GUESS, READERS, readerOf, type Table } from "../../intake/readers.ts";
import type { Issue } from "../../services/issue.ts";
import type { Service } from "../../services/service.ts";
import { checkFile, checkPoints } from "./check-files.ts";
import type { Answer, Ask, ColumnMap, LookedAt } from "./check-protocol.ts";
import { checkRecords } from "./check-records.ts";

/** What a check must know of the world; loaded when the first rows are checked. */
export interface CheckWorld {
  readonly context: IntakeContext;
  readonly lookedUp: boolean;
}

/** Cells shown of each column, and how much of each. */
const SAMPLES = 3;
const SAMPLE_LENGTH = 60;
/** Times that progress is told, at most. */
const STEPS = 200;

function samplesOf(rows: readonly { readonly cells: readonly string[] }[], column: number): readonly string[] {
  const samples = new Set<string>();
  for (const { cells } of rows.slice(0, 200)) {
    const cell = (cells[column] ?? "").replace(/\s+/g, " ").trim();
    if (cell !== "") samples.add(cell.length > SAMPLE_LENGTH ? `${cell.slice(0, SAMPLE_LENGTH)}…` : cell);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

/** What a file is and what its headings mean, before any row is judged; or why it can't be read. */
export function lookAt(
  name: string,
  bytes: Uint8Array,
  chosen: string | null,
):
  | { readonly status: "trouble"; readonly sentence: string }
  | { readonly status: "looked"; readonly look: LookedAt; readonly table: Table } {
  const form = chosen === null || readerOf(chosen) === null ? GUESS : chosen;
  const read = readSource({ file: name, reader: form }, bytes);
  if (read.status === "trouble") return { status: "trouble", sentence: read.trouble };
  const { table, reader, encoding } = read;
  const matched = matchHeadings(table.headings, {}, table.columns);
  const fieldOf = new Map(
    [...matched.columns].flatMap(([field, columns]) => columns.map((at) => [at, field] as const)),
  );
  return {
    status: "looked",
    table,
    look: {
      reader: reader.id,
      forms: READERS.map(({ id, label }) => ({ id, label })),
      encoding,
      delimiter: table.delimiter,
      rows: table.rows.length,
      columns: table.headings.map((heading, column) => ({
        heading,
        field: fieldOf.get(column) ?? null,
        samples: samplesOf(table.rows, column),
      })),
      guessed: guessColumns(table, matched),
    },
  };
}

/** Names of rows as they stand in the file, for those that were not taken. */
function namesIn(table: Table, columns: ColumnMap): (row: number) => string {
  const matched = matchHeadings(table.headings, columns, table.columns).columns;
  const at = matched.get("name")?.[0] ?? matched.get("organisation")?.[0];
  const names = new Map(
    at === undefined ? [] : table.rows.map(({ row, cells }) => [row, (cells[at] ?? "").slice(0, 200)] as const),
  );
  return (row) => names.get(row)?.trim() ?? "";
}

/** Id of the one source of a check; it stands in the records' ids and in the files. */
const SOURCE = "list";

/**
 * One officer's checking of files, one after another: hears asks and tells answers. It holds the records, so that
 * fifty thousand of them never cross over to the page.
 */
export class CheckSession {
  private file: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly reader: string;
    readonly table: Table;
  } | null = null;
  private made: { readonly services: readonly Service[]; readonly issues: readonly Issue[] } | null = null;
  private world: CheckWorld | null = null;

  constructor(
    private readonly load: () => Promise<CheckWorld>,
    private readonly tell: (answer: Answer) => void,
  ) {}

  async hear(ask: Ask): Promise<void> {
    switch (ask.ask) {
      case "look":
        return this.look(ask.file, ask.reader);
      case "check":
        return this.check(ask.columns);
      case "file": {
        if (this.made === null || this.world === null) return;
        const { services, issues } = this.made;
        const blob = checkFile(ask.which, services, issues, this.world.context.vocabularies);
        return this.tell({ answer: "file", which: ask.which, blob });
      }
      case "take": {
        this.world ??= await this.load();
        // Without postcodes and areas nothing would have a place: worse than what is published.
        if (!this.world.lookedUp) return this.tell({ answer: "trouble", sentence: "The areas did not load." });
        const checked = checkRecords(ask.source, ask.bytes, this.world.context, () => undefined);
        return this.tell(
          checked.status === "trouble"
            ? { answer: "trouble", sentence: checked.sentence }
            : { answer: "taken", services: checked.services },
        );
      }
      case "points": {
        if (this.made === null) return;
        const { services } = this.made;
        const names = services.map(({ name }) => name);
        return this.tell({ answer: "points", points: checkPoints(services), names });
      }
    }
  }

  private async look(file: File, chosen: string | null): Promise<void> {
    this.file = null;
    this.made = null;
    if (file.size > MAX_FILE_BYTES) {
      // Read no further: a file of gigabytes would take the page down.
      const sentence = `${file.name} is larger than ${MAX_FILE_BYTES / 1_000_000} MB. Split it into smaller files.`;
      return this.tell({ answer: "trouble", sentence });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const looked = lookAt(file.name, bytes, chosen);
    if (looked.status === "trouble") return this.tell({ answer: "trouble", sentence: looked.sentence });
    this.file = { name: file.name, bytes, reader: looked.look.reader, table: looked.table };
    this.tell({ answer: "looked", look: looked.look });
  }

  private async check(columns: ColumnMap): Promise<void> {
    const { file } = this;
    if (file === null) return;
    this.made = null;
    this.world ??= await this.load();
    const { context, lookedUp } = this.world;
    const source: IntakeSource = { id: SOURCE, file: file.name, reader: file.reader, columns };
    const onRow = (done: number, of: number): void => {
      if (done % Math.max(50, Math.ceil(of / STEPS)) === 0) this.tell({ answer: "progress", done, of });
    };
    const checked = checkRecords(source, file.bytes, context, onRow, namesIn(file.table, columns));
    if (checked.status === "trouble") return this.tell({ answer: "trouble", sentence: checked.sentence });
    this.made = checked;
    this.tell({ answer: "checked", summary: { ...checked.summary, lookedUp } });
  }
}
