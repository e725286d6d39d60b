import type { ReactNode } from "react";
import type { Words } from "../../locale/words.ts";
import type { Reason } from "../../search/results.ts";
import type { FacetId, Vocabularies } from "../../services/facets.ts";
import type { CardFacts, WhereFact } from "../card-facts.ts";
import { useLinks } from "../links-context.tsx";
import { Age } from "../parts/Age.tsx";
import { dialOf } from "../parts/dial.ts";
import { KindMark } from "../parts/KindMark.tsx";
import { Terms } from "../parts/Terms.tsx";
import { useWords } from "../words-context.tsx";

/** The place of a service in words, as precise as the record and no finer. */
export function whereInWords(where: WhereFact, words: Words, vocabularies: Vocabularies): string {
  const boroughName = (code: string) => vocabularies.borough.byId.get(code)?.label ?? code;
  switch (where.known) {
    case "place": {
      const borough = where.borough === null ? "" : boroughName(where.borough);
      const more = where.others > 0 ? ` (${words.t("card.severalPlaces", { count: where.others + 1 })})` : "";
      if (where.precision === "borough") return words.t("card.boroughOnly", { borough }) + more;
      if (where.precision === "approximate") return words.t("card.approximate", { borough }) + more;
      return [where.postcode, borough].filter((part) => part !== "").join(", ") + more;
    }
    case "boroughs":
      return words.list(where.boroughs.map(boroughName));
    case "london":
      return words.t("card.londonWide");
    case "withheld":
      return words.t("card.sensitive");
    case "nothing":
      return words.t("card.noPlace");
  }
}

export interface ServiceCardProps {
  readonly card: CardFacts;
  readonly vocabularies: Vocabularies;
  /** ISO date, for the age of the record. */
  readonly today: string;
  readonly distance?: number | null;
  readonly reasons?: readonly Reason[];
  /** Words of the query that this record matched. */
  readonly matched?: readonly string[];
  readonly hovered?: boolean;
  readonly onHover?: (row: number | null) => void;
  readonly onShowOnMap?: (row: number) => void;
  /** Further buttons of the card. */
  readonly actions?: ReactNode;
}

const FIT_SIGNS = { fits: "✓", "does-not-say": "–", "does-not-fit": "✕" } as const;

function ReasonLine({ reason, vocabularies }: { readonly reason: Reason; readonly vocabularies: Vocabularies }) {
  const words = useWords();
  const labels = reason.terms.map((term) => vocabularies[reason.facet].byId.get(term)?.label ?? term);
  const verdict = words.t(
    reason.fit === "fits" ? "card.fits" : reason.fit === "does-not-say" ? "card.doesNotSay" : "card.doesNotFit",
  );
  return (
    <li className={`reason reason-${reason.fit}`}>
      <span aria-hidden="true" className="reason-sign">
        {FIT_SIGNS[reason.fit]}
      </span>{" "}
      {verdict}: {words.t(`facet.${reason.facet satisfies FacetId}`)}
      {labels.length > 0 && ` – ${words.list(labels)}`}
    </li>
  );
}

/** One service in a list: name as the one heading link, what, where, why it fits, phone, and how old it is. */
export function ServiceCard(props: ServiceCardProps) {
  const { card, vocabularies, today, distance, reasons, onHover, onShowOnMap } = props;
  const words = useWords();
  const links = useLinks();
  const dial = dialOf(card.phone);
  return (
    <article
      className={`card kind-${card.kind}${props.hovered === true ? " card-hovered" : ""}`}
      data-row={card.row}
      onPointerEnter={() => onHover?.(card.row)}
      onPointerLeave={() => onHover?.(null)}
    >
      <p className="card-kind">
        <KindMark kind={card.kind} /> {vocabularies.kind.byId.get(card.kind)?.label ?? card.kind}
      </p>
      <h3 className="card-name">
        <a href={links.service(card.id)}>
          <bdi>{card.name}</bdi>
        </a>
      </h3>
      {card.organisation !== "" && (
        <p className="card-organisation">{words.t("card.runBy", { organisation: card.organisation })}</p>
      )}
      {card.summary !== "" && (
        <p className="card-summary" lang="en" dir="auto">
          {card.summary}
        </p>
      )}
      <ul className="card-facts">
        <li>
          {whereInWords(card.where, words, vocabularies)}
          {distance !== undefined && distance !== null && (
            <>
              {" · "}
              <strong>{words.t("card.away", { distance: words.distance(distance) })}</strong>
            </>
          )}
        </li>
        {card.spokenLanguages.length > 0 && (
          <li>
            {words.t("card.speaks")}:{" "}
            <Terms facet="spokenLanguage" terms={card.spokenLanguages} vocabularies={vocabularies} />
          </li>
        )}
        {card.faiths.length > 0 && (
          <li>
            {words.t("card.faith")}: <Terms facet="faith" terms={card.faiths} vocabularies={vocabularies} />
          </li>
        )}
      </ul>
      {reasons !== undefined && reasons.length > 0 && (
        <ul className="card-reasons">
          {reasons.map((reason) => (
            <ReasonLine key={reason.facet} reason={reason} vocabularies={vocabularies} />
          ))}
        </ul>
      )}
      {props.matched !== undefined && props.matched.length > 0 && (
        <p className="card-matched">
          {words.t("card.matched", { words: words.list(props.matched.map((word) => `“${word}”`)) })}
        </p>
      )}
      <div className="card-actions">
        {card.phone !== "" &&
          (dial === null ? (
            <bdi dir="ltr" className="card-phone">
              {card.phone}
            </bdi>
          ) : (
            <a
              className="button button-call"
              href={`tel:${dial}`}
              aria-label={words.t("card.callLabel", { name: card.name, number: card.phone })}
            >
              <span aria-hidden="true">☎</span> <bdi dir="ltr">{card.phone}</bdi>
            </a>
          ))}
        {onShowOnMap !== undefined && card.mappable && (
          <button type="button" className="button button-quiet" onClick={() => onShowOnMap(card.row)}>
            {words.t("card.showOnMap")}
          </button>
        )}
        {props.actions}
      </div>
      <p className="card-age">
        <Age assured={card.assured} sourceDate={card.sourceDate} today={today} />
      </p>
    </article>
  );
}
