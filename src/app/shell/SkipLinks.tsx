import { useAppStore } from "../state/app-context.tsx";
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
  const store = useAppStore();
  const targets =
    screen === "find"
      ? ([
          ["results", "app.skipToList"],
          ["filters", "app.skipToFilters"],
          ["map", "app.skipToMap"],
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
            // On a narrow screen the map stands where the list was.
            if (id === "map") store.setState({ view: "map" });
            setTimeout(() => focusOn(id), id === "map" ? 300 : 0);
          }}
        >
          {words.t(message)}
        </a>
      ))}
    </div>
  );
}
