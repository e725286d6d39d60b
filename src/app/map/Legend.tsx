import { legendOf } from "../../overlays/legend.ts";
import type { Overlay } from "../../overlays/overlay.ts";
import { useWords } from "../words-context.tsx";

/** Swatches carry their number, so that nothing is told by colour alone; the direction is spelled out. */
export function Legend({ overlay }: { readonly overlay: Overlay }) {
  const words = useWords();
  const steps = legendOf(overlay);
  return (
    <figure className="legend">
      <figcaption>
        <strong>{words.t("overlay.legend")}:</strong> {words.t(overlay.direction)}
      </figcaption>
      <ol className="legend-steps">
        {steps
          .filter(({ from }) => from !== null)
          .map(({ colour, from }) => (
            <li key={colour}>
              <svg
                className="legend-swatch"
                aria-hidden="true"
                focusable="false"
                preserveAspectRatio="none"
                viewBox="0 0 1 1"
              >
                <rect width="1" height="1" fill={colour} />
              </svg>
              {from}
            </li>
          ))}
      </ol>
      <p className="legend-ends">
        <span>{words.t("overlay.most")}</span>
        <span className="legend-no-data">
          <svg className="legend-swatch" aria-hidden="true" focusable="false" viewBox="0 0 24 16">
            <rect width="24" height="16" fill={overlay.noData.colour} />
            <path d="M0 16 16 0M8 16 24 0M-8 16 8 0" stroke="#777" strokeWidth="1.5" />
          </svg>
          {words.t(overlay.noData.label)}
        </span>
        <span>{words.t("overlay.least")}</span>
      </p>
    </figure>
  );
}
