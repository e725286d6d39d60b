import { memo, useId, useMemo } from "react";
import { type ParityLine, parity } from "../../equity/parity.ts";
import type { Words } from "../../locale/words.ts";
import { STATED_FACETS, type StatedFacetId } from "../../services/facets.ts";
import { SIZE_STEPS, SIZES } from "../../services/organisation-size.ts";
import type { Publication } from "../../services/publication.ts";
import type { Ready } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import { DataTableView } from "./DataTableView.tsx";
import type { Cell, Column, DataTable } from "./data-table.ts";
import { Fold } from "./Fold.tsx";
import { wholeName } from "./reach-tables.ts";
import { UnevenSources } from "./UnevenSources.tsx";
import type { EquityData } from "./use-equity-data.ts";
import { ViewNote } from "./ViewNote.tsx";

/** Facets shown on the screen; the file has them all. */
const SHOWN: readonly StatedFacetId[] = ["spokenLanguage", "access", "cost", "howToGetIn"];

/** Lines of parity as shares of their records. `residents` adds records per 100,000 people. */
export function parityTable(
  words: Words,
  file: string,
  caption: string,
  lines: readonly ParityLine[],
  name: (id: string) => string,
  months: Publication["thresholds"],
  residents?: (id: string) => number | null,
): DataTable {
  const columns: readonly Column[] = [
    { label: caption, kind: "text" },
    { label: words.t("equity.records"), kind: "whole" },
    ...(residents === undefined ? [] : [{ label: words.t("equity.parityPer"), kind: "decimal" as const }]),
    { label: words.t("equity.parityPhone"), kind: "share" },
    { label: words.t("equity.paritySummary"), kind: "share" },
    { label: words.t("equity.parityPoint"), kind: "share" },
    ...STATED_FACETS.map(
      ({ id }): Column => ({ label: words.t(`facet.${id}`), kind: "share", onlyInFile: !SHOWN.includes(id) }),
    ),
    { label: words.t("equity.parityFresh", { months: months.old }), kind: "share" },
    { label: words.t("equity.parityAged"), kind: "share" },
    { label: words.t("equity.parityNever"), kind: "share" },
  ];
  const none = { shown: words.t("equity.noneListed") };
  const notCounted = { shown: words.t("equity.notCounted") };
  return {
    file,
    caption,
    columns,
    rows: lines.map((line) => {
      const part = (count: number): Cell => (line.records === 0 ? none : count / line.records);
      const people = residents?.(line.id) ?? null;
      const { fresh, fair, old, never } = line.checked;
      return [
        name(line.id),
        line.records,
        ...(residents === undefined ? [] : [people === null ? notCounted : (line.records / people) * 100_000]),
        part(line.hasPhone),
        part(line.hasSummary),
        part(line.hasPoint),
        ...STATED_FACETS.map(({ id }) => part(line.states[id])),
        part(fresh + fair + old),
        part(line.checked["very-old"]),
        part(never),
      ];
    }),
  };
}

/** What a size is called, in pounds a year. */
export function sizeName(words: Words, size: string): string {
  const [small, large] = SIZE_STEPS.map((pounds) =>
    new Intl.NumberFormat(words.locale === "en" ? "en-GB" : words.locale, {
      style: "currency",
      currency: "GBP",
      maximumFractionDigits: 0,
    }).format(pounds),
  ) as [string, string];
  if (size === SIZES[1]) return words.t("equity.sizeUnder", { most: small });
  if (size === SIZES[2]) return words.t("equity.sizeBetween", { least: small, most: large });
  if (size === SIZES[3]) return words.t("equity.sizeOver", { least: large });
  return words.t("equity.sizeNone");
}

/** Completeness and freshness of the records of services and groups, whatever is selected. */
export const ParitySection = memo(function ParitySection(props: {
  readonly ready: Ready;
  readonly data: EquityData;
  readonly boroughName: (code: string) => string;
}) {
  const words = useWords();
  const today = useToday();
  const id = useId();
  const { ready, data, boroughName } = props;
  const { index, servicesCount, publication, vocabularies } = ready;
  const { thresholds } = publication;
  const rows = useMemo(() => Uint32Array.from({ length: servicesCount }, (_, row) => row), [servicesCount]);
  const found = useMemo(() => parity(index, rows, today, thresholds), [index, rows, today, thresholds]);
  const residents = new Map<string, number>(
    data.boroughs.boroughs.map(({ code, residents: people }) => [code, people]),
  );
  const inArea = new Set<string>(data.area);
  const londonName = (code: string): string =>
    code === "none"
      ? words.t("equity.parityNoBorough")
      : code === "all"
        ? wholeName(words, data.area, boroughName)
        : boroughName(code);
  const table = (
    file: string,
    caption: string,
    lines: readonly ParityLine[],
    name: (id: string) => string,
    people?: (id: string) => number | null,
  ) => <DataTableView table={parityTable(words, file, caption, lines, name, thresholds, people)} />;
  const filled = (lines: readonly ParityLine[]) => lines.filter(({ records }) => records > 0);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.t("equity.parity")}</h2>
      <p>{words.t("equity.parityText")}</p>
      <UnevenSources ready={ready} data={data} rows={rows} boroughName={boroughName} />
      {table("records-by-source", words.t("equity.paritySource"), filled(found.bySource), (source) => {
        return publication.sources[Number(source)]?.title ?? source;
      })}
      <Fold title={words.t("equity.parityKind")}>
        {() =>
          table("records-by-kind", words.t("equity.parityKind"), filled(found.byKind), (kind) => {
            return vocabularies.kind.byId.get(kind)?.label ?? kind;
          })
        }
      </Fold>
      <Fold title={words.t("equity.paritySize")}>
        {() => (
          <>
            <p>{words.t("equity.paritySizeText")}</p>
            {table("records-by-size", words.t("equity.paritySize"), filled(found.bySize), (size) =>
              sizeName(words, size),
            )}
          </>
        )}
      </Fold>
      <Fold title={words.t("equity.parityBorough")}>
        {() =>
          table(
            "records-by-borough",
            words.t("equity.parityBorough"),
            [
              ...(data.area.length === 1 ? [] : [found.all]),
              ...found.byBorough.filter(({ id: code }) => code === "none" || inArea.has(code)),
            ],
            londonName,
            (code) => residents.get(code) ?? null,
          )
        }
      </Fold>
      <ViewNote />
    </section>
  );
});
