import { type Locale, loadLocale, localeById } from "../../locale/locales.ts";
import type { Words } from "../../locale/words.ts";
import type { Publication } from "../../services/publication.ts";
import { mailtoLink } from "../service/mailto-link.ts";
import { chooseLocale } from "../state/address.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import type { Route } from "../state/route.ts";
import { spokenIn } from "../state/use-locale.ts";
import { useWords } from "../words-context.tsx";
import { withEnglishBeside } from "./english-beside.ts";

interface DraftNoticeProps {
  readonly locale: Locale;
  readonly publication: Publication;
}

/**
 * A letter to whoever keeps the words, in their language, with room for what the reader found. It names the screen,
 * never what was searched for or read on it.
 */
export function betterWordLetter({ id, name }: Locale, screen: Route["screen"]): { subject: string; body: string } {
  return {
    subject: `Translation: ${id}`,
    body: [
      `Language: ${name} (${id})`,
      `Page: ${screen}`,
      "",
      "The words on the page:",
      "",
      "Better words:",
      "",
      "Why (if you like):",
      "",
      "May we name you as the person who checked this translation? Yes / No",
      "",
    ].join("\n"),
  };
}

async function besideEnglish(words: Words): Promise<Words | null> {
  const english = localeById("en");
  return english === null ? null : withEnglishBeside(words, spokenIn(english, await loadLocale(english.id)).words);
}

/** A translation that nobody has signed says so, offers the English instead or beside, and asks for better words. */
export function DraftNotice({ locale, publication }: DraftNoticeProps) {
  const words = useWords();
  const store = useAppStore();
  const screen = useApp(({ route }) => route.screen);
  const beside = useApp(({ wordsBeside }) => wordsBeside !== null);
  const letter = betterWordLetter(locale, screen);
  const toggle = async () => {
    const next = beside ? null : await besideEnglish(words).catch(() => null);
    store.setState({ wordsBeside: next });
  };
  return (
    <aside className="draft" aria-label={words.t("locale.draft")}>
      <p>
        {words.t("locale.draft")}{" "}
        <button type="button" className="link-button" lang="en" dir="ltr" onClick={() => chooseLocale(store, "en")}>
          English
        </button>{" "}
        <button type="button" className="link-button" aria-pressed={beside} onClick={() => void toggle()}>
          {words.t("locale.beside")}
        </button>{" "}
        <a href={mailtoLink(publication.contact.email, letter.subject, letter.body)}>{words.t("locale.suggest")}</a>
      </p>
    </aside>
  );
}
