import type { Locale } from "../../locale/locales.ts";
import type { Publication } from "../../services/publication.ts";
import { mailtoLink } from "../service/mailto-link.ts";
import { chooseLocale } from "../state/address.ts";
import { useAppStore } from "../state/app-context.tsx";
import { useWords } from "../words-context.tsx";

interface DraftNoticeProps {
  readonly locale: Locale;
  readonly publication: Publication;
}

/** A translation that nobody has signed says so, offers the English, and asks for better words. */
export function DraftNotice({ locale, publication }: DraftNoticeProps) {
  const words = useWords();
  const store = useAppStore();
  if (locale.reviewedBy !== null) return null;
  return (
    <div className="draft">
      <p>
        {words.t("locale.draft")}{" "}
        <button type="button" className="link-button" lang="en" onClick={() => chooseLocale(store, "en")}>
          English
        </button>{" "}
        <a href={mailtoLink(publication.contact.email, `Translation: ${locale.id}`)}>{words.t("locale.suggest")}</a>
      </p>
    </div>
  );
}
