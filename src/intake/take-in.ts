import { createService, type Fault } from "../services/create-service.ts";
import { FACETS } from "../services/facets.ts";
import type { Issue } from "../services/issue.ts";
import type { Service } from "../services/service.ts";
import type { IntakeContext, IntakeSource } from "./context.ts";
import type { Encoding } from "./decode-text.ts";
import { type Field, type MatchedHeadings, matchHeadings } from "./headings.ts";
import { readSource, type SourceInput } from "./read-source.ts";
import { createRowReader } from "./row-to-draft.ts";
import { withoutWhereabouts } from "./sensitive.ts";
import { softened } from "./terms.ts";

/** A service and the row it came from. */
export interface TakenService {
  readonly service: Service;
  readonly row: number;
}

export interface TakenIn {
  readonly services: readonly TakenService[];
  readonly issues: readonly Issue[];
  /** Records, or rows below the heading row that are not blank; each is one of `services` or has an issue `refused`. */
  readonly rows: number;
  /** Why nothing could be read, in one sentence; null when the file is a table. */
  readonly trouble: string | null;
  readonly encoding: Encoding;
  /** What must stand in nothing we publish: where sensitive services are. */
  readonly secrets: readonly string[];
}

/** Longest piece of a source's own words in an issue. */
const FOUND_LENGTH = 200;

/** A source's own words as they may be written down: no half of a character, which cutting leaves as well, and no zero. */
const quoted = (found: string): string => found.slice(0, FOUND_LENGTH).replace(/\p{Surrogate}|\0/gu, "\ufffd");

const NO_KNOWN_HEADING = "None of its headings is one that we know, so no row could be read.";

function headingFor(field: string, headings: readonly string[], matched: MatchedHeadings): string | null {
  const named: Readonly<Record<string, Field>> = { urls: "website" };
  const facet = FACETS.find(({ id }) => id === field)?.column ?? null;
  const column = matched.columns.get(named[field] ?? ((facet ?? field) as Field))?.[0];
  return column === undefined ? null : (headings[column] ?? null);
}

/** How a source is taken in, besides what it says. */
export interface TakingIn {
  /** Told after every row how many are done and how many there are. */
  readonly onRow?: (done: number, of: number) => void;
  /** Told of every service as soon as it is made, and of its row. */
  readonly onService?: (service: Service, row: number) => void;
  /** Whether `services` is left empty: for whoever takes each from `onService` and lets it go. */
  readonly letsGo?: boolean;
  /** Where only a part of a list is given: what stands before it. */
  readonly before?: Before;
}

/** What of a list stands before a part of it. */
export interface Before {
  /** Rows below the headings: what to add to the number of a row. */
  readonly rows: number;
  /** Ids that are taken, and the names of the services that have them. */
  readonly ids: ReadonlyMap<string, string>;
}

const NOTHING_BEFORE: Before = { rows: 0, ids: new Map() };

/** A source's table with the rows last to first, to be let go of as they are read: their cells are most of what is held. */
function openSource(source: IntakeSource, input: SourceInput) {
  const document = readSource(source, input);
  if (document.status === "trouble") return document;
  const { table, encoding } = document;
  const { headings, columns, faults } = table;
  return { status: "opened", encoding, headings, columns, faults, waiting: [...table.rows].reverse() } as const;
}

/**
 * Takes in one source: bytes, or the files of a folder → checked, located services, and an issue for everything that was wrong. Keeps what is
 * sound and accounts for the rest; never throws, whatever the bytes. A file that is no table gives no services, no
 * rows and a `trouble`. Nothing an issue quotes gives away where a sensitive service is. What is wrong with a list as a
 * whole is told with its first part.
 */
