import type { Fault, ServiceDraft } from "../services/create-service.ts";
import { SUMMARY_LENGTH } from "../services/create-service.ts";
import { KINDS, type Kind } from "../services/kinds.ts";
import type { Organisation, Phone, SourceCitation } from "../services/service.ts";
import { spellingKey } from "../services/vocabulary.ts";
import { readYesNo } from "./cells.ts";
import type { IntakeSource } from "./context.ts";
import { readDate } from "./dates.ts";
import { type ReadPhones, readPhones } from "./phones.ts";
import type { RowText } from "./row-text.ts";
import { withoutWhereabouts } from "./sensitive.ts";
import { type ReadWebAddresses, readWebAddresses } from "./web-addresses.ts";

const FREE_TEXT = [
  "alternateName",
  "summary",
  "description",
  "costText",
  "scheduleText",
  "contactText",
  "hostSetting",
] as const;

/** Words as part of an id: lower case, hyphens, at most 80 characters; "" for words without Latin letters. */
export const slug = (text: string): string =>
  spellingKey(text)
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);

/** Words of which the slug differs by case and hyphens only. */
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const slugs = new Map<string, string>();

/** The same, remembered: a list names an organisation on many of its rows. */
function slugOf(text: string): string {
  const known = slugs.get(text);
  if (known !== undefined) return known;
  const made = PLAIN_WORDS.test(text) ? text.toLowerCase().replaceAll(" ", "-").slice(0, 80) : slug(text);
  if (slugs.size >= 5000) slugs.clear();
  slugs.set(text, made);
  return made;
}

/** As many whole sentences as fit a summary; else null, and `createService` cuts. */
export function firstSentences(text: string): string | undefined {
  const plain = text.replace(/\s*\n\s*/g, " ");
  if (plain.length <= SUMMARY_LENGTH) return plain;
  const fit = plain.slice(0, SUMMARY_LENGTH);
  const end = Math.max(fit.lastIndexOf(". "), fit.lastIndexOf("! "), fit.lastIndexOf("? "));
  if (end > 40) return fit.slice(0, end + 1);
  const space = fit.slice(0, SUMMARY_LENGTH - 1).lastIndexOf(" ");
  return `${fit.slice(0, space > 100 ? space : SUMMARY_LENGTH - 1).trimEnd()}…`;
}

export const refused = (fault: string, found: string, message: string, remedy: string, field = "name"): Fault => ({
  field,
  fault,
  found,
  outcome: "refused",
  message,
  remedy,
});

export function readKind(text: RowText): Kind {
  const word = text
    .line("kind")
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const kind = KINDS.find((known) => known === word);
  if (kind === undefined && word !== "") {
    text.faults.push({
      field: "kind",
      fault: "unknown-kind",
      found: text.line("kind"),
      outcome: "repaired",
      message: "This is not a kind of record that we know. It is listed as a service.",
      remedy: `Type one of: ${KINDS.join(", ")}.`,
    });
  }
  return kind ?? "service";
}

export function readOrganisation(text: RowText, name: string): Organisation | undefined {
  const given = text.line("organisation");
  const urls = readWebAddresses(text.line("organisation_url"), "organisation_url");
  text.faults.push(...urls.faults);
  const charity = text
    .line("charity_number")
    .replace(/^GB-CHC-/i, "")
    .replace(/\s/g, "");
  const company = text
    .line("company_number")
    .replace(/^GB-COH-/i, "")
    .replace(/\s/g, "");
  if (charity !== "" && !/^\d{5,8}(?:-\d{1,3})?$/.test(charity)) {
    text.faults.push({
      field: "charity_number",
      fault: "bad-charity-number",
      found: charity,
      outcome: "left-out",
      message: "This is not a charity number of England and Wales, so it was left out.",
      remedy: "Type six or seven digits.",
    });
  }
  const income = readIncome(text);
  const number = /^\d{5,8}(?:-\d{1,3})?$/.test(charity) ? charity : undefined;
  const companyNumber = company === "" ? undefined : company.padStart(8, "0");
  const nothing = number === undefined && companyNumber === undefined && income === undefined && urls.urls.length === 0;
  if (given === "" && nothing) return undefined;
  const called = given === "" ? name : given;
  const url = urls.urls[0];
  return {
    id: text.line("organisation_id") || slugOf(called) || "organisation",
    name: called,
    ...(number === undefined ? {} : { charityNumber: number }),
    ...(companyNumber !== undefined && /^[A-Z0-9]{8}$/i.test(companyNumber)
      ? { companyNumber: companyNumber.toUpperCase() }
      : {}),
    ...(income === undefined ? {} : { income }),
    ...(url === undefined ? {} : { url }),
  };
}

/** Whole pounds a year, as people write them: `£12,500`, `12500.00`. */
function readIncome(text: RowText): number | undefined {
  const found = text.line("organisation_income");
  if (found === "") return undefined;
  const plain = found.replace(/[£,\s]/g, "");
  if (/^\d{1,12}(?:\.\d+)?$/.test(plain)) return Math.round(Number(plain));
  text.faults.push({
    field: "organisation_income",
    fault: "bad-income",
    found,
    outcome: "left-out",
    message: "This is not a number of pounds, so it was left out.",
    remedy: "Type the income of one year in pounds, such as 12500.",
  });
  return undefined;
}

