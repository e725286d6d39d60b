import type { Vocabularies } from "../../services/facets.ts";
import type { Location, Service } from "../../services/service.ts";
import { useWords } from "../words-context.tsx";
import { directionsLinks } from "./contact-links.ts";

function Place({ location, vocabularies }: { readonly location: Location; readonly vocabularies: Vocabularies }) {
  const words = useWords();
  const borough = location.borough === null ? undefined : vocabularies.borough.byId.get(location.borough)?.label;
  const lines = [location.name, location.address, location.postcode, borough].filter((line) => line !== undefined);
  const exact = location.point !== null && (location.precision === "venue" || location.precision === "postcode");
  const directions = exact && location.point !== null ? directionsLinks(location.point) : null;
  return (
    <li>
      <address>
        {[...new Set(lines)].map((line) => (
          <span key={line} className="address-line" lang="en">
            <bdi>{line}</bdi>
          </span>
        ))}
      </address>
      {location.note !== undefined && (
        <p lang="en" dir="auto">
          {location.note}
        </p>
      )}
      <p className="hint">{words.t(`service.precision.${location.precision}`)}</p>
      {location.decile !== undefined && (
        <p className="hint">{words.t("service.decile", { decile: location.decile })}</p>
      )}
      {directions !== null && (
        <p>
          <a href={directions.google} rel="noopener noreferrer">
            {words.t("service.directions")}
          </a>
          <br />
          <a href={directions.osm} rel="noopener noreferrer">
            {words.t("service.directionsOsm")}
          </a>
          <br />
          <span className="hint">{words.t("service.directionsHint")}</span>
        </p>
      )}
    </li>
  );
}

/** Each place, no finer than the record knows it; a sensitive service's place is said to be private. */
export function WhereBlock({
  service,
  vocabularies,
}: {
  readonly service: Service;
  readonly vocabularies: Vocabularies;
}) {
  const words = useWords();
  if (service.sensitive) return <p>{words.t("service.sensitive")}</p>;
  if (service.locations.length === 0) return <p>{words.t("service.noLocation")}</p>;
  return (
    <ul className="places">
      {service.locations.map((location, i) => (
        // Locations have no id of their own and never change order within a record.
        // biome-ignore lint/suspicious/noArrayIndexKey: their order is fixed
        <Place key={i} location={location} vocabularies={vocabularies} />
      ))}
    </ul>
  );
}
