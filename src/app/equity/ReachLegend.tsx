import { REACH_CLASSES } from "../../overlays/reach.ts";
import { useWords } from "../words-context.tsx";
import { classWords } from "./area-tables.ts";

/** What the shades of the reach map mean, each in words. */
export function ReachLegend({ metres }: { readonly metres: number }) {
  const words = useWords();
  return (
    <figure className="reach-legend">
      <figcaption>
        <strong>{words.t("overlay.legend")}</strong>
      </figcaption>
      <ul>
        {REACH_CLASSES.map((shade) => (
          <li key={shade.id}>
            <svg
              className="legend-swatch"
              aria-hidden="true"
              focusable="false"
              viewBox="0 0 24 16"
              preserveAspectRatio="none"
            >
              <rect width="24" height="16" fill={shade.colour} />
            </svg>
            {classWords(words, shade, metres)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
