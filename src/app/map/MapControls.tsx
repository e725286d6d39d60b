import { useWords } from "../words-context.tsx";

/** What the buttons do to a map. */
interface Movable {
  zoomIn(): void;
  zoomOut(): void;
  resetView(): void;
}

interface MapControlsProps {
  /** The map as it is when a button is pressed; null while there is none. */
  readonly view: () => Movable | null;
}

/** Nearer, farther, and all of the map again: for those who can't pinch or turn a wheel. */
export function MapControls({ view }: MapControlsProps) {
  const words = useWords();
  return (
    <div className="map-controls">
      <button type="button" aria-label={words.t("map.zoomIn")} onClick={() => view()?.zoomIn()}>
        +
      </button>
      <button type="button" aria-label={words.t("map.zoomOut")} onClick={() => view()?.zoomOut()}>
        −
      </button>
      <button type="button" aria-label={words.t("map.reset")} onClick={() => view()?.resetView()}>
        ⤢
      </button>
    </div>
  );
}
