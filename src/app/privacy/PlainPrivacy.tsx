import type { Publication } from "../../services/publication.ts";
import { useLinks } from "../links-context.tsx";
import { useWords } from "../words-context.tsx";
import { PrivacyText } from "./PrivacyText.tsx";

/** The privacy page where no script runs: it keeps nothing itself, and leads to the page that can forget. */
export function PlainPrivacy({ publication }: { readonly publication: Publication }) {
  const words = useWords();
  const links = useLinks();
  return (
    <main className="page" id="main">
      <PrivacyText
        publication={publication}
        ways={
          <p>
            <a href={links.find.replace("#/", "#/privacy")}>{words.t("forget.plain")}</a>
          </p>
        }
      />
    </main>
  );
}
