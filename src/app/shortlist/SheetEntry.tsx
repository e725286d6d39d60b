import { type ReactNode, useContext } from "react";
import type { Near } from "../../search/selection.ts";
import type { Vocabularies } from "../../services/facets.ts";
import type { Phone, Service } from "../../services/service.ts";
import { Terms } from "../parts/Terms.tsx";
import { useWords } from "../words-context.tsx";
import { InBoth, WorkerWords } from "./InBoth.tsx";
import { ageLine, isolated, placeLine, wayLines } from "./sheet-text.ts";

interface SheetEntryProps {
  readonly service: Service;
  /** With labels in the sheet's language. */
  readonly vocabularies: Vocabularies;
  /** With the labels that the data give, in English. */
  readonly english: Vocabularies;
  readonly near: Near | null;
  /** The button that takes it off the list, in the page's language. */
  readonly remove?: ReactNode;
}

/** A number keeps its own order beside letters that run the other way. */
function PhoneLine({ phones }: { readonly phones: readonly Phone[] }) {
  return phones.map(({ number, dial, extension }) => {
    const text = `☎ ${number}${extension === undefined ? "" : ` ext. ${extension}`}`;
    return (
      <bdi key={number} dir="ltr" className="sheet-number">
        {dial === null ? text : <a href={`tel:${dial}`}>{text}</a>}
      </bdi>
    );
  });
}

function Fact({
  label,
  children,
}: {
  readonly label:
    | "sheet.where"
    | "sheet.getThere"
    | "sheet.when"
    | "sheet.howToGetIn"
    | "card.speaks"
    | "sheet.sayTitle";
  readonly children: ReactNode;
}) {
  return (
    <div className="fact">
      <dt>
        <InBoth say={(words) => words.t(label)} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Terms in the reader's words, and beneath them in English. */
function TermsInBoth({
  facet,
  service,
  vocabularies,
  english,
}: Pick<SheetEntryProps, "service" | "vocabularies" | "english"> & {
  readonly facet: "spokenLanguage" | "howToGetIn";
}) {
  const worker = useContext(WorkerWords);
  const terms = service.terms[facet] ?? [];
  return (
    <>
      <Terms facet={facet} terms={terms} vocabularies={vocabularies} />
      {worker !== null && (
        <span className="in-english" lang="en" dir="ltr">
          {terms.map((id) => english[facet].byId.get(id)?.label ?? id).join(", ")}
        </span>
      )}
    </>
  );
}

/** One service as it stands on paper. What the record says itself stays in the language it was written in. */
export function SheetEntry({ service, vocabularies, english, near, remove }: SheetEntryProps) {
  const words = useWords();
  const place = placeLine(service, english);
  const way = wayLines(service, near);
  const { phones, emails, urls } = service.contacts;
  const others = [...emails, ...urls].slice(0, 2);
  return (
    <li className="sheet-entry">
      <h2>
        <bdi>{service.name}</bdi>
      </h2>
      <p className="sheet-phone">
        {phones.length > 0 ? (
          <PhoneLine phones={phones} />
        ) : others.length > 0 ? (
          <bdi dir="ltr" className="sheet-other">
            {others.join(" · ")}
          </bdi>
        ) : (
          <InBoth say={(in_) => in_.t("sheet.noContact")} />
        )}
      </p>
      {service.summary !== "" && (
        <p lang="en" dir="auto">
          {service.summary}
        </p>
      )}
      <dl className="sheet-facts">
        <Fact label="sheet.sayTitle">
          <InBoth say={(in_) => in_.t("sheet.say", { name: isolated(service.name, in_) })} />
        </Fact>
        {place !== "" && (
          <Fact label="sheet.where">
            <bdi lang="en">{place}</bdi>
          </Fact>
        )}
        {way !== null && (
          <Fact label="sheet.getThere">
            <InBoth say={(in_) => way.map((line) => line(in_)).join(" ")} />
          </Fact>
        )}
        {service.scheduleText !== undefined && (
          <Fact label="sheet.when">
            <bdi lang="en">{service.scheduleText}</bdi>
          </Fact>
        )}
        {service.terms.howToGetIn !== undefined && (
          <Fact label="sheet.howToGetIn">
            <TermsInBoth facet="howToGetIn" service={service} vocabularies={vocabularies} english={english} />
          </Fact>
        )}
        {service.terms.spokenLanguage !== undefined && (
          <Fact label="card.speaks">
            <TermsInBoth facet="spokenLanguage" service={service} vocabularies={vocabularies} english={english} />
          </Fact>
        )}
      </dl>
      <p className="sheet-age">
        <InBoth say={(in_) => ageLine(service, in_)} />
      </p>
      <p className="sheet-note">
        {words.t("sheet.note")} <InEnglishBeside id="sheet.note" />
      </p>
      {remove}
    </li>
  );
}

/** A short English label on the same line, where a line of its own would take the room to write in. */
function InEnglishBeside({ id }: { readonly id: "sheet.note" }) {
  const worker = useContext(WorkerWords);
  return worker === null ? null : (
    <span className="in-english-beside" lang="en" dir="ltr">
      {worker.t(id)}
    </span>
  );
}
