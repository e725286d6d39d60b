import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import { joinIndexes } from "../../src/services/join-indexes.ts";
import { pickRows } from "../../src/services/pick-rows.ts";
import { decodeServiceIndex, type ServiceIndex } from "../../src/services/service-index.ts";
import { madeUp } from "../app/fixture.tsx";

const LANGUAGES = [[], ["so"], ["bn", "so"], ["pl"]] as const;
const PLACES = [
  [],
  [{ postcode: "E1 6AN", lon: -0.07, lat: 51.52, borough: "E09000030" }],
  [{ borough: "E09000007" }, { lon: -0.14, lat: 51.54, borough: "E09000007" }],
] as const;

const indexOf = (ids: readonly number[], name: string): ServiceIndex =>
  decodeServiceIndex(
    encodeServiceIndex(
      ids.map((id) =>
        madeUp({
          name: `${name} ${id}`,
          terms: { spokenLanguage: LANGUAGES[id % LANGUAGES.length] ?? [] },
          locations: PLACES[id % PLACES.length] ?? [],
        }),
      ),
      ["made-up"],
    ),
  );
const rows = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 8 });
const all = (index: ServiceIndex, from: number) => Array.from({ length: index.count }, (_, row) => ({ from, row }));

describe("picking rows", () => {
  test("of two indexes, all of each one after the other, is joining them", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [first, second] = [indexOf(a, "A"), indexOf(b, "B")];
        expect(pickRows([first, second], [...all(first, 0), ...all(second, 1)])).toEqual(joinIndexes(first, second));
      }),
    );
  });

  test("in any order gives the index that those records make", () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (ids, order) => {
        const index = indexOf(ids, "A");
        const shuffled = ids
          .map((id, row) => ({ id, row, key: order.next().value as number }))
          .sort((x, y) => x.key - y.key);
        const picked = pickRows(
          [index],
          shuffled.map(({ row }) => ({ from: 0, row })),
        );
        const made = indexOf(
          shuffled.map(({ id }) => id),
          "A",
        );
        expect(picked).toEqual(made);
      }),
    );
  });
});
