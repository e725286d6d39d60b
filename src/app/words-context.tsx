import { createContext, useContext } from "react";
import type { Words } from "../locale/words.ts";

export const WordsContext = createContext<Words | null>(null);

/** The interface's words in the chosen locale. Throws outside a `WordsContext`. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error("useWords needs a WordsContext above it.");
  return words;
}
