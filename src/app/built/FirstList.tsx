import { cardFacts } from "../card-facts.ts";
import { ServiceCard } from "../find/ServiceCard.tsx";
import { useLinks } from "../links-context.tsx";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import { boroughTerms } from "./BoroughPage.tsx";
import type { BuildInput } from "./built-pages.tsx";
import { boroughSlug } from "./links.ts";

/** What stands in index.html before any script: the first cards, with phone numbers, and the lists by borough. */
export function FirstList({ input, howMany }: { readonly input: BuildInput; readonly howMany: number }) {
  const words = useWords();
  const links = useLinks();
  const today = useToday();
  const rows = Array.from({ length: Math.min(howMany, input.index.count) }, (_, row) => row);
  return (
    <main id="main">
      <div className="find-hero find-hero-built">
        <h1>{words.t("search.label")}</h1>
        <p className="only-script">{words.t("results.loading")}</p>
        <noscript>
          <p>{words.t("pages.noScript")}</p>
        </noscript>
      </div>
      <div className="find" data-view="list">
        <nav className="facets facets-built" aria-label={words.t("pages.allBoroughs")}>
          <h2 className="facets-title">{words.t("pages.allBoroughs")}</h2>
          <ul>
            {boroughTerms(input).map(({ id, label }) => (
              <li key={id}>
                <a href={links.borough(boroughSlug(label))}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <section id="built-list" className="results" aria-label={words.t("pages.firstTitle")}>
          <h2>{words.t("pages.firstTitle")}</h2>
          <p className="hint">
            {words.t("pages.plainCaveat")} <a href={links.boroughs}>{words.t("footer.boroughs")}</a>
          </p>
          <ol className="cards">
            {rows.map((row) => (
              <li key={row}>
                <ServiceCard card={cardFacts(input.index, row)} vocabularies={input.vocabularies} today={today} />
              </li>
            ))}
          </ol>
        </section>
        <div className="map-pane" />
      </div>
    </main>
  );
}
