import { useId, useMemo, useState } from "react";
import { areaOf } from "../../map/areas.ts";
import { type Area, describeArea } from "../../overlays/area.ts";
import { OVERLAYS, overlayById } from "../../overlays/overlays.ts";
import type { LsoaTable } from "../../services/lsoa-table.ts";
import { lsoasIn } from "../../services/lsoas-in.ts";
import { BOROUGH_CODES, type BoroughCode } from "../../services/place.ts";
import { boroughsOfArea } from "../../services/publication.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { AreaTable } from "./AreaTable.tsx";
import { Legend } from "./Legend.tsx";
import { useAreas } from "./use-areas.ts";

type Overlay = (typeof OVERLAYS)[number];

interface OverlayToolsProps {
  readonly ready: Ready;
  /** LSOA under the pointer on the map, if any. */
  readonly pointed: string | null;
}

function boroughNames({ publication, vocabularies }: Ready): ReadonlyMap<BoroughCode, string> {
  return new Map(boroughsOfArea(publication).map((code) => [code, vocabularies.borough.byId.get(code)?.label ?? code]));
}

function AreaWords({ area, overlay }: { readonly area: Area | null; readonly overlay: Overlay }) {
  const words = useWords();
  return (
    <p className="area-words" role="status">
      {area === null
        ? words.t("overlay.areaAt")
        : describeArea(area, overlay)
            .map(({ message, values }) => words.t(message, { ...values, measure: words.t(overlay.label) }))
            .join(" ")}
    </p>
  );
}

function AreaPicker(props: {
  readonly table: LsoaTable;
  readonly overlay: Overlay;
  readonly ready: Ready;
  readonly pointed: string | null;
}) {
  const { table, overlay, ready, pointed } = props;
  const words = useWords();
  const store = useAppStore();
  const chosen = useApp((state) => state.area);
  const names = boroughNames(ready);
  const [only, ...others] = names.keys();
  const whole = names.size === BOROUGH_CODES.length ? words.t("overlay.allBoroughs") : words.list([...names.values()]);
  const [borough, setBorough] = useState<string>(others.length === 0 ? (only ?? "") : "");
  const id = useId();
  const number = (BOROUGH_CODES as readonly string[]).indexOf(borough);
  const rows = Array.from({ length: table.count }, (_, row) => row)
    .filter((row) => table.boroughs[row] === number)
    .map((row) => ({
      code: table.codes[row] ?? "",
      label: `${table.msoas[table.msoaOf[row] ?? -1]?.name ?? ""} – ${table.names[row] ?? ""}`,
    }))
    .sort((a, b) => words.compare(a.label, b.label));
  const shown = pointed ?? chosen;
  const boroughName = names.get(borough as BoroughCode) ?? whole;
  return (
    <>
      <AreaWords area={shown === null ? null : areaOf(table, names, shown)} overlay={overlay} />
      <div className="overlay-row">
        <div>
          <label htmlFor={`${id}-borough`}>{words.t("overlay.pickBorough")}</label>
          <select
            id={`${id}-borough`}
            value={borough}
            onChange={(event) => {
              setBorough(event.target.value);
              store.setState({ area: null });
            }}
          >
            {others.length > 0 && <option value="">{whole}</option>}
            {[...names].map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-area`}>{words.t("overlay.pickArea")}</label>
          <select
            id={`${id}-area`}
            value={chosen ?? ""}
            disabled={borough === ""}
            onChange={(event) => store.setState({ area: event.target.value === "" ? null : event.target.value })}
          >
            <option value="">{words.t("overlay.chooseArea")}</option>
            {rows.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      <details>
        <summary>{words.t("overlay.table")}</summary>
        <AreaTable table={table} overlay={overlay} borough={borough} boroughName={boroughName} />
      </details>
    </>
  );
}

/** What shades the map: the menu, the legend in words, the area under the pointer or chosen, and the same as a table. */
export function OverlayTools({ ready, pointed }: OverlayToolsProps) {
  const words = useWords();
  const store = useAppStore();
  const overlayId = useApp((state) => state.overlay);
  const overlay = overlayId === null ? null : overlayById(overlayId);
  const areas = useAreas(overlay !== null);
  const table = useMemo(
    () => (areas.status === "ready" ? lsoasIn(areas.table, boroughsOfArea(ready.publication)) : null),
    [areas, ready.publication],
  );
  const id = useId();
  return (
    <div className="overlay-tools">
      <div>
        <label htmlFor={`${id}-overlay`}>{words.t("overlay.label")}</label>
        <select
          id={`${id}-overlay`}
          value={overlay?.id ?? ""}
          onChange={(event) => store.setState({ overlay: event.target.value === "" ? null : event.target.value })}
        >
          <option value="">{words.t("overlay.none")}</option>
          {OVERLAYS.filter(({ id: value }) => ready.publication.overlays?.includes(value) ?? true).map(
            ({ id: value, label }) => (
              <option key={value} value={value}>
                {words.t(label)}
              </option>
            ),
          )}
        </select>
      </div>
      {overlay !== null && (
        <>
          <Legend overlay={overlay} />
          {table !== null && <AreaPicker table={table} overlay={overlay} ready={ready} pointed={pointed} />}
          {areas.status === "loading" && <p role="status">{words.t("overlay.loading")}</p>}
          {areas.status === "failed" && <p role="alert">{words.t("overlay.failed")}</p>}
          <p className="hint">
            {words.t("overlay.areaNote")} {words.t(overlay.source)}.
          </p>
        </>
      )}
    </div>
  );
}
