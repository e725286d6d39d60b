import { createContext, useContext } from "react";
import type { Words } from "../../locale/words.ts";
import { useWords } from "../words-context.tsx";

/** English for whoever works with the person; null where the sheet itself is in English. */
export const WorkerWords = createContext<Words | null>(null);

/** A line in the reader's words, and beneath it the same in English for the worker. */
export function InBoth({ say }: { readonly say: (words: Words) => string }) {
  const words = useWords();
  const worker = useContext(WorkerWords);
  return (
    <>
      {say(words)}
      {worker !== null && (
        <span className="in-english" lang="en" dir="ltr">
          {say(worker)}
        </span>
      )}
    </>
  );
}
