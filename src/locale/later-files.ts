import type { TermLabels } from "./locales.ts";
import type { ScreenMessages } from "./words.ts";

// Apart from `locales.ts`, so that the first script doesn't carry the names of fifty files that English never asks for.

/** Labels of the vocabularies' terms in one locale. Rejects when the file does not come. */
export async function loadTerms(id: string): Promise<TermLabels> {
  return ((await import(`./${id}/terms.json`)) as { default: TermLabels }).default;
}

/** Messages of the screens that are opened later. Rejects when the file does not come. */
export async function loadScreens(id: string): Promise<ScreenMessages> {
  return ((await import(`./${id}/screens.json`)) as { default: ScreenMessages }).default;
}
