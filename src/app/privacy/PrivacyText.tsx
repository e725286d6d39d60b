import type { ReactNode } from "react";
import type { Publication } from "../../services/publication.ts";
import { outsideOrigins } from "../../services/publication.ts";
import { mailtoLink } from "../service/mailto-link.ts";
import { useWords } from "../words-context.tsx";

/** What is kept, where, what others can see, and how to clear it, in plain words. `ways`: the buttons, where script runs. */
export function PrivacyText({ publication, ways }: { readonly publication: Publication; readonly ways: ReactNode }) {
  const words = useWords();
  const { contact, detailsPerPart } = publication;
  return (
    <>
      <h1>{words.t("footer.privacy")}</h1>
      <p className="lede">{words.t("privacy.lede")}</p>
      <section aria-labelledby="forget">
        <h2 id="forget">{words.t("forget.button")}</h2>
        <p>{words.t("forget.text")}</p>
        {ways}
      </section>

      <h2>{words.t("privacy.history")}</h2>
      <p>{words.t("privacy.historyText")}</p>
      <p>{words.t("privacy.private")}</p>
      <p>
        {words.t("privacy.leave", { leave: words.t("leave.button") })} {words.t("leave.hint")}
      </p>

      <h2>{words.t("privacy.stays")}</h2>
      <p>{words.t("privacy.search")}</p>
      <p>{words.t("privacy.link")}</p>
      <p>{words.t("privacy.noCookies")}</p>

      <h2>{words.t("privacy.kept")}</h2>
      <p>{words.t("privacy.visit")}</p>
      <p>{words.t("privacy.longer")}</p>
      <p>{words.t("privacy.files")}</p>

      <h2>{words.t("privacy.others")}</h2>
      <p>{words.t("privacy.host")}</p>
      <p>{words.t("privacy.details", { count: words.number(detailsPerPart) })}</p>
      {outsideOrigins(publication).map((origin) => (
        <p key={origin}>{words.t("privacy.outside", { host: new URL(origin).host })}</p>
      ))}
      <p>{words.t("privacy.ways")}</p>
      <p>
        <a href={mailtoLink(contact.email)}>{words.t("privacy.ask", { name: contact.name })}</a>
      </p>
    </>
  );
}
