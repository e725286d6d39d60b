import type { Fault, ServiceDraft } from "../services/create-service.ts";
import { STATED_FACETS, type StatedFacetId } from "../services/facets.ts";
import type { BoroughCode } from "../services/place.ts";
import type { Service } from "../services/service.ts";
import { createServiceAreaReader } from "./borough-names.ts";
import { readAge, readYesNo } from "./cells.ts";
import type { IntakeContext, IntakeSource } from "./context.ts";
import { readDate } from "./dates.ts";
import { readEmails } from "./emails.ts";
import type { Field, MatchedHeadings } from "./headings.ts";
import { readOpeningHours } from "./opening-hours.ts";
import { readPhones } from "./phones.ts";
import type { SourceRow } from "./readers.ts";
import {
  closedFault,
  firstSentences,
  hoursOf,
  readCapacity,
  readCitation,
  readKind,
  readOrganisation,
  refused,
  slug,
  withheld,
  withStrayPhones,
} from "./row-parts.ts";
import { type PlaceOfRow, placeCells, readPlace, whereabouts } from "./row-place.ts";
import { rowText } from "./row-text.ts";
import { secretsOf, sensitivityOf, withoutWhereabouts } from "./sensitive.ts";
import { createTermsReader, type ReadTerms } from "./terms.ts";
import { readWebAddresses } from "./web-addresses.ts";

export interface DraftedRow {
  /** Null: the row is not published; one of the faults, `refused`, says why. */
  readonly draft: ServiceDraft | null;
  /** `field` is one of our headings or the id of a facet. */
  readonly faults: readonly Fault[];
  /** Words that must not stand in any report: where a sensitive service is. */
  readonly secrets: readonly string[];
}

const joinedTerms = (read: readonly ReadTerms[]): ReadTerms => ({
  spellings: [...new Set(read.flatMap(({ spellings }) => spellings))],
  qualifiers: Object.assign({}, ...read.map(({ qualifiers }) => qualifiers)) as ReadTerms["qualifiers"],
});

/** A reader of cells that remembers its answers, for cells of which a file has few different ones. */
function remembering<T>(read: (cell: string) => T): (cell: string) => T {
  const memory = new Map<string, T>();
  return (cell) => {
    const known = memory.get(cell);
    if (known !== undefined) return known;
    const made = read(cell);
    if (memory.size < 5000) memory.set(cell, made);
    return made;
  };
}

/** What most rows say of who may come and how: nothing. One object for all of them. */
const NOT_STATED = {} as const;

const boroughName = (code: BoroughCode, { vocabularies }: IntakeContext, otherwise: string): string =>
  vocabularies.borough.byId.get(code)?.label ?? otherwise;

/** An id of the words of a row that has none of its own. */
function madeId(source: string, row: number, name: string, place: string): string {
  const parts = [slug(name), place === "" ? "" : slug(place)].filter((part) => part !== "");
  return `${source}-${parts.length === 0 ? `row-${row}` : parts.join("-")}`;
}

