import { cardFacts } from "../card-facts.ts";
import { useLinks } from "../links-context.tsx";
import { KindMark } from "../parts/KindMark.tsx";
import { useAppStore } from "../state/app-context.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";

/** Everything at the mark that was pressed: one mark a place, the list inside. */
export function HereList({ ready, rows }: { readonly ready: Ready; readonly rows: readonly number[] }) {
  const words = useWords();
  const links = useLinks();
  const store = useAppStore();
  return (
    <div className="map-here" role="status">
      <div className="map-here-head">
        <h3>{words.t("map.here", { count: rows.length })}</h3>
        <button type="button" className="link-button" onClick={() => store.setState({ pressed: [], hovered: null })}>
          {words.t("map.closeHere")}
        </button>
      </div>
      <ul>
        {rows.map((row) => {
          const card = cardFacts(ready.index, row);
          return (
            <li key={row}>
              <a href={links.service(card.id)}>
                <KindMark kind={card.kind} />
                <bdi>{card.name}</bdi>
              </a>
              {card.phone !== "" && (
                <bdi dir="ltr" className="hint">
                  ☎ {card.phone}
                </bdi>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
