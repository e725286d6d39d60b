import { useWide } from "../map/use-wide.ts";
import type { Route } from "../state/route.ts";
import { useWords } from "../words-context.tsx";

/** Moves focus without touching the address: a fragment link would be taken for a route. */
function focusOn(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView();
  target?.focus();
}

export function SkipLinks({ screen }: { readonly screen: Route["screen"] }) {
  const words = useWords();
  const wide = useWide();
  const targets =
    screen === "find"
      ? ([
          ["results", "app.skipToList"],
          ["filters", "app.skipToFilters"],
          // On a narrow screen the map is one of the buttons below, and no place in the page.
          ...(wide ? ([["map", "app.skipToMap"]] as const) : []),
        ] as const)
      : ([["main", "app.skipToContent"]] as const);
  return (
    <div className="skip">
      {targets.map(([id, message]) => (
        <a
          key={id}
          href={`#${id}`}
          onClick={(event) => {
            event.preventDefault();
            focusOn(id);
          }}
        >
          {words.t(message)}
        </a>
      ))}
    </div>
  );
}
