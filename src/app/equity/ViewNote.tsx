import { useWords } from "../words-context.tsx";

/** What no number here can tell, in one line beneath every view: it may be the only one that somebody copies. */
export function ViewNote() {
  const words = useWords();
  return <p className="hint view-note">{words.t("equity.downloadNote")}</p>;
}
