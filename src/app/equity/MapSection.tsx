import { useId, useMemo, useRef } from "react";
import { areaReach } from "../../equity/area-reach.ts";
import { createWhatIf } from "../../equity/what-if.ts";
import type { MapView } from "../../map/map-view.ts";
import type { LsoaTable } from "../../services/lsoa-table.ts";
import { BOROUGH_CODES, lonLat } from "../../services/place.ts";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { AreaAnswer } from "./AreaAnswer.tsx";
import type { Analysis } from "./analysis.ts";
import { areaName, areasTable, classesTable } from "./area-tables.ts";
import { DataTableView } from "./DataTableView.tsx";
import { Fold } from "./Fold.tsx";
import { Measured } from "./Measured.tsx";
import { PinTools } from "./PinTools.tsx";
import { boxOf, type Pin, type PinHistory, putPin, undoPin } from "./pin.ts";
import { ReachLegend } from "./ReachLegend.tsx";
import { ReachMap } from "./ReachMap.tsx";
import { kilometres, wholeName } from "./reach-tables.ts";
import type { EquityData } from "./use-equity-data.ts";
import { ViewNote } from "./ViewNote.tsx";

/** Where a neighbourhood's own point is, as a pin; null when no row has that number. */
export function pinOnArea(table: LsoaTable, area: number, metres: number): Pin | null {
  const point = lonLat(table.lon[area] ?? Number.NaN, table.lat[area] ?? Number.NaN);
  return point === null ? null : { point, area, view: boxOf(point, metres * 1.5) };
}

/** Reach and gaps shaded on the map, a place to look at, and whom a service there would reach. */
export function MapSection(props: {
  readonly ready: Ready;
  readonly data: EquityData;
  readonly analysis: Analysis;
  readonly boroughName: (code: string) => string;
  readonly pins: PinHistory;
  readonly onPins: (change: (before: PinHistory) => PinHistory) => void;
  /** Place in BOROUGH_CODES of the borough whose neighbourhoods are offered; -1 = all of London. */
  readonly borough: number;
  readonly onBorough: (borough: number) => void;
}) {
  const words = useWords();
  const id = useId();
  const { ready, data, analysis, boroughName, pins, onPins, borough, onBorough } = props;
  const { table, area } = data;
  const { metres, nearest } = analysis;
  const { now: pin } = pins;
  const view = useRef<MapView | null>(null);
  const classes = useMemo(() => areaReach(table, nearest, metres), [table, nearest, metres]);
  const whatIf = useMemo(() => createWhatIf(table, nearest, metres), [table, nearest, metres]);
  const gain = useMemo(() => (pin === null ? null : whatIf(pin.point[0], pin.point[1])), [pin, whatIf]);
  const put = (next: Pin | null): void => onPins((before) => putPin(before, next));
  const areas = useMemo(
    () =>
      Array.from({ length: table.count }, (_, row) => row)
        .filter((row) => table.boroughs[row] === borough)
        .map((row) => ({ row, label: areaName(table, row) }))
        .sort((a, b) => words.compare(a.label, b.label)),
    [table, borough, words],
  );
  const km = kilometres(words, metres);
  return (
    <section id="equity-map" aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`}>{words.t("equity.map")}</h2>
      <p>{words.t("equity.mapText", { km })}</p>
      <p>{words.t("equity.pinText")}</p>
      <Measured analysis={analysis} />
      <ReachMap
        ready={ready}
        analysis={analysis}
        codes={table.codes}
        classes={classes}
        pin={pin}
        area={pin?.area == null ? null : (table.codes[pin.area] ?? null)}
        view={view}
        onPress={(point, code) => {
          const row = code === null ? -1 : table.rowOf(code);
          put({ point, area: row < 0 ? null : row, view: null });
        }}
      />
      <ReachLegend metres={metres} />
      <div className="fields no-print">
        <div className="field">
          <label htmlFor={`${id}-borough`}>{words.t("overlay.pickBorough")}</label>
          <select
            id={`${id}-borough`}
            value={String(borough)}
            onChange={(event) => onBorough(Number(event.target.value))}
          >
            <option value="-1">{wholeName(words, area, boroughName)}</option>
            {area.map((code) => (
              <option key={code} value={String(BOROUGH_CODES.indexOf(code))}>
                {boroughName(code)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-area`}>{words.t("overlay.pickArea")}</label>
          <select
            id={`${id}-area`}
            disabled={borough < 0}
            value={pin?.area != null && table.boroughs[pin.area] === borough ? String(pin.area) : ""}
            onChange={(event) => {
              if (event.target.value !== "") put(pinOnArea(table, Number(event.target.value), metres));
            }}
          >
            <option value="">{words.t("overlay.chooseArea")}</option>
            {areas.map(({ row, label }) => (
              <option key={row} value={String(row)}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      <PinTools
        pin={pin}
        metres={metres}
        canUndo={pins.before.length > 0}
        onPut={(next) => {
          const code = next === null || next.area !== null ? null : (view.current?.areaAt(next.point) ?? null);
          const row = code === null ? -1 : table.rowOf(code);
          put(next === null || row < 0 ? next : { ...next, area: row });
        }}
        onUndo={() => onPins(undoPin)}
      />
      <div className="pin-place" role="status">
        {pin !== null && gain !== null && (
          <AreaAnswer {...{ ready, table, analysis, classes, pin, gain, boroughName }} />
        )}
      </div>
      <p className="hint">{words.t("equity.whatIfNotPlan")}</p>
      <Fold title={words.t("overlay.table")}>
        {() => (
          <DataTableView
            table={
              borough < 0
                ? classesTable(words, data, analysis, classes, boroughName)
                : areasTable(
                    words,
                    ready.index,
                    table,
                    analysis,
                    classes,
                    borough,
                    boroughName(BOROUGH_CODES[borough] ?? ""),
                  )
            }
          />
        )}
      </Fold>
      <ViewNote />
    </section>
  );
}
