import { useEffect, useState } from "react";
import { useWords } from "../words-context.tsx";

/** Quiet time before a new count is announced, in milliseconds: one message a settled change, not one a key. */
const QUIET = 500;

/** The number of results: shown at once, announced politely when it has settled. */
export function ResultCount({ count }: { readonly count: number }) {
  const words = useWords();
  const text = words.t("results.count", { count });
  const [announced, setAnnounced] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(text), QUIET);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <span className="results-count">{text}</span>
      <span className="visually-hidden" role="status">
        {announced}
      </span>
    </>
  );
}
