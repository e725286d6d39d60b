import { type FormEvent, type KeyboardEvent, useId, useState } from "react";
import { useWords } from "../words-context.tsx";
import { boxOf, DIRECTIONS, type Direction, movedPoint, type Pin, STEP_METRES, STRIDE_METRES } from "./pin.ts";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "north",
  ArrowDown: "south",
  ArrowLeft: "west",
  ArrowRight: "east",
};
const SIGNS: Readonly<Record<Direction, string>> = { north: "↑", south: "↓", west: "←", east: "→" };

type Looking = "idle" | "looking" | "unknown" | "outside-london" | "failed";

/** Puts the pin by words and moves it by keys: all that a press on the map does, and exact to 100 metres. */
export function PinTools(props: {
  readonly pin: Pin | null;
  readonly metres: number;
  readonly canUndo: boolean;
  readonly onPut: (pin: Pin | null) => void;
  readonly onUndo: () => void;
}) {
  const words = useWords();
  const id = useId();
  const { pin, metres, canUndo, onPut, onUndo } = props;
  const [text, setText] = useState("");
  const [looking, setLooking] = useState<Looking>("idle");

  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const asked = text.trim();
    if (asked === "") return;
    setLooking("looking");
    const resolved = await import("../state/resolve-place.ts").then(
      ({ resolvePlace }) => resolvePlace(asked, null),
      () => ({ status: "failed" }) as const,
    );
    setLooking(resolved.status === "found" ? "idle" : resolved.status);
    if (resolved.status === "found") {
      onPut({ point: resolved.near.point, area: null, view: boxOf(resolved.near.point, metres * 1.5) });
    }
  };
  const note = {
    idle: null,
    looking: words.t("search.lookingUp", { text }),
    unknown: words.t("search.notAPlace", { text }),
    "outside-london": words.t("search.outsideLondon", { text }),
    failed: words.t("search.lookupFailed"),
  }[looking];

  const move = (direction: Direction, by: number): void => {
    const point = pin === null ? null : movedPoint(pin.point, direction, by);
    if (point !== null) onPut({ point, area: null, view: null });
  };
  const byKey = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    move(direction, event.shiftKey ? STRIDE_METRES : STEP_METRES);
  };
  return (
    <div className="pin-tools no-print">
      <form className="fields" onSubmit={(event) => void look(event)} autoComplete="off">
        <div className="field">
          <label htmlFor={`${id}-where`}>{words.t("search.where")}</label>
          <input
            id={`${id}-where`}
            type="search"
            dir="auto"
            autoComplete="off"
            maxLength={100}
            placeholder={words.t("search.whereHint")}
            value={text}
            aria-invalid={note !== null && looking !== "looking"}
            aria-describedby={`${id}-note`}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <button type="submit" className="button">
          {words.t("equity.pinPut")}
        </button>
      </form>
      <p id={`${id}-note`} className="field-note" role="status">
        {note}
      </p>
      <fieldset className="choices pin-moves" onKeyDown={byKey}>
        <legend>{words.t("equity.pinMove", { metres: words.number(STEP_METRES) })}</legend>
        {DIRECTIONS.map((direction) => (
          <button
            key={direction}
            type="button"
            className="button button-quiet"
            aria-disabled={pin === null}
            aria-label={words.t(`equity.pin.${direction}`)}
            onClick={() => move(direction, STEP_METRES)}
          >
            <span aria-hidden="true">{SIGNS[direction]}</span>
          </button>
        ))}
        <button type="button" className="button button-quiet" aria-disabled={!canUndo} onClick={onUndo}>
          {words.t("equity.pinUndo")}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-disabled={pin === null}
          onClick={() => pin !== null && onPut(null)}
        >
          {words.t("equity.pinRemove")}
        </button>
      </fieldset>
    </div>
  );
}
