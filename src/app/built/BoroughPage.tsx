import { FACETS } from "../../services/facets.ts";
import { boroughsOfArea } from "../../services/publication.ts";
import type { Service } from "../../services/service.ts";
import { cardFacts } from "../card-facts.ts";
import { ServiceCard } from "../find/ServiceCard.tsx";
import { useLinks } from "../links-context.tsx";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import type { BuildInput } from "./built-pages.tsx";
import { boroughSlug } from "./links.ts";

const readBoroughs = FACETS.find(({ id }) => id === "borough")?.read ?? (() => null);

/** The boroughs that have a page: those of the map's area. */
export function boroughTerms({ publication, vocabularies }: Pick<BuildInput, "publication" | "vocabularies">) {
  const area: readonly string[] = boroughsOfArea(publication);
  return vocabularies.borough.terms.filter(({ id }) => area.includes(id));
}

const isLondonWide = ({ serviceArea }: Service): boolean =>
  serviceArea.scope === "london" || serviceArea.scope === "wider";

function Cards({ input, services }: { readonly input: BuildInput; readonly services: readonly Service[] }) {
  const today = useToday();
  return (
    <ol className="cards cards-wide">
      {services.map((service) => (
        <li key={service.id}>
          <ServiceCard
            card={cardFacts(input.index, input.index.ids.indexOf(service.id))}
            vocabularies={input.vocabularies}
            today={today}
          />
        </li>
      ))}
    </ol>
  );
}

/** Everything in one borough, and what takes people from there, without script. */
export function BoroughPage({
  input,
  code,
  name,
}: {
  readonly input: BuildInput;
  readonly code: string;
  readonly name: string;
}) {
  const words = useWords();
  const links = useLinks();
  const inBorough = (service: Service) => !isLondonWide(service) && (readBoroughs(service) ?? []).includes(code);
  const services = input.services.filter(inBorough);
  const places = input.places.filter(inBorough);
  return (
    <main className="page" id="main">
      <p>
        <a href={links.boroughs}>{words.t("pages.allBoroughs")}</a> ·{" "}
        <a href={links.find}>{words.t("pages.openSearch")}</a>
      </p>
      <h1>{words.t("pages.boroughTitle", { borough: name })}</h1>
      <p className="lede">{words.t("pages.boroughLede", { borough: name, count: services.length })}</p>
      <p>
        {words.t("pages.plainCaveat")} <a href={links.borough("london-wide")}>{words.t("pages.londonWide")}</a>
      </p>
      <h2>{words.t("pages.services")}</h2>
      <Cards input={input} services={services} />
      <h2>{words.t("pages.boroughPlaces", { borough: name })}</h2>
      <p className="hint">{words.t("results.placesHint")}</p>
      <ul className="plain-places">
        {places.map((place) => (
          <li key={place.id}>
            <a href={links.service(place.id)}>{place.name}</a>
            {place.locations[0]?.postcode !== undefined && ` ${place.locations[0].postcode}`}
            {place.contacts.phones[0] !== undefined && ` ☎ ${place.contacts.phones[0].number}`}
          </li>
        ))}
      </ul>
    </main>
  );
}

export function LondonWidePage({ input }: { readonly input: BuildInput }) {
  const words = useWords();
  const links = useLinks();
  return (
    <main className="page" id="main">
      <p>
        <a href={links.boroughs}>{words.t("pages.allBoroughs")}</a>
      </p>
      <h1>{words.t("pages.londonWide")}</h1>
      <p>{words.t("pages.plainCaveat")}</p>
      <h2>{words.t("pages.services")}</h2>
      <Cards input={input} services={input.services.filter(isLondonWide)} />
    </main>
  );
}

export function BoroughList({ input }: { readonly input: BuildInput }) {
  const words = useWords();
  const links = useLinks();
  return (
    <main className="page" id="main">
      <h1>{words.t("pages.allBoroughs")}</h1>
      <ul className="borough-links">
        <li>
          <a href={links.borough("london-wide")}>{words.t("pages.londonWide")}</a>
        </li>
        {boroughTerms(input).map(({ id, label }) => (
          <li key={id}>
            <a href={links.borough(boroughSlug(label))}>{label}</a> (
            {words.number(input.publication.counts.byBorough[id] ?? 0)})
          </li>
        ))}
      </ul>
    </main>
  );
}
