import type { Service } from "../../services/service.ts";
import { useWords } from "../words-context.tsx";
import { webLink } from "./contact-links.ts";
import { mailtoLink } from "./mailto-link.ts";

/** Links that call, write and open the site. Nothing here is said to be current: the age stands above. */
export function ContactBlock({ service }: { readonly service: Service }) {
  const words = useWords();
  const { phones, emails, urls, text } = service.contacts;
  const sites = urls.flatMap((url) => {
    const link = webLink(url);
    return link === null ? [] : [link];
  });
  if (phones.length + emails.length + sites.length === 0 && text === undefined) {
    return <p className="hint">{words.t("service.notStated")}</p>;
  }
  return (
    <ul className="contacts">
      {phones.map(({ number, dial, extension, note }) => (
        <li key={number}>
          <span className="contact-kind">{words.t("service.phone")}</span>{" "}
          {dial === null ? (
            <bdi dir="ltr">{number}</bdi>
          ) : (
            <a className="button button-call" href={`tel:${dial}${extension === undefined ? "" : `;ext=${extension}`}`}>
              <span aria-hidden="true">☎</span>{" "}
              <bdi dir="ltr">
                {number}
                {extension !== undefined && ` ext ${extension}`}
              </bdi>
            </a>
          )}
          {note !== undefined && <bdi className="hint"> {note}</bdi>}
        </li>
      ))}
      {emails.map((email) => (
        <li key={email}>
          <span className="contact-kind">{words.t("service.email")}</span>{" "}
          <a href={mailtoLink(email)}>
            <bdi dir="ltr">{email}</bdi>
          </a>
        </li>
      ))}
      {sites.map(({ href, host, lookAlike }) => (
        <li key={href}>
          <span className="contact-kind">{words.t("service.website")}</span>{" "}
          <a href={href} rel="noopener noreferrer">
            {words.t("service.goToSite", { host })}
          </a>
          {lookAlike && <span className="warning"> {words.t("service.hostWarning")}</span>}
        </li>
      ))}
      {text !== undefined && (
        <li lang="en" dir="auto">
          {text}
        </li>
      )}
    </ul>
  );
}
