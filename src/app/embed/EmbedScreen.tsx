import { useId, useState } from "react";
import { isNothingSelected, NOTHING_SELECTED, type Selection } from "../../search/selection.ts";
import { selectionToParams } from "../../search/selection-url.ts";
import type { FacetId } from "../../services/facets.ts";
import { boroughsOfArea } from "../../services/publication.ts";
import type { TermId } from "../../services/vocabulary.ts";
import { useApp } from "../state/app-context.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { embedAddress, HEIGHTS, iframeSnippet } from "./snippet.ts";
import "./embed.css";

/** What a frame may begin with, in the order of the form. */
const PRESET_FACETS = ["borough", "specialism", "spokenLanguage", "whoFor"] as const satisfies readonly FacetId[];
type PresetFacet = (typeof PRESET_FACETS)[number];

type Copied = "no" | "yes" | "refused";

function Terms(props: {
  readonly ready: Ready;
  readonly facet: PresetFacet;
  readonly value: TermId;
  readonly onChoose: (term: TermId) => void;
}) {
  const { ready, facet, value, onChoose } = props;
  const words = useWords();
  const id = useId();
  const area: readonly string[] = boroughsOfArea(ready.publication);
  const said = new Set(ready.index.facets[facet].terms.filter((term) => facet !== "borough" || area.includes(term)));
  const parents = new Set(
    ready.vocabularies[facet].terms.flatMap(({ parent }) => (parent === undefined ? [] : [parent])),
  );
  // A term that no record states would make an empty frame; a parent finds what its children say.
  const terms = ready.vocabularies[facet].terms
    .filter((term) => said.has(term.id) || parents.has(term.id))
    .sort((a, b) => words.compare(a.label, b.label));
  if (facet === "borough" && area.length === 1) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{words.t(`facet.${facet}`)}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{words.t("embed.any")}</option>
        {terms.map((term) => (
          <option key={term.id} value={term.id}>
            {term.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Makes the lines that put the map into another site's page, and says where that may be. */
export function EmbedScreen({ ready }: { readonly ready: Ready }) {
  const words = useWords();
  const searched = useApp((state) => state.selection);
  const { publication } = ready;
  const [chosen, setChosen] = useState<Readonly<Partial<Record<PresetFacet, TermId>>>>({});
  const [fromSearch, setFromSearch] = useState(false);
  const [height, setHeight] = useState<number>(HEIGHTS[1]);
  const [copied, setCopied] = useState<Copied>("no");
  const id = useId();
  const selection: Selection = fromSearch
    ? searched
    : {
        ...NOTHING_SELECTED,
        terms: Object.fromEntries(
          PRESET_FACETS.flatMap((facet) => (chosen[facet] === undefined ? [] : [[facet, [chosen[facet]]]])),
        ),
      };
  const address = embedAddress(window.location.href, selectionToParams(selection));
  const snippet = iframeSnippet(address, publication.title, height);
  const allowed = publication.embed?.allowedAncestors ?? [];
  const copy = () =>
    navigator.clipboard.writeText(snippet).then(
      () => setCopied("yes"),
      () => setCopied("refused"),
    );
  return (
    <main className="page embed" id="main" tabIndex={-1}>
      <h1>{words.t("embed.title")}</h1>
      <p className="lede">{words.t("embed.lede")}</p>
      <h2>{words.t("embed.where")}</h2>
      {allowed.length === 0 ? (
        <p className="warning">{words.t("embed.nowhere")}</p>
      ) : (
        <>
          <p>{words.t("embed.allowed")}</p>
          <ul>
            {allowed.map((origin) => (
              <li key={origin}>{origin}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.t("embed.start")}</h2>
      <p>{words.t("embed.startHint")}</p>
      {!isNothingSelected(searched) && (
        <label className="embed-mine">
          <input
            type="checkbox"
            checked={fromSearch}
            onChange={(event) => {
              setFromSearch(event.target.checked);
              setCopied("no");
            }}
          />{" "}
          {words.t("embed.mySearch")}
        </label>
      )}
      <div className="fields">
        {!fromSearch &&
          PRESET_FACETS.map((facet) => (
            <Terms
              key={facet}
              ready={ready}
              facet={facet}
              value={chosen[facet] ?? ""}
              onChoose={(term) => {
                const { [facet]: _, ...others } = chosen;
                setChosen(term === "" ? others : { ...others, [facet]: term });
                setCopied("no");
              }}
            />
          ))}
        <div className="field">
          <label htmlFor={`${id}-height`}>{words.t("embed.height")}</label>
          <select
            id={`${id}-height`}
            value={height}
            onChange={(event) => {
              setHeight(Number(event.target.value));
              setCopied("no");
            }}
          >
            {HEIGHTS.map((pixels) => (
              <option key={pixels} value={pixels}>
                {words.t("embed.pixels", { pixels: words.number(pixels) })}
              </option>
            ))}
          </select>
        </div>
      </div>
      <h2>
        <label htmlFor={`${id}-snippet`}>{words.t("embed.snippet")}</label>
      </h2>
      <textarea id={`${id}-snippet`} readOnly rows={6} value={snippet} spellCheck={false} dir="ltr" />
      <p className="embed-actions">
        <button type="button" className="button" onClick={copy}>
          {words.t("embed.copy")}
        </button>
        <a href={address} target="_blank" rel="noopener">
          {words.t("embed.try")}
        </a>
      </p>
      <p role="status">{copied === "no" ? "" : words.t(copied === "yes" ? "embed.copied" : "embed.copyFailed")}</p>
      <p className="hint">{words.t("embed.note")}</p>
    </main>
  );
}
