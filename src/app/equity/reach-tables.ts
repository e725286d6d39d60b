import { curveAt } from "../../equity/concentration.ts";
import { PLACEMENTS } from "../../equity/placement.ts";
import { REACH_METRES, type Reached, type ReachLine, share } from "../../equity/reach.ts";
import { shownPart } from "../../equity/small-counts.ts";
import type { Words } from "../../locale/words.ts";
import { BOROUGH_CODES, type BoroughCode } from "../../services/place.ts";
import type { Analysis } from "./analysis.ts";
import type { Cell, Column, DataTable } from "./data-table.ts";

export const kilometres = (words: Words, metres: number): string => words.number(metres / 1_000);

/** Lines of reach as a table: shares on the screen, people and bounds in the file as well. */
export function reachTable(
  words: Words,
  file: string,
  caption: string,
  lines: readonly ReachLine[],
  name: (id: string) => Cell,
  more: {
    readonly deprived: boolean;
    readonly unplaced?: readonly number[];
    /** The lines are people of some sort, of whom there may be few: the distances at which anything is in reach. */
    readonly fewOf?: readonly boolean[];
  } = { deprived: true },
): DataTable {
  const each = (make: (km: string) => readonly Column[]): readonly Column[] =>
    REACH_METRES.flatMap((metres) => make(kilometres(words, metres)));
  const columns: readonly Column[] = [
    { label: words.t("equity.area"), kind: "text" },
    { label: words.t("equity.residents"), kind: "whole" },
    ...each((km) => [
      { label: words.t("equity.shareWithin", { km }), kind: "share" },
      { label: words.t("equity.peopleWithin", { km }), kind: "whole", onlyInFile: true },
      { label: words.t("equity.surelyWithin", { km }), kind: "whole", onlyInFile: true },
      { label: words.t("equity.mostWithin", { km }), kind: "whole", onlyInFile: true },
    ]),
    ...(more.deprived
      ? ([
          { label: words.t("equity.deprivedResidents"), kind: "whole" },
          ...each((km) => [
            { label: words.t("equity.deprivedShareWithin", { km }), kind: "share" },
            { label: words.t("equity.deprivedPeopleWithin", { km }), kind: "whole", onlyInFile: true },
          ]),
        ] as const)
      : []),
    ...(more.unplaced === undefined ? [] : [{ label: words.t("equity.unplaced"), kind: "whole" } as const]),
  ];
  const none = { shown: words.t("equity.noSuchArea") };
  const told = (count: number, residents: number, distance: number): Cell =>
    more.fewOf !== undefined && shownPart(count, residents, more.fewOf[distance] ?? false) === "under-10"
      ? words.t("equity.hiddenCell")
      : count;
  const all = ({ residents, within }: Reached): Cell[] =>
    within.flatMap(({ people, surely, atMost }, distance) => {
      const shown = told(people, residents, distance);
      return [
        shown === people ? (share(people, residents) ?? none) : shown,
        shown,
        told(surely, residents, distance),
        told(atMost, residents, distance),
      ];
    });
  const deprived = ({ residents, within }: Reached): Cell[] =>
    within.flatMap(({ people }) => [share(people, residents) ?? none, people]);
  return {
    file,
    caption,
    columns,
    rows: lines.map((line, i) => [
      name(line.id),
      line.all.residents,
      ...all(line.all),
      ...(more.deprived ? [line.deprived.residents, ...deprived(line.deprived)] : []),
      ...(more.unplaced === undefined ? [] : [more.unplaced[i] ?? 0]),
    ]),
  };
}

/** All that the page speaks of, by name: London, or the boroughs of the map. */
export function wholeName(words: Words, area: readonly BoroughCode[], boroughName: (code: string) => string): string {
  return area.length === BOROUGH_CODES.length ? words.t("equity.london") : words.list(area.map(boroughName));
}

/** "Tenth 1 (most deprived)". */
export function decileName(words: Words, id: string): string {
  if (id === "1") return words.t("equity.decileMost");
  if (id === "10") return words.t("equity.decileLeast");
  return words.t("equity.decile", { decile: id });
}

/** How the services found stand in space: the line of their own that those without a point have. */
export function placementTable(words: Words, { stand }: Analysis): DataTable {
  return {
    file: "listed-services-by-place",
    caption: words.t("equity.stand"),
    columns: [
      { label: words.t("equity.stand"), kind: "text" },
      { label: words.t("equity.records"), kind: "whole" },
    ],
    rows: PLACEMENTS.map((placement) => [words.t(`equity.placement.${placement}`), stand[placement]]),
  };
}

const TENTHS = Array.from({ length: 10 }, (_, i) => (i + 1) / 10);

/** The curve of concentration at each tenth of people; without rows when nobody is reached. */
export function curveTable(words: Words, { concentration }: Analysis): DataTable {
  return {
    file: "reach-curve",
    caption: words.t("equity.curve"),
    columns: [
      { label: words.t("equity.curvePeople"), kind: "share" },
      { label: words.t("equity.curveReached"), kind: "share" },
    ],
    rows: concentration.index === null ? [] : TENTHS.map((part) => [part, curveAt(concentration.curve, part)]),
  };
}
