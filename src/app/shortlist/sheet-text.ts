import type { Words } from "../../locale/words.ts";
import type { Vocabularies } from "../../services/facets.ts";
import type { Service } from "../../services/service.ts";

/** The place of a service on one line, no finer than the record knows it; "" when there is none. */
export function placeLine({ locations, sensitive }: Service, vocabularies: Vocabularies): string {
  const [first] = locations;
  if (sensitive || first === undefined) return "";
  const borough = first.borough === null ? undefined : vocabularies.borough.byId.get(first.borough)?.label;
  return [...new Set([first.name, first.address, first.postcode, borough])]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** The age of a record in words: when it was checked, or that nobody has. */
export function ageLine({ assured, sources }: Service, words: Words): string {
  if (assured.date !== undefined) return words.t("age.checked", { date: words.date(assured.date) });
  const date = sources[0]?.date?.match(/^\d{4}(?:-\d{2}){0,2}/)?.[0];
  return date === undefined ? words.t("age.never") : words.t("age.neverWithDate", { date: words.date(date) });
}

/** The list as plain text for a message: phone first, then where, then how old. */
export function sheetText(
  services: readonly Service[],
  words: Words,
  vocabularies: Vocabularies,
  address: string,
): string {
  const blocks = services.map((service) =>
    [
      service.name,
      ...service.contacts.phones.map(({ number }) => `${words.t("service.phone")}: ${number}`),
      ...service.contacts.urls.slice(0, 1),
      placeLine(service, vocabularies),
      ageLine(service, words),
    ]
      .filter((line) => line !== "")
      .join("\n"),
  );
  return [words.t("sheet.callFirst"), ...blocks, address].join("\n\n");
}
