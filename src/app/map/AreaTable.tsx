import type { OVERLAYS } from "../../overlays/overlays.ts";
import type { LsoaTable } from "../../services/lsoa-table.ts";
import { BOROUGH_CODES } from "../../services/place.ts";
import { useWords } from "../words-context.tsx";

type Overlay = (typeof OVERLAYS)[number];

interface AreaTableProps {
  readonly table: LsoaTable;
  readonly overlay: Overlay;
  /** GSS code, or "" for all of London. */
  readonly borough: string;
  readonly boroughName: string;
}

/** How many neighbourhoods and what share of residents fall into each class. */
export function decileShares(table: LsoaTable, rows: readonly number[], overlay: Overlay) {
  const residents = rows.reduce((sum, row) => sum + (table.residents[row] ?? 0), 0);
  return overlay.classes.map(({ from, to }) => {
    const inside = rows.filter((row) => {
      const value = table.decileOf(row, overlay.property);
      return value !== null && value >= from && value <= to;
    });
    const people = inside.reduce((sum, row) => sum + (table.residents[row] ?? 0), 0);
    return { decile: from, areas: inside.length, share: residents === 0 ? 0 : people / residents };
  });
}

/** The overlay as tables: every neighbourhood of a borough, and for all of London how many are in each tenth. */
export function AreaTable({ table, overlay, borough, boroughName }: AreaTableProps) {
  const words = useWords();
  const measure = words.t(overlay.label);
  const number = (BOROUGH_CODES as readonly string[]).indexOf(borough);
  const rows = Array.from({ length: table.count }, (_, row) => row).filter(
    (row) => number < 0 || table.boroughs[row] === number,
  );
  const percent = new Intl.NumberFormat(words.locale, { style: "percent", maximumFractionDigits: 1 });
  return (
    <>
      <div className="table-twin">
        <table>
          <caption>
            {measure}: {words.t("overlay.tableSummary")} ({boroughName})
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.t("overlay.tableDecile")}</th>
              <th scope="col" className="numeric">
                {words.t("overlay.tableCount")}
              </th>
              <th scope="col" className="numeric">
                {words.t("overlay.tableShare")}
              </th>
            </tr>
          </thead>
          <tbody>
            {decileShares(table, rows, overlay).map(({ decile, areas, share }) => (
              <tr key={decile}>
                <th scope="row">{decile}</th>
                <td className="numeric">{words.number(areas)}</td>
                <td className="numeric">{percent.format(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {number >= 0 && (
        <div className="table-twin">
          <table>
            <caption>{words.t("overlay.tableTitle", { measure, borough: boroughName })}</caption>
            <thead>
              <tr>
                <th scope="col">{words.t("overlay.tableArea")}</th>
                <th scope="col">{words.t("overlay.tableCode")}</th>
                <th scope="col" className="numeric">
                  {words.t("overlay.tableDecile")}
                </th>
                <th scope="col" className="numeric">
                  {words.t("overlay.tableResidents")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={table.codes[row]}>
                  <th scope="row">
                    {table.msoas[table.msoaOf[row] ?? -1]?.name} ({table.names[row]})
                  </th>
                  <td>{table.codes[row]}</td>
                  <td className="numeric">{table.decileOf(row, overlay.property) ?? words.t(overlay.noData.label)}</td>
                  <td className="numeric">{words.number(table.residents[row] ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
