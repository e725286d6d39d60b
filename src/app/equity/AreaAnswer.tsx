import { rowOfLocation } from "../../equity/gaps.ts";
import { nearestToPoint } from "../../equity/nearest-to-point.ts";
import type { Gain } from "../../equity/what-if.ts";
import { REACH_CLASSES } from "../../overlays/reach.ts";
import type { LsoaTable } from "../../services/lsoa-table.ts";
import { BOROUGH_CODES } from "../../services/place.ts";
import { useLinks } from "../links-context.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import type { Analysis } from "./analysis.ts";
import { areaName, classWords } from "./area-tables.ts";
import { gainRange } from "./gain-range.ts";
import type { Pin } from "./pin.ts";
import { kilometres } from "./reach-tables.ts";

interface Nearest {
  readonly row: number;
  readonly metres: number;
  readonly mayBeNearer: boolean;
}

function nearestOf({ index }: Ready, analysis: Analysis, pin: Pin): Nearest | null {
  if (pin.area === null) {
    const found = nearestToPoint(index, analysis.rows, pin.point[0], pin.point[1]);
    return found === null ? null : { row: found.row, metres: found.metres, mayBeNearer: found.approximate };
  }
  const { nearest, metres } = analysis;
  const location = nearest.location[pin.area] ?? -1;
  if (location < 0) return null;
  const away = nearest.metres[pin.area] ?? Infinity;
  return {
    row: rowOfLocation(index, location),
    metres: away,
    mayBeNearer: away > metres && (nearest.atLeast[pin.area] ?? Infinity) <= metres,
  };
}

/** What is nearest to the pin or its neighbourhood, and whom a service there would reach: the same numbers as the tables. */
export function AreaAnswer(props: {
  readonly ready: Ready;
  readonly table: LsoaTable;
  readonly analysis: Analysis;
  readonly classes: Uint8Array;
  readonly pin: Pin;
  readonly gain: Gain;
  readonly boroughName: (code: string) => string;
}) {
  const words = useWords();
  const links = useLinks();
  const { ready, table, analysis, classes, pin, gain, boroughName } = props;
  const { area } = pin;
  const near = nearestOf(ready, analysis, pin);
  const shade = area === null ? undefined : REACH_CLASSES[classes[area] ?? -1];
  const borough = area === null ? "" : (BOROUGH_CODES[table.boroughs[area] ?? -1] ?? "");
  const unplaced = area === null ? 0 : (analysis.unplaced[table.boroughs[area] ?? -1] ?? 0);
  return (
    <>
      {area !== null && (
        <p>
          <strong>
            {words.t("equity.gapItem", {
              area: areaName(table, area),
              borough: boroughName(borough),
              people: words.number(table.residents[area] ?? 0),
            })}
          </strong>
          {shade !== undefined && ` – ${classWords(words, shade, analysis.metres)}`}
        </p>
      )}
      {near === null ? (
        <p>{words.t("equity.gapNoNearest")}</p>
      ) : (
        <p>
          {words.t("equity.gapNearest", {
            name: ready.index.names[near.row] ?? "",
            distance: words.t("equity.km", { km: words.number(Number((near.metres / 1_000).toFixed(1))) }),
          })}{" "}
          <a href={links.service(ready.index.ids[near.row] ?? "")}>{words.t("equity.gapOpen")}</a>
        </p>
      )}
      {near?.mayBeNearer === true && <p>{words.t("equity.gapMaybe")}</p>}
      {unplaced > 0 && <p>{words.t("equity.gapUnplaced", { count: unplaced, borough: boroughName(borough) })}</p>}
      <p className="pin-answer">
        {words.t("equity.pinAnswer", {
          km: kilometres(words, analysis.metres),
          around: words.number(gain.peopleAround),
          people: words.number(gain.people),
          deprived: words.number(gain.deprived),
        })}{" "}
        {gainRange(words, gain)}
      </p>
    </>
  );
}
