import type { Near } from "../../search/selection.ts";
import { distanceMetres } from "../../services/place.ts";
import type { Service } from "../../services/service.ts";
import { Terms } from "../parts/Terms.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { QrCode } from "./QrCode.tsx";
import { ageLine, placeLine } from "./sheet-text.ts";

interface SheetProps {
  readonly services: readonly Service[];
  readonly ready: Ready;
  readonly today: string;
  readonly near: Near | null;
  readonly address: string;
  readonly onRemove?: (id: string) => void;
}

/** Straight-line metres from the start to the nearest of the service's drawable places; null without either. */
export function metresFrom(near: Near | null, { locations }: Service): number | null {
  if (near === null) return null;
  const metres = locations.flatMap(({ point }) =>
    point === null ? [] : [distanceMetres(near.point[0], near.point[1], point[0], point[1])],
  );
  return metres.length === 0 ? null : Math.min(...metres);
}

function Entry({
  service,
  ready,
  near,
  onRemove,
}: Omit<SheetProps, "services" | "today" | "address"> & { readonly service: Service }) {
  const words = useWords();
  const { vocabularies } = ready;
  const metres = metresFrom(near, service);
  const place = placeLine(service, vocabularies);
  const { phones, emails, urls } = service.contacts;
  return (
    <li className="sheet-entry">
      <h2>
        <bdi>{service.name}</bdi>
      </h2>
      {phones.length > 0 && (
        <p className="sheet-phone">
          {phones.map(({ number, dial }) =>
            dial === null ? (
              <span key={number}>{number} </span>
            ) : (
              <a key={number} href={`tel:${dial}`}>
                ☎ {number}{" "}
              </a>
            ),
          )}
        </p>
      )}
      {phones.length === 0 && (
        <p className="sheet-phone">{[...emails, ...urls].slice(0, 2).join(" · ") || words.t("sheet.noContact")}</p>
      )}
      {service.summary !== "" && (
        <p lang="en" dir="auto">
          {service.summary}
        </p>
      )}
      <dl className="facts">
        {place !== "" && (
          <div className="fact">
            <dt>{words.t("service.where")}</dt>
            <dd>
              {place}
              {metres !== null && ` (${words.t("card.away", { distance: words.distance(metres) })})`}
            </dd>
          </div>
        )}
        {service.terms.spokenLanguage !== undefined && (
          <div className="fact">
            <dt>{words.t("card.speaks")}</dt>
            <dd>
              <Terms facet="spokenLanguage" terms={service.terms.spokenLanguage} vocabularies={vocabularies} />
            </dd>
          </div>
        )}
        {service.scheduleText !== undefined && (
          <div className="fact">
            <dt>{words.t("service.when")}</dt>
            <dd>{service.scheduleText}</dd>
          </div>
        )}
        {service.terms.howToGetIn !== undefined && (
          <div className="fact">
            <dt>{words.t("service.howToGetIn")}</dt>
            <dd>
              <Terms facet="howToGetIn" terms={service.terms.howToGetIn} vocabularies={vocabularies} />
            </dd>
          </div>
        )}
        <div className="fact">
          <dt>{words.t("sheet.sayTitle")}</dt>
          <dd>{words.t("sheet.say", { name: service.name })}</dd>
        </div>
      </dl>
      <p className="hint">{ageLine(service, words)}</p>
      <p className="sheet-note">{words.t("sheet.note")}</p>
      {onRemove !== undefined && (
        <p className="sheet-remove">
          <button
            type="button"
            className="button button-quiet"
            aria-label={words.t("shortlist.removeLabel", { name: service.name })}
            onClick={() => onRemove(service.id)}
          >
            {words.t("shortlist.remove")}
          </button>
        </p>
      )}
    </li>
  );
}

/** One to four services a page, phone first, with room for a note by hand. */
export function Sheet({ services, ready, today, near, address, onRemove }: SheetProps) {
  const words = useWords();
  return (
    <section className="sheet" aria-label={words.t("sheet.label")}>
      <header className="sheet-head">
        <div>
          <p className="sheet-title">{ready.publication.title}</p>
          <p>
            {words.t("sheet.date", { date: words.date(today) })} {words.t("sheet.callFirst")}
          </p>
          <p>{words.t("sheet.interpreter")}</p>
        </div>
        <div className="sheet-code">
          <QrCode address={address} label={words.t("sheet.qr")} />
        </div>
      </header>
      <ol className="sheet-list">
        {services.map((service) => (
          <Entry
            key={service.id}
            service={service}
            ready={ready}
            near={near}
            {...(onRemove === undefined ? {} : { onRemove })}
          />
        ))}
      </ol>
      <p className="sheet-address">{address}</p>
    </section>
  );
}
