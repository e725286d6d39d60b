import { localeById } from "../../locale/locales.ts";
import { WALKING_METRES_PER_MINUTE, type Words } from "../../locale/words.ts";
import type { Near } from "../../search/selection.ts";
import type { Vocabularies } from "../../services/facets.ts";
import { distanceMetres } from "../../services/place.ts";
import type { Service } from "../../services/service.ts";

/** A name or a number inside a sentence that runs the other way, kept in its own order (Unicode isolates). */
export function isolated(text: string, { direction }: Pick<Words, "direction">): string {
  return direction === "rtl" ? `\u2068${text}\u2069` : text;
}

/** The same for a number, which has no letter to tell its direction by. */
export function isolatedNumber(text: string, { direction }: Pick<Words, "direction">): string {
  return direction === "rtl" ? `\u2066${text}\u2069` : text;
}

/** The place of a service on one line, no finer than the record knows it; "" when there is none. */
export function placeLine({ locations, sensitive }: Service, vocabularies: Vocabularies): string {
  const [first] = locations;
  if (sensitive || first === undefined) return "";
  const borough = first.borough === null ? undefined : vocabularies.borough.byId.get(first.borough)?.label;
  return [...new Set([first.name, first.address, first.postcode, borough])]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** Straight-line metres from the start to the nearest of the service's drawable places; null without either. */
export function metresFrom(near: Near | null, { locations, sensitive }: Service): number | null {
  if (near === null || sensitive) return null;
  const metres = locations.flatMap(({ point }) =>
    point === null ? [] : [distanceMetres(near.point[0], near.point[1], point[0], point[1])],
  );
  return metres.length === 0 ? null : Math.min(...metres);
}

/**
 * How to get there, as far as we know: the straight line from the start and the walk it is at least, and whom to ask.
 * A start that was typed is not named, because a sheet lies about; null where there is no place to go to.
 */
export function wayLines(service: Service, near: Near | null): ((words: Words) => string)[] | null {
  if (service.sensitive || service.locations.length === 0) return null;
  const metres = metresFrom(near, service);
  const ask = (words: Words) => words.t("sheet.askWay");
  if (near === null || metres === null) return [ask];
  const minutes = Math.max(1, Math.ceil(metres / WALKING_METRES_PER_MINUTE));
  return [
    (words) =>
      near.place === undefined
        ? words.t("sheet.awayStart", { distance: words.distance(metres) })
        : words.t("sheet.awayFrom", { distance: words.distance(metres), place: isolated(near.label, words) }),
    ...(minutes <= 60 ? [(words: Words) => words.t("sheet.walk", { minutes })] : []),
    ask,
  ];
}

/** The age of a record in words: when it was checked, or that nobody has. */
export function ageLine({ assured, sources }: Service, words: Words): string {
  if (assured.date !== undefined) return words.t("age.checked", { date: words.date(assured.date) });
  const date = sources[0]?.date?.match(/^\d{4}(?:-\d{2}){0,2}/)?.[0];
  return date === undefined ? words.t("age.never") : words.t("age.neverWithDate", { date: words.date(date) });
}

/** The reader's own language as a sentence of `words` calls it. */
export function languageOf(reader: string, words: Words, vocabularies: Vocabularies): string {
  if (words.locale === reader) return localeById(reader)?.name ?? reader;
  return vocabularies.spokenLanguage.byId.get(reader.split("-")[0] ?? reader)?.label ?? reader;
}

/** What a sheet is made from besides its services. */
export interface SheetFacts {
  readonly words: Words;
  readonly vocabularies: Vocabularies;
  readonly near: Near | null;
  readonly address: string;
}

/** The list as plain text for a message: phone first, then where and how, what to say, and how old. */
export function sheetText(services: readonly Service[], { words, vocabularies, near, address }: SheetFacts): string {
  const blocks = services.map((service) => {
    const { phones, emails, urls } = service.contacts;
    const [other] = [...emails, ...urls];
    const place = placeLine(service, vocabularies);
    return [
      service.name,
      ...phones.map(({ number }) => `${words.t("sheet.phone")}: ${isolatedNumber(number, words)}`),
      phones.length > 0 ? "" : (other ?? words.t("sheet.noContact")),
      place === "" ? "" : isolated(place, words),
      ...(wayLines(service, near) ?? []).map((line) => line(words)),
      ageLine(service, words),
    ]
      .filter((line) => line !== "")
      .join("\n");
  });
  return [words.t("sheet.callFirst"), ...blocks, words.t("sheet.interpreter"), address].join("\n\n");
}
