import type { ReactNode } from "react";
import { type FacetId, STATED_FACETS, type StatedFacetId, type Vocabularies } from "../../services/facets.ts";
import type { Publication } from "../../services/publication.ts";
import type { Service } from "../../services/service.ts";
import { Age } from "../parts/Age.tsx";
import { KindMark } from "../parts/KindMark.tsx";
import { Terms } from "../parts/Terms.tsx";
import { useWords } from "../words-context.tsx";
import { ContactBlock } from "./ContactBlock.tsx";
import { RecordSource } from "./RecordSource.tsx";
import { ScheduleBlock } from "./ScheduleBlock.tsx";
import { WhereBlock } from "./WhereBlock.tsx";

export interface ServiceDetailsProps {
  readonly service: Service;
  readonly vocabularies: Vocabularies;
  readonly publication: Publication;
  readonly today: string;
  /** What can be done with the service as a whole. */
  readonly actions?: ReactNode;
}

interface BlockProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Block({ title, children }: BlockProps) {
  return (
    <section className="block">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Stated({
  service,
  facet,
  vocabularies,
}: {
  readonly service: Service;
  readonly facet: StatedFacetId;
  readonly vocabularies: Vocabularies;
}) {
  const words = useWords();
  const terms = service.terms[facet];
  if (terms === undefined) return null;
  const qualifiers = service.qualifiers?.[facet] ?? {};
  return (
    <div className="fact">
      <dt>{words.t(`facet.${facet satisfies FacetId}`)}</dt>
      <dd>
        <ul className="terms">
          {terms.map((term) => {
            const qualifier = qualifiers[term];
            return (
              <li key={term}>
                <Terms facet={facet} terms={[term]} vocabularies={vocabularies} />
                {isQualifier(qualifier) && ` – ${words.t(`service.qualifier.${qualifier}`)}`}
              </li>
            );
          })}
        </ul>
      </dd>
    </div>
  );
}

const QUALIFIERS = ["staff", "interpreter", "arranged", "run-by", "for"] as const;

function isQualifier(text: string | undefined): text is (typeof QUALIFIERS)[number] {
  return QUALIFIERS.some((known) => known === text);
}

function agesInWords(service: Service, words: ReturnType<typeof useWords>): string | null {
  const { minAge, maxAge } = service.eligibility;
  if (minAge !== undefined && maxAge !== undefined) return words.t("service.agesBetween", { min: minAge, max: maxAge });
  if (minAge !== undefined) return words.t("service.agesFrom", { min: minAge });
  return maxAge === undefined ? null : words.t("service.agesTo", { max: maxAge });
}

function livesIn(service: Service, vocabularies: Vocabularies, words: ReturnType<typeof useWords>): string | null {
  const { serviceArea } = service;
  switch (serviceArea.scope) {
    case "boroughs":
      return words.t("service.livesIn", {
        boroughs: words.list(serviceArea.boroughs.map((code) => vocabularies.borough.byId.get(code)?.label ?? code)),
      });
    case "london":
      return words.t("service.allLondon");
    case "wider":
    case "not-stated":
      return null;
  }
}

/** A source's own words inside a line of ours, marked as the English that they are; null where it has none. */
const inEnglish = (text: string | undefined): ReactNode => (text === undefined ? null : <bdi lang="en">{text}</bdi>);

const FOR_WHOM: readonly StatedFacetId[] = ["whoFor", "community", "spokenLanguage", "faith", "ledBy"];
const WAYS_IN: readonly StatedFacetId[] = ["howToGetIn", "pathway", "format"];

/** A whole record, for the app and for the plain page alike. */
export function ServiceDetails({ service, vocabularies, publication, today, actions }: ServiceDetailsProps) {
  const words = useWords();
  const ages = agesInWords(service, words);
  const residence = inEnglish(service.eligibility.residence) ?? livesIn(service, vocabularies, words);
  const saysWho =
    FOR_WHOM.some((facet) => service.terms[facet] !== undefined) ||
    ages !== null ||
    residence !== null ||
    service.eligibility.text !== undefined;
  const saysHow =
    WAYS_IN.some((facet) => service.terms[facet] !== undefined) ||
    service.referral.text !== undefined ||
    service.referral.url !== undefined;
  const unlisted = STATED_FACETS.flatMap(({ id }) =>
    (service.unlisted?.[id] ?? []).map((text) => `${words.t(`facet.${id}`)}: ${text}`),
  );
  return (
    <article className="service">
      <p className="card-kind">
        <KindMark kind={service.kind} /> {vocabularies.kind.byId.get(service.kind)?.label}
      </p>
      <h1 tabIndex={-1}>
        <bdi>{service.name}</bdi>
      </h1>
      {service.organisation.name !== service.name && (
        <p className="card-organisation">{words.t("card.runBy", { organisation: service.organisation.name })}</p>
      )}
      {service.summary !== "" && (
        <p className="lede" lang="en" dir="auto">
          {service.summary}
        </p>
      )}
      {service.description !== undefined && service.description !== service.summary && (
        <p lang="en" dir="auto">
          {service.description}
        </p>
      )}
      <p className="service-age">
        <Age
          assured={service.assured.date ?? ""}
          {...(service.assured.by === undefined ? {} : { by: service.assured.by })}
          sourceDate={service.sources[0]?.date ?? ""}
          today={today}
        />{" "}
        <strong>{words.t("service.askFirst")}</strong>
      </p>
      {actions !== undefined && <p>{actions}</p>}
      <div className="service-columns">
        <div>
          <Block title={words.t("service.contact")}>
            <ContactBlock service={service} />
          </Block>
          {service.kind === "social-prescribing" && (
            <Block title={words.t("service.scheme")}>
              <dl className="facts">
                <div className="fact">
                  <dt>{words.t("service.schemeRunBy")}</dt>
                  <dd>{service.organisation.name}</dd>
                </div>
                <div className="fact">
                  <dt>{words.t("service.schemeSits")}</dt>
                  <dd>{inEnglish(service.hostSetting) ?? words.t("service.notStated")}</dd>
                </div>
                <div className="fact">
                  <dt>{words.t("service.schemeTakes")}</dt>
                  <dd>{inEnglish(service.eligibility.text) ?? residence ?? words.t("service.notStated")}</dd>
                </div>
                <div className="fact">
                  <dt>{words.t("service.schemeRefer")}</dt>
                  <dd>
                    {inEnglish(service.referral.text) ??
                      (service.terms.howToGetIn === undefined ? (
                        words.t("service.notStated")
                      ) : (
                        <Terms facet="howToGetIn" terms={service.terms.howToGetIn} vocabularies={vocabularies} />
                      ))}
                  </dd>
                </div>
              </dl>
            </Block>
          )}
          <Block title={words.t("service.whoFor")}>
            <dl className="facts">
              {FOR_WHOM.map((facet) => (
                <Stated key={facet} service={service} facet={facet} vocabularies={vocabularies} />
              ))}
              {ages !== null && (
                <div className="fact">
                  <dt>{words.t("service.ages")}</dt>
                  <dd>{ages}</dd>
                </div>
              )}
              {residence !== null && (
                <div className="fact">
                  <dt>{words.t("service.residence")}</dt>
                  <dd>{residence}</dd>
                </div>
              )}
            </dl>
            {service.eligibility.text !== undefined && service.kind !== "social-prescribing" && (
              <p lang="en" dir="auto">
                {service.eligibility.text}
              </p>
            )}
            {!saysWho && <p className="hint">{words.t("service.notStated")}</p>}
          </Block>
          <Block title={words.t("service.howToGetIn")}>
            <dl className="facts">
              {WAYS_IN.map((facet) => (
                <Stated key={facet} service={service} facet={facet} vocabularies={vocabularies} />
              ))}
            </dl>
            {service.referral.text !== undefined && (
              <p lang="en" dir="auto">
                {service.referral.text}
              </p>
            )}
            {service.capacity !== undefined && (
              <p>
                {words.t(`service.capacity.${service.capacity.state}`)}{" "}
                {service.capacity.asOf !== undefined &&
                  words.t("service.asOf", { date: words.date(service.capacity.asOf) })}
              </p>
            )}
            {!saysHow && <p className="hint">{words.t("service.notStated")}</p>}
          </Block>
        </div>
        <div>
          <Block title={words.t("service.when")}>
            <ScheduleBlock service={service} />
          </Block>
          <Block title={words.t("service.where")}>
            <WhereBlock service={service} vocabularies={vocabularies} />
          </Block>
          <Block title={words.t("service.cost")}>
            {service.terms.cost === undefined && service.costText === undefined ? (
              <p className="hint">{words.t("service.notStated")}</p>
            ) : (
              <p>
                {service.terms.cost !== undefined && (
                  <Terms facet="cost" terms={service.terms.cost} vocabularies={vocabularies} />
                )}
                {service.costText !== undefined && inEnglish(` (${service.costText})`)}
              </p>
            )}
          </Block>
          {(service.terms.specialism !== undefined || service.terms.access !== undefined || unlisted.length > 0) && (
            <Block title={words.t("service.what")}>
              <dl className="facts">
                <Stated service={service} facet="specialism" vocabularies={vocabularies} />
                <Stated service={service} facet="access" vocabularies={vocabularies} />
              </dl>
              {unlisted.length > 0 && (
                <p>
                  {words.t("service.unlisted")}: {inEnglish(unlisted.join("; "))}
                </p>
              )}
              {service.helpsToo === true && <p>{words.t("service.helpsToo")}</p>}
            </Block>
          )}
          <Block title={words.t("service.about")}>
            <RecordSource service={service} publication={publication} today={today} />
          </Block>
        </div>
      </div>
    </article>
  );
}
