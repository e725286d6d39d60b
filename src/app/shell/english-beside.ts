import type { Words } from "../../locale/words.ts";

/**
 * The same words, each with the English after it in brackets, for whoever wants to check a draft. What a part brings
 * for itself (`with`) stays alone.
 */
export function withEnglishBeside(words: Words, english: Words): Words {
  return {
    ...words,
    t: (id, values) => {
      const [own, other] = [words.t(id, values), english.t(id, values)];
      // A message that English has not got yet comes back as its key.
      return own === other || other === id ? own : `${own} (${other})`;
    },
    complete: async () => withEnglishBeside(await words.complete(), await english.complete()),
    with: words.with,
  };
}
