import type { Publication } from "../../services/publication.ts";
import { mailtoLink } from "../service/mailto-link.ts";
import { useWords } from "../words-context.tsx";
import { LegalStatement } from "./LegalStatement.tsx";

const ENGLISH_DATE = new Intl.DateTimeFormat("en-GB", {
  year: "numeric",
  month: "long",
  day: "numeric",
  timeZone: "UTC",
});

/** What everyone can count on here, whom to write to, and beneath it the statement that the law asks for. */
export function AccessibilityScreen({ publication }: { readonly publication: Publication }) {
  const words = useWords();
  const { contact, title, built, accessibilityPrepared = built } = publication;
  return (
    <main className="page" id="main" tabIndex={-1}>
      <h1>{words.t("footer.accessibility")}</h1>
      <p className="lede">{words.t("access.lede")}</p>
      <ul>
        <li>{words.t("access.keys")}</li>
        <li>{words.t("access.zoom")}</li>
        <li>{words.t("access.map")}</li>
        <li>{words.t("access.plain")}</li>
      </ul>
      <h2>{words.t("access.help")}</h2>
      <p>{words.t("access.write", { name: contact.name })}</p>
      <p>
        <a href={mailtoLink(contact.email, `Accessibility: ${title}`)}>
          <bdi>{contact.email}</bdi>
        </a>
      </p>
      <h2>{words.t("access.legal")}</h2>
      {words.locale !== "en" && <p>{words.t("access.legalNote")}</p>}
      <LegalStatement publication={publication} prepared={ENGLISH_DATE.format(Date.parse(accessibilityPrepared))} />
    </main>
  );
}
