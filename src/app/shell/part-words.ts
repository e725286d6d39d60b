import type { EquityMessages, SheetMessages, StatementMessages, Words } from "../../locale/words.ts";

interface Brought<Messages> {
  readonly default: Messages;
}

/** The frame's words and those of the list and its sheet. */
async function sheet(words: Words): Promise<Words> {
  const file = (await import(`../../locale/${words.locale}/sheet.json`)) as Brought<SheetMessages>;
  return words.with(file.default);
}

/** The frame's words and those of the pages on privacy and on access. */
async function statements(words: Words): Promise<Words> {
  const file = (await import(`../../locale/${words.locale}/statements.json`)) as Brought<StatementMessages>;
  return words.with(file.default);
}

/** The words of every screen and those of who is left out, whose many would crowd the others' file. */
async function equity(words: Words): Promise<Words> {
  const [screens, file] = await Promise.all([
    words.complete(),
    import(`../../locale/${words.locale}/equity.json`) as Promise<Brought<EquityMessages>>,
  ]);
  return screens.with(file.default);
}

/** What the words of a part are made of the frame's, by the file that it brings. Each rejects when its words don't come. */
export const PART_WORDS = { sheet, statements, equity };

export type PartWords = keyof typeof PART_WORDS;
