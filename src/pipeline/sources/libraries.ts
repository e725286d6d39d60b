import { cell, listed, type OwnRow, type RawRow, slug } from "./rows.ts";
import type { Words } from "./words.ts";

/**
 * Who runs a library, by the dataset's letters, where that is not the council. `C` is left unsaid: whole boroughs that
 * hand their libraries to a trust or company have it, so it can't be read as "community".
 */
const RUN_BY: Readonly<Record<string, string>> = {
  CR: "Run by its community.",
  ICL: "Independent community library.",
};

/** What else is in the building: kept when it is a list of names, left out when it is a remark. */
function sharedWith(text: string): string {
  const plain = text
    .replace(/\s*\n\s*/g, " ")
    .replace("electrcian", "electrician")
    .trim();
  const remark = /\b(?:is|are|houses|shares|with(?:in|ing)|commissioned|provided|hosted|various|historic|storage)\b/i;
  return plain === "" || remark.test(plain) ? "" : `In the same building: ${plain}.`;
}

function libraryName(name: string, type: string): string {
  const says = /librar|archive|idea store|history|hub\b|centre$|house$|heritage|local studies/i;
  return type !== "Static Library" || says.test(name) ? name : `${name} Library`;
}

const council = (borough: string): string =>
  borough === "City of London"
    ? "City of London Corporation"
    : borough === "Westminster"
      ? "Westminster City Council"
      : `${borough} Council`;

/**
 * Libraries and archives: one row each. Points are those of postcodes. A mobile library has no place, and the hours
 * that were joined to it by postcode are those of the building it parks at.
 */
export function libraries(rows: readonly RawRow[], words: Words): readonly OwnRow[] {
  return rows.map((row) => {
    const borough = words.borough(cell(row, "borough"));
    const type = cell(row, "type");
    const name = libraryName(cell(row, "name"), type);
    const mobile = type === "Mobile Library";
    const summary = [
      mobile ? "A library on wheels that stops in different places." : "",
      RUN_BY[cell(row, "operation")] ?? "",
      sharedWith(cell(row, "co_located_with")),
    ].filter((sentence) => sentence !== "");
    const closed = /^temporary closure$/i.test(cell(row, "operation"));
    return {
      id: `library-${slug(`${name} ${borough}`)}`,
      kind: "place",
      name,
      ...(/^LA/.test(cell(row, "operation"))
        ? { organisation: council(borough), organisation_id: `org-${slug(council(borough))}` }
        : {}),
      summary: summary.join(" "),
      status: closed ? "temporarily closed" : "",
      ...(mobile
        ? { precision: "borough" }
        : {
            address: cell(row, "address").replace(/,(?:\s*,)+/g, ","),
            postcode: cell(row, "postcode"),
            lat: cell(row, "lat"),
            lon: cell(row, "lon"),
            precision: "postcode",
            opening_hours: cell(row, "opening_hours"),
          }),
      location_borough: borough,
      specialisms: listed(words.labels(["library"], "specialism")),
      format: mobile ? listed(words.labels(["mobile"], "format")) : "",
      email: cell(row, "email"),
      website: cell(row, "url"),
      source_date: "2023",
      confidence: "directory",
    };
  });
}
