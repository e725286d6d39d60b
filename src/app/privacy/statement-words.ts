import type { StatementMessages, Words } from "../../locale/words.ts";

/** The frame's words and those of the pages on privacy and on access. Rejects when they don't come. */
export async function withStatementWords(words: Words): Promise<Words> {
  const file = (await import(`../../locale/${words.locale}/statements.json`)) as { default: StatementMessages };
  return words.with(file.default);
}
