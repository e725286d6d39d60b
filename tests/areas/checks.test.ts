import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { checkAreas, type ReadArea } from "../../src/pipeline/areas/checks.ts";

// Each check reads megabytes, which a busy machine may be slow to do.
vi.setConfig({ testTimeout: 60_000 });

const committed: ReadArea = (path) => (existsSync(`data/areas/${path}`) ? readFileSync(`data/areas/${path}`) : null);

/** The committed files with one of them changed. */
function withChange<T>(changed: string, change: (content: T) => unknown): ReadArea {
  return (path) => {
    const bytes = committed(path);
    if (path !== changed || bytes === null) return bytes;
    return new TextEncoder().encode(JSON.stringify(change(JSON.parse(new TextDecoder().decode(bytes)) as T)));
  };
}

interface Shapes {
  objects: Record<string, { geometries: { properties: { code: string }; arcs: unknown }[] }>;
}
interface Columns {
  residents: number[];
  deciles: Record<string, string>;
}
interface Icbs {
  lists: { id: string; icbs: unknown[] }[];
}
interface Census {
  tables: Record<string, { categories: { counts: number[] }[] }>;
}

describe("the checks notice", () => {
  test("a shape without a row and a row without a shape", async () => {
    const without = withChange<Shapes>("lsoas.topo.json", (shapes) => {
      shapes.objects.lsoas?.geometries.shift();
      return shapes;
    });
    expect(await checkAreas(without)).toEqual(['E01000001 has no shape in "lsoas.topo.json".']);
    const renamed = withChange<Shapes>("boroughs.topo.json", (shapes) => {
      const [first] = shapes.objects.boroughs?.geometries ?? [];
      if (first !== undefined) first.properties.code = "E09000099";
      return shapes;
    });
    expect(await checkAreas(renamed)).toEqual([
      'E09000001 has no shape in "boroughs.topo.json".',
      '"boroughs.topo.json" has a shape for E09000099, which the table doesn\'t list.',
    ]);
  });

  test("one resident too many", async () => {
    const changed = withChange<Columns>("lsoas.json", (file) => ({
      ...file,
      residents: file.residents.map((count, row) => (row === 7 ? count + 1 : count)),
    }));
    expect(await checkAreas(changed)).toEqual(["There are 8799690 residents where there should be 8799689."]);
  });

  test("a decile of 0", async () => {
    const changed = withChange<Columns>("lsoas.json", (file) => ({
      ...file,
      deciles: { ...file.deciles, crime: `0${file.deciles.crime?.slice(1)}` },
    }));
    expect(await checkAreas(changed)).toEqual(['The decile "crime" of E01000001 is not a whole number from 1 to 10.']);
  });

  test("an Integrated Care Board too few", async () => {
    const changed = withChange<Icbs>("icbs.json", ({ lists }) => ({
      lists: lists.map((list) => (list.id === "2026" ? { ...list, icbs: list.icbs.slice(1) } : list)),
    }));
    expect((await checkAreas(changed))[0]).toBe(
      "The list of 2026 has 3 Integrated Care Boards where there should be 4.",
    );
  });

  test("a census category that was lost", async () => {
    const changed = withChange<Census>("census/boroughs.json", (file) => {
      file.tables.TS030?.categories.splice(1, 1);
      return file;
    });
    expect((await checkAreas(changed)).join()).toMatch(/categories of table TS030 .* add up to .* where the total is/);
  });

  test("a file that is missing, a postcode table that is none, and a file that is too large", async () => {
    expect(await checkAreas((path) => (path === "practices.json" ? null : committed(path)))).toEqual([
      'The file "practices.json" is missing.',
    ]);
    const html = new TextEncoder().encode("<!doctype html>");
    expect((await checkAreas((path) => (path === "postcodes.bin.gz" ? html : committed(path)))).join()).toContain(
      "not a postcode table",
    );
    const padded: ReadArea = (path) => {
      const bytes = committed(path);
      return path === "icbs.json" && bytes !== null
        ? new TextEncoder().encode(new TextDecoder().decode(bytes) + " ".repeat(2_400_000))
        : bytes;
    };
    expect((await checkAreas(padded)).join()).toContain('The file "icbs.json" has');
  });
});
