/** A JSON object whose values are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; a single object counts as a list of one; anything else is none. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
}

/** A value as the text of a cell: yes and no for true and false, "" for what is no word and no number. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return "";
}

/** The first of an object's keys that has text, as text. */
export function firstText(object: JsonObject, ...keys: readonly string[]): string {
  for (const key of keys) {
    const text = textOf(object[key]);
    if (text.trim() !== "") return text;
  }
  return "";
}

/** Several values as one cell, taken apart again by `splitList`: one a line, in quotation marks where they need them. */
export function listText(values: readonly string[]): string {
  return [...new Set(values.map((value) => value.replace(/\s*[\r\n]+\s*/g, " ").trim()))]
    .filter((value) => value !== "")
    .join("\n");
}

export type ReadJson =
  | { readonly status: "sound"; readonly json: unknown }
  | { readonly status: "faulty"; readonly trouble: string };

/** JSON, or JSON with one value a line. */
export function readJson(text: string): ReadJson {
  const plain = text.replace(/^\ufeff/, "").trim();
  try {
    return { status: "sound", json: JSON.parse(plain) };
  } catch (error) {
    const lines = plain.split(/\r?\n/).filter((line) => line.trim() !== "");
    try {
      if (lines.length > 1) return { status: "sound", json: lines.map((line) => JSON.parse(line) as unknown) };
    } catch {
      // Not one value a line either: tell of the first error.
    }
    const why = error instanceof Error ? error.message : String(error);
    return { status: "faulty", trouble: `It is not whole JSON (${why}). Download it again.` };
  }
}