export function takeIn(
  source: IntakeSource,
  input: SourceInput,
  context: IntakeContext,
  { onRow, onService, letsGo = false, before = NOTHING_BEFORE }: TakingIn = {},
): TakenIn {
  const nothing = { services: [], issues: [], rows: 0, secrets: [] };
  const document = openSource(source, input);
  const { encoding } = document;
  if (document.status === "trouble") return { ...nothing, trouble: document.trouble, encoding };
  const { headings, waiting } = document;
  const rows = waiting.length;
  const matched = matchHeadings(headings, source.columns, document.columns);
  if (matched.columns.size === 0) {
    return { ...nothing, trouble: `${source.file}: ${NO_KNOWN_HEADING}`, encoding };
  }
  const issues: Issue[] = [];
  const report = (row: number | null, column: string | null, fault: Omit<Fault, "field">): void => {
    const { fault: kind, found, outcome, message, remedy } = fault;
    issues.push({
      source: source.id,
      file: source.file,
      row,
      column,
      fault: kind,
      found: quoted(found),
      outcome,
      message,
      remedy,
    });
  };
  const isFirst = before.rows === 0;
  for (const heading of isFirst ? matched.unknown : []) {
    report(null, heading, {
      fault: "unknown-heading",
      found: heading,
      outcome: "left-out",
      message: "We don't know what this column means, so it was left out.",
      remedy: "Give the column one of our headings, or name it under columns in sources.json.",
    });
  }
  for (const heading of isFirst ? matched.missing : []) {
    report(null, heading, {
      fault: "missing-heading",
      found: heading,
      outcome: "left-out",
      message: "sources.json names this column, but the file does not have it.",
      remedy: "Correct the heading in sources.json.",
    });
  }
  for (const fault of document.faults) {
    if (fault.row !== null) report(fault.row + before.rows, fault.column, fault);
    else if (isFirst) report(null, fault.column, fault);
  }

  const read = createRowReader(source, matched, context);
  const services: TakenService[] = [];
  const secrets = new Set<string>();
  const ids = new Map(before.ids);
  const ownIds = matched.columns.has("id");
  let done = 0;
  for (let sourceRow = waiting.pop(); sourceRow !== undefined; sourceRow = waiting.pop()) {
    const row = sourceRow.row + before.rows;
    const drafted = read(isFirst ? sourceRow : { ...sourceRow, row });
    for (const secret of drafted.secrets) secrets.add(secret);
    const created = drafted.draft === null ? null : createService(drafted.draft, context.vocabularies);
    const found = created?.faults ?? [];
    // One thing is told of an address that was withheld: that the row says so, or that its words do.
    const judged = found.length > 0 && drafted.faults.some(({ fault }) => fault === "taken-as-sensitive");
    const faults = [...drafted.faults];
    for (const one of found) if (!judged || one.fault !== "place-withheld") faults.push(softened(one));
    let service = created?.service ?? null;
    if (service !== null) {
      const other = ids.get(service.id);
      // The same id and name on two rows is one service at two places, which merging joins.
      if (other !== undefined && !(ownIds && other === service.name)) {
        const id = freeId(service.id, ids);
        if (ownIds) {
          faults.push({
            field: "id",
            fault: "id-twice",
            found: service.id,
            outcome: "repaired",
            message: `Another row has this id. This one is called ${id}.`,
            remedy: "Give every service an id of its own.",
          });
        }
        service = { ...service, id };
      }
      ids.set(service.id, service.name);
      if (!letsGo) services.push({ service, row });
      onService?.(service, row);
    }
    for (const fault of faults) {
      const shown = drafted.secrets.length > 0 ? withoutWhereabouts(fault.found, drafted.secrets) : fault.found;
      report(row, headingFor(fault.field, headings, matched), { ...fault, found: shown });
    }
    onRow?.(++done, rows);
  }
  return { services, issues, rows, trouble: null, encoding, secrets: [...secrets] };
}

function freeId(id: string, ids: ReadonlyMap<string, string>): string {
  for (let n = 2; ; n++) if (!ids.has(`${id}-${n}`)) return `${id}-${n}`;
}

/**
 * Two parts of one list as the whole: to the letter what taking in the whole gives, but that what is wrong with the
 * table stands before the first row of its part. Null where the second part uses an id of the first, which it could
 * not know of, or could not be read.
 */
export function joinParts(first: TakenIn, second: TakenIn): TakenIn | null {
  const ids = idsOf(first);
  if (second.trouble !== null || second.services.some(({ service }) => ids.has(service.id))) return null;
  return withRest(first, second);
}

/** Two parts where the second was told of the ids of the first. */
export const withRest = (first: TakenIn, second: TakenIn): TakenIn => ({
  ...first,
  services: [...first.services, ...second.services],
  issues: [...first.issues, ...second.issues],
  rows: first.rows + second.rows,
  secrets: [...new Set([...first.secrets, ...second.secrets])],
});

/** Ids of the services that were taken in, and their names. */
export const idsOf = ({ services }: TakenIn): ReadonlyMap<string, string> =>
  new Map(services.map(({ service }) => [service.id, service.name]));
