import type { StatedFacetId, Vocabularies } from "../../services/facets.ts";
import type { Term } from "../../services/vocabulary.ts";

/** Raw values put into our words. What no vocabulary knows is written as it stands, and remembered in `unknown`. */
export interface Words {
  /** Label of the term that one of the facets knows the value as, and which facet that was; the first that knows it wins. */
  place(value: string, facets: readonly StatedFacetId[]): { readonly facet: StatedFacetId; readonly label: string };
  /** Labels of the values, all of one facet. */
  labels(values: readonly string[], facet: StatedFacetId): readonly string[];
  /** Name of the borough as we write it; "" stays "". */
  borough(name: string): string;
  /** Values met that no vocabulary knows, as `facet: value`, each once, in the order met. */
  readonly unknown: ReadonlySet<string>;
}

/** Words made from the vocabularies; each call of `createWords` remembers its own unknown values. */
export function createWords(vocabularies: Vocabularies): Words {
  const unknown = new Set<string>();
  const known = (facet: StatedFacetId | "borough", value: string): Term | null => vocabularies[facet].find(value);
  const place: Words["place"] = (value, facets) => {
    for (const facet of facets) {
      const term = known(facet, value);
      if (term !== null) return { facet, label: term.label };
    }
    const facet = facets[0];
    if (facet === undefined) throw new Error(`No facet was named for the value "${value}".`);
    unknown.add(`${facet}: ${value}`);
    return { facet, label: value };
  };
  return {
    place,
    labels: (values, facet) => [...new Set(values.map((value) => place(value, [facet]).label))],
    borough: (name) => {
      if (name === "") return "";
      const term = known("borough", name);
      if (term === null) unknown.add(`borough: ${name}`);
      return term?.label ?? name;
    },
    unknown,
  };
}
