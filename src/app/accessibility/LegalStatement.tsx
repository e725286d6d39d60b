import type { Publication } from "../../services/publication.ts";
import { mailtoLink } from "../service/mailto-link.ts";

/** What does not meet WCAG 2.2 AA, or may not, by success criterion: why, and what to use instead. */
export const KNOWN_FAULTS: readonly { readonly criterion: string; readonly what: string; readonly instead: string }[] =
  [
    {
      criterion: "1.1.1 Non-text content and 1.3.1 Info and relationships",
      what: "The marks on the map are drawn, so a screen reader can't meet them one by one.",
      instead: "Every mark stands for an entry of the list beside it. Shaded areas have a table and a menu of areas.",
    },
    {
      criterion: "1.4.4 Resize text",
      what: "Names on the map keep their size when only the text of the page is made larger.",
      instead: "Zoom the map itself, or use the list, which grows with the text.",
    },
    {
      criterion: "2.5.7 Dragging movements",
      what: "With a pointer, the map is moved by dragging. It has buttons to zoom and to start again, but none to move it.",
      instead: "Move it with the arrow keys, or press “Show on map” on an entry of the list.",
    },
    {
      criterion: "3.1.2 Language of parts",
      what:
        "Descriptions come from many sources. We mark them as English. Where a source wrote some words in another " +
        "language, these are not marked.",
      instead: "None yet. Tell us of a record that is read out wrongly, and we will mend it.",
    },
    {
      criterion: "3.1.5 Reading level (AAA, which the law does not ask for)",
      what: "Our own words are checked for a reading age of 11. Descriptions of services are as their sources wrote them.",
      instead: "Ring the service: the phone number comes first.",
    },
  ];

interface LegalStatementProps {
  readonly publication: Publication;
  /** Date of the statement in words. */
  readonly prepared: string;
}

/**
 * The statement that the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018
 * ask for, in the parts of their model: scope, status, what is not accessible, contact, enforcement, preparation. In
 * English on every page, because a wrong word in it could mislead somebody about their rights.
 */
export function LegalStatement({ publication, prepared }: LegalStatementProps) {
  const { title, publisher, contact } = publication;
  return (
    <div lang="en" dir="ltr">
      <h3>What this statement covers</h3>
      <p>
        It covers this site, “{title}”, published by {publisher}: the search, the list, the map, the pages of services,
        the sheet to print, and the plain pages that need no script. {publisher} is committed to making it accessible,
        as the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 require.
      </p>

      <h3>Compliance status</h3>
      <p>
        This site is partially compliant with the Web Content Accessibility Guidelines (WCAG) version 2.2, level AA,
        because of what is listed below.
      </p>

      <h3>Content that is not accessible</h3>
      <h4>Not compliant with the regulations, or not surely so</h4>
      <ul>
        {KNOWN_FAULTS.map(({ criterion, what, instead }) => (
          <li key={criterion}>
            <strong>WCAG 2.2, {criterion}.</strong> {what} Instead: {instead}
          </li>
        ))}
      </ul>
      <p>
        The translations are drafts until a named reader signs them. A draft says so at the top of the page, and offers
        the English.
      </p>
      <h4>Disproportionate burden</h4>
      <p>We claim none.</p>
      <h4>Outside the scope of the regulations</h4>
      <p>
        Sites of services and sites that give directions belong to others. We link to them and do not answer for how
        accessible they are.
      </p>

      <h3>How we tested it</h3>
      <p>
        Every change runs these checks in Chromium before it is published: the axe rules for WCAG 2.0 to 2.2 A and AA on
        the search, a service, the lists and the plain pages, in light and dark and on wide and narrow screens, contrast
        among them; the same for the search in colours that the reader’s own system sets; journeys by keyboard alone,
        one of them in Urdu; nothing cut off at 320 pixels, in words longer than English too; and the numbers on the
        printed sheet in Somali, Arabic and Bengali. Our English words are held to a reading age of 11.
      </p>
      <p>
        We have not tested it with people who use a screen reader, speech input or a screen magnifier, nor with NVDA,
        JAWS, VoiceOver or TalkBack. We have looked at printed sheets by eye only. Automatic checks find only some
        faults, so there may be more than the ones listed here.
      </p>

      <h3>Feedback and contact</h3>
      <p>
        Tell us of a fault that is not listed here, or ask for something in another form: {contact.name},{" "}
        <a href={mailtoLink(contact.email, `Accessibility: ${title}`)}>{contact.email}</a>.
      </p>

      <h3>Enforcement procedure</h3>
      <p>
        The Equality and Human Rights Commission (EHRC) is responsible for enforcing the regulations named above. If you
        are not happy with how we answer, contact the Equality Advisory and Support Service (EASS):{" "}
        <a href="https://www.equalityadvisoryservice.com/" rel="noopener noreferrer">
          equalityadvisoryservice.com
        </a>
        .
      </p>

      <h3>Preparation of this statement</h3>
      <p>It was prepared on {prepared}, from our own checks. No outside body has audited the site.</p>
    </div>
  );
}
