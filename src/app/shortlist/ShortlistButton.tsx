import { useApp, useAppStore } from "../state/app-context.tsx";
import { useWords } from "../words-context.tsx";
import { toggleShortlisted } from "./shortlist.ts";

/** Puts a service on the list or takes it off. */
export function ShortlistButton({ id, name }: { readonly id: string; readonly name: string }) {
  const words = useWords();
  const store = useAppStore();
  const listed = useApp(({ shortlist }) => shortlist.ids.includes(id));
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-pressed={listed}
      aria-label={words.t(listed ? "shortlist.removeLabel" : "shortlist.addLabel", { name })}
      onClick={() => toggleShortlisted(store, id)}
    >
      {words.t(listed ? "shortlist.remove" : "shortlist.add")}
    </button>
  );
}