export function readCapacity(text: RowText): ServiceDraft["capacity"] {
  const word = text.line("capacity").toLowerCase();
  const state = /^(?:open|yes|spaces|available)/.test(word)
    ? "open"
    : /wait/.test(word)
      ? "waiting-list"
      : /^(?:full|closed|no\b)/.test(word)
        ? "full"
        : null;
  if (state === null) return undefined;
  const { date, faults } = readDate(text.line("capacity_as_of"), "capacity_as_of");
  text.faults.push(...faults);
  return { state, ...(date === null ? {} : { asOf: date }) };
}

export function readCitation(
  text: RowText,
  source: IntakeSource,
  row: number,
  url: string | undefined,
): SourceCitation {
  const own = readDate(text.line("source_date"), "source_date");
  text.faults.push(...own.faults);
  // The source's own words for its vintage may be no date, such as "2012 to 2026".
  const date = own.date ?? (source.date === undefined ? null : readDate(source.date, "source_date").date);
  const confidence = (["own-site", "directory", "third-party"] as const).find(
    (known) => known === text.line("confidence"),
  );
  return {
    id: source.id,
    record: text.line("source_record") || text.line("id") || `row ${row}`,
    ...(url === undefined ? {} : { url }),
    ...(date === null ? {} : { date }),
    ...(own.inferred ? { dateInferred: true } : {}),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

const strayIn = (found: string): readonly Phone[] =>
  /^[\d\s()+.-]{9,20}$/.test(found) ? readPhones(found).phones.filter(({ dial }) => dial !== null) : [];

/** A phone number that stands in the column for websites is a phone number all the same. */
export function withStrayPhones(
  phones: ReadPhones,
  web: ReadWebAddresses,
): { readonly phones: ReadPhones; readonly web: ReadWebAddresses } {
  if (web.faults.length === 0) return { phones, web };
  const stray = web.faults.flatMap(({ found }) => strayIn(found));
  if (stray.length === 0) return { phones, web };
  const fresh = stray.filter(({ number }) => !phones.phones.some((known) => known.number === number));
  const faults = web.faults.map(
    (fault): Fault =>
      strayIn(fault.found).length === 0
        ? fault
        : {
            ...fault,
            fault: "phone-in-wrong-column",
            outcome: "repaired",
            message: "This is a phone number, not a web address. We listed it as a phone number.",
            remedy: "Move it to the column for phone numbers.",
          },
  );
  return { phones: { ...phones, phones: [...phones.phones, ...fresh] }, web: { ...web, faults } };
}

const DAYS = [
  ["monday", "Mo"],
  ["tuesday", "Tu"],
  ["wednesday", "We"],
  ["thursday", "Th"],
  ["friday", "Fr"],
  ["saturday", "Sa"],
  ["sunday", "Su"],
] as const;

/** The cell for opening hours, or what the columns for each day say, in the same form. */
export function hoursOf(text: RowText): string {
  const cell = text.text("opening_hours");
  if (cell !== "") return cell;
  const days = DAYS.map(([field, day]) => [day, text.line(field)] as const).filter(([, times]) => times !== "");
  return days.map(([day, times]) => `${day} ${times}`).join("; ");
}

/** What became of a row that says it is over: never published, always reported. */
export function closedFault(text: RowText): Fault | null {
  const status = text.line("status").toLowerCase();
  const note = text.line("status_note");
  const closed = text.line("closed");
  if (readYesNo(closed) === true || /^(?:\D*\d{1,2}\D+\d{1,2}\D+|)(?:19|20)\d\d\b/.test(closed)) {
    return refused(
      "closed",
      closed,
      "The source says that this has closed, so it is not published.",
      "Nothing to do if that is right. Else empty the cell.",
      "closed",
    );
  }
  if (/^(?:defunct|closed|permanently closed|ended|ceased|inactive|dissolved|removed)\b/.test(status)) {
    return refused(
      "closed",
      note === "" ? text.line("status") : note,
      "The source says that this has closed, so it is not published.",
      "Nothing to do if that is right. Else empty the status.",
      "status",
    );
  }
  return null;
}

function withheldOrganisation(organisation: Organisation, secrets: readonly string[]): Organisation {
  const name = withoutWhereabouts(organisation.name, secrets);
  return name === organisation.name ? organisation : { ...organisation, name, id: slug(name) };
}

/** The draft with nothing in its free text that says where it is; `createService` drops the places themselves. */
export function withheld(draft: ServiceDraft, secrets: readonly string[], faults: Fault[]): ServiceDraft {
  const clean = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : withoutWhereabouts(text, secrets);
  const next: ServiceDraft = {
    ...draft,
    name: clean(draft.name) ?? "",
    ...(draft.organisation === undefined ? {} : { organisation: withheldOrganisation(draft.organisation, secrets) }),
    ...Object.fromEntries(FREE_TEXT.map((field) => [field, clean(draft[field])])),
    eligibility: {
      ...draft.eligibility,
      ...(draft.eligibility?.text === undefined ? {} : { text: clean(draft.eligibility.text) ?? "" }),
      ...(draft.eligibility?.residence === undefined ? {} : { residence: clean(draft.eligibility.residence) ?? "" }),
    },
    referral: {
      ...draft.referral,
      ...(draft.referral?.text === undefined ? {} : { text: clean(draft.referral.text) ?? "" }),
    },
  };
  if (JSON.stringify(next) !== JSON.stringify(draft)) {
    faults.push({
      field: "description",
      fault: "whereabouts-in-text",
      found: "",
      outcome: "repaired",
      message: "The text of this sensitive service says where it is. We took the address out.",
      remedy: "Take the address out of your file too.",
    });
  }
  return next;
}
