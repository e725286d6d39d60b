import type { TermLabels } from "../../locale/locales.ts";
import { type Locale, loadLocale } from "../../locale/locales.ts";
import { createWords, type SheetMessages, type Words } from "../../locale/words.ts";

async function loadSheetMessages(id: string): Promise<SheetMessages> {
  return ((await import(`../../locale/${id}/sheet.json`)) as { default: SheetMessages }).default;
}

/** What a sheet speaks, and how it calls the terms. */
export interface SheetSpoken {
  readonly words: Words;
  readonly terms: TermLabels;
}

/** All that a sheet needs to speak a locale other than the page's. Rejects when a file does not come. */
export async function loadSheetSpoken({ id, direction }: Locale): Promise<SheetSpoken> {
  const [{ messages, terms }, sheet] = await Promise.all([loadLocale(id), loadSheetMessages(id)]);
  return { words: createWords({ locale: id, direction, messages: { ...messages, ...sheet } }), terms };
}