/** The rows of one table made into drafts. Pure; the reader remembers list cells it has seen. */
export function createRowReader(
  source: IntakeSource,
  matched: MatchedHeadings,
  context: IntakeContext,
): (row: Pick<SourceRow, "row" | "cells" | "places">) => DraftedRow {
  const defaults = source.defaults ?? {};
  const hasNames = matched.columns.has("name");
  const areaOf = createServiceAreaReader(context.vocabularies);
  const scheduleOf = remembering(readOpeningHours);
  const termsOf = STATED_FACETS.map(({ id, column }) => ({
    id,
    column: column as Field,
    read: createTermsReader(id, context.vocabularies),
  }));

  return ({ row, cells, places = [] }) => {
    const text = rowText(cells, matched, defaults);
    const name = text.line("name") || text.line("organisation");
    const faults = text.faults;
    if (name === "") {
      faults.push(
        refused(
          "no-name",
          "",
          "This row has no name, so nobody could find it. It was not taken.",
          "Type the name of the service or group.",
        ),
      );
      return { draft: null, faults, secrets: [] };
    }
    if (hasNames && text.line("name") === "") {
      faults.push({
        field: "name",
        fault: "name-of-organisation",
        found: name,
        outcome: "repaired",
        message: "This row has no name of its own, so it goes by its organisation's.",
        remedy: "Type the name of the service or group.",
      });
    }
    const kind = readKind(text);
    const closed = closedFault(text);

    const terms: Partial<Record<StatedFacetId, readonly string[]>> = {};
    const qualifiers: Partial<Record<StatedFacetId, Readonly<Record<string, string>>>> = {};
    let costText = text.line("cost_text");
    for (const { id, column, read } of termsOf) {
      const cells = text.all(column);
      if (cells.length === 0) continue;
      const { spellings, qualifiers: meant } =
        cells.length === 1 ? read(cells[0] as string) : joinedTerms(cells.map(read));
      if (spellings.length === 0) continue;
      // "£2 a session" is a price, not a word that a vocabulary lacks.
      if (id === "cost" && spellings.every((spelling) => context.vocabularies.cost.find(spelling) === null)) {
        costText = [spellings.join("; "), costText].filter((part) => part !== "").join(". ");
        continue;
      }
      terms[id] = spellings;
      if (Object.keys(meant).length > 0) qualifiers[id] = meant;
    }

    const texts = [text, ...places.map((more) => rowText(more, matched, {}))];
    const found = texts.map((where) => readPlace(where, context, areaOf));
    const [first] = found as [PlaceOfRow, ...PlaceOfRow[]];
    const { borough, boroughCell, stands } = first;
    for (const more of texts.slice(1)) faults.push(...more.faults);
    const serves = areaOf(text.line("serves"));
    for (const unknown of serves.unknown) {
      faults.push({
        field: "serves",
        fault: "unknown-borough",
        found: unknown,
        outcome: "left-out",
        message: "This is not one of the 33 London boroughs, nor London or wider, so it was left out.",
        remedy: "Name London boroughs, or write London-wide.",
      });
    }
    const words = [
      name,
      text.text("summary"),
      text.text("description"),
      text.line("organisation"),
      ...(terms.specialism ?? []),
    ];
    const faithPlace = kind === "place" && (terms.faith?.length ?? 0) > 0;
    const saidCell = text.line("sensitive");
    const said = saidCell === "" ? null : readYesNo(saidCell);
    const judged = sensitivityOf(words, faithPlace);
    const locations = found.flatMap(({ location }) => (location === null ? [] : [location]));
    const hasPlace = locations.some(
      ({ lon, postcode, address }) => lon !== undefined || postcode !== undefined || address !== undefined,
    );
    // A cell that says neither yes nor no is read as yes: the other mistake can't be undone.
    const sensitive = said ?? (saidCell !== "" || judged === "safe-accommodation");
    if (sensitive && said === null) {
      faults.push({
        field: "sensitive",
        fault: "taken-as-sensitive",
        found: "",
        outcome: "repaired",
        message:
          "The words suggest a place where people are in hiding, so we left out where it is, to be on the safe side.",
        remedy: "Write yes in the column sensitive if that is right, or no if the address is public.",
      });
    } else if (said === null && judged === "ask" && hasPlace) {
      faults.push({
        field: "sensitive",
        fault: "ask-sensitive",
        found: name,
        outcome: "kept",
        message: "This service is about violence or abuse and gives an address. We can't know whether it is public.",
        remedy: "Write yes in the column sensitive if the address must not be shown, or no if it is public.",
      });
    }
    const secrets = sensitive
      ? secretsOf(
          [name, text.line("organisation")],
          found.flatMap((place, i) => placeCells(texts[i] ?? text, place)),
        )
      : [];
    // Several boroughs, or all London, where one was asked for: that is an area served, not a place. Not so for a
    // sensitive service, whose boroughs would say where it stands.
    const takesItsPlace = serves.serviceArea.scope === "not-stated" && borough === null && stands !== null;
    const serviceArea =
      takesItsPlace && (!sensitive || stands.serviceArea.scope === "london") ? stands.serviceArea : serves.serviceArea;
    if (!sensitive) faults.push(...found.flatMap((place) => place.faults));
    // Of a row that is not published one thing is told: why. What else is wrong with it can wait until it is wanted.
    if (closed !== null) return { draft: null, faults: [closed], secrets };
    const servesLondon = serviceArea.scope !== "not-stated";
    if (found.every(({ outside }) => outside) && !servesLondon && borough === null) {
      const where = refused(
        "outside-london",
        sensitive ? "" : whereabouts(text, first),
        "This place is outside London and the row names no London borough that it serves, so it is not published.",
        "If the place is in London, correct its postcode. If it serves people in London, name the boroughs in the column serves.",
        "postcode",
      );
      return { draft: null, faults: [where], secrets };
    }

    const { phones, web } = withStrayPhones(readPhones(text.text("phone")), readWebAddresses(text.text("website")));
    const emails = readEmails(text.text("email"));
    const referralUrl = readWebAddresses(text.line("referral_url"), "referral_url");
    const sourceUrl = readWebAddresses(text.line("source_url").split(" | ")[0] ?? "", "source_url");
    faults.push(...phones.faults, ...emails.faults, ...web.faults, ...referralUrl.faults, ...sourceUrl.faults);
    const hours = hoursOf(text);
    const schedule = hours === "" ? null : scheduleOf(hours);
    const scheduleText = [schedule === null ? hours : "", text.text("opening_note")]
      .filter((part) => part !== "")
      .join("\n");
    const description = text.text("description");
    const ownSummary = text.line("summary");
    const summary = ownSummary !== "" ? ownSummary : description === "" ? undefined : firstSentences(description);
    const assured = readDate(text.line("assured_date"), "assured_date");
    faults.push(...assured.faults);
    const ages = { min: readAge(text.line("min_age")), max: readAge(text.line("max_age")) };
    const statusWord = text.line("status").toLowerCase();
    const eligibility = [text.text("eligibility"), text.line("status_note")].filter((part) => part !== "").join(" ");
    const contactText = [text.text("contact_text"), phones.rest].filter((part) => part !== "").join(". ");
    const helpsToo = readYesNo(text.line("helps_too"));
    const capacity = readCapacity(text);
    const organisation = readOrganisation(text, name);
    const residence = text.line("residence");
    const referralText = text.all("referral").join("\n");
    const assuredBy = text.line("assured_by");
    const assuredEmail = readEmails(text.line("assured_email")).emails[0];
    const ownId = text.line("id");
    let draft: ServiceDraft = {
      id:
        ownId === ""
          ? sensitive
            ? madeId(source.id, row, withoutWhereabouts(name, secrets), "")
            : madeId(source.id, row, name, borough === null ? boroughCell : boroughName(borough, context, boroughCell))
          : ownId,
      kind,
      name,
      alternateName: text.line("alternate_name") || undefined,
      organisation,
      summary,
      description: description !== "" && description !== summary ? description : undefined,
      status: /^temporarily/.test(statusWord) ? "temporarily closed" : "active",
      locations,
      serviceArea,
      terms,
      qualifiers: Object.keys(qualifiers).length > 0 ? (qualifiers as Service["qualifiers"]) : undefined,
      eligibility:
        eligibility === "" && ages.min === null && ages.max === null && residence === ""
          ? NOT_STATED
          : {
              ...(eligibility === "" ? {} : { text: eligibility }),
              ...(ages.min === null ? {} : { minAge: ages.min }),
              ...(ages.max === null ? {} : { maxAge: ages.max }),
              ...(residence === "" ? {} : { residence }),
            },
      referral:
        referralText === "" && referralUrl.urls[0] === undefined
          ? NOT_STATED
          : {
              ...(referralText === "" ? {} : { text: referralText }),
              ...(referralUrl.urls[0] === undefined ? {} : { url: referralUrl.urls[0] }),
            },
      costText: costText || undefined,
      schedule: schedule ?? undefined,
      scheduleText: scheduleText || undefined,
      phones: phones.phones,
      emails: emails.emails,
      urls: web.urls,
      contactText: contactText || undefined,
      capacity,
      assured: {
        ...(assured.date === null ? {} : { date: assured.date }),
        ...(assuredBy === "" ? {} : { by: assuredBy }),
        ...(assuredEmail === undefined ? {} : { email: assuredEmail }),
      },
      sources: [readCitation(text, source, row, sourceUrl.urls[0])],
      sensitive,
      helpsToo: helpsToo ?? undefined,
      hostSetting: text.line("host_setting") || undefined,
    };
    if (sensitive) draft = withheld(draft, secrets, faults);
    return { draft, faults, secrets };
  };
}
