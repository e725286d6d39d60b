import { describe, expect, test } from "vitest";
import { drawCluster, drawMark, markImages, OUR_INKS } from "../../src/map/mark-images.ts";
import { coverage, distances, outlinesOf, paint, type Raster } from "../../src/map/rasterise.ts";
import { KIND_MARKS, SEVERAL_MARK } from "../../src/services/kind-marks.ts";
import { KINDS } from "../../src/services/kinds.ts";

const MARK_IMAGES = markImages(OUR_INKS);
const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0);

describe("filling", () => {
  test("a square of ten pixels covers a hundred", () => {
    expect(sum(coverage(outlinesOf("M2 3L12 3L12 13L2 13Z", 1, 0, 0), 16))).toBeCloseTo(100, 5);
  });

  test("a square that ends within a pixel covers that share of it", () => {
    const covered = coverage(outlinesOf("M0 0L1.5 0L1.5 1L0 1Z", 1, 0, 0), 2);
    expect([...covered]).toEqual([1, 0.5, 0, 0]);
  });

  test("an outline that turns the other way cuts itself out", () => {
    const frame = "M0 0L8 0L8 8L0 8ZM2 2L2 6L6 6L6 2Z";
    expect(sum(coverage(outlinesOf(frame, 1, 0, 0), 8))).toBeCloseTo(64 - 16, 5);
  });

  test("two outlines that overlap are filled once", () => {
    const two = "M0 0L4 0L4 4L0 4ZM2 0L6 0L6 4L2 4Z";
    const covered = coverage(outlinesOf(two, 1, 0, 0), 8);
    expect(sum(covered)).toBeCloseTo(24, 5);
    expect(Math.max(...covered)).toBe(1);
  });

  test("a path command that our drawings don't use is refused by name", () => {
    expect(() => outlinesOf("M0 0A1 1 0 0 0 2 2Z", 1, 0, 0)).toThrow('Path command "A"');
  });

  test("distances are measured to the outline, inside and outside alike", () => {
    const away = distances(outlinesOf("M2 2L6 2L6 6L2 6Z", 1, 0, 0), 8);
    expect(away[4 * 8 + 4]).toBeCloseTo(1.5, 5);
    expect(away[4 * 8 + 0]).toBeCloseTo(1.5, 5);
  });

  test("a colour laid half over another gives their mean", () => {
    const raster: Raster = { width: 1, height: 1, data: Uint8ClampedArray.of(0, 0, 0, 255) };
    paint(raster, "#ff8000", Float32Array.of(0.5));
    expect([...raster.data]).toEqual([128, 64, 0, 255]);
  });
});

describe("marks", () => {
  /** A mark's silhouette: which pixels its shape covers, whatever their colour. */
  const silhouette = (shape: string): boolean[] => [...coverage(outlinesOf(shape, 1, 0, 0), 24)].map((c) => c > 0.5);

  test("no two kinds share a silhouette: they are told apart without colour and without the glyph", () => {
    const shapes = [...KINDS.map((kind) => KIND_MARKS[kind].shape), SEVERAL_MARK.shape].map(silhouette);
    shapes.forEach((one, i) => {
      for (const other of shapes.slice(i + 1)) {
        const union = one.filter((inside, pixel) => inside || other[pixel]).length;
        const differing = one.filter((inside, pixel) => inside !== other[pixel]).length;
        expect(differing / union).toBeGreaterThan(0.12);
      }
    });
  });

  test.each(KINDS)("%s keeps within its 24 × 24 box, and its glyph within its shape", (kind) => {
    const { shape, glyph } = KIND_MARKS[kind];
    const inside = coverage(outlinesOf(shape, 1, 4, 4), 32);
    const inBox = sum(coverage(outlinesOf(shape, 1, 0, 0), 24));
    expect(sum(inside)).toBeCloseTo(inBox, 1);
    const drawn = coverage(outlinesOf(glyph, 1, 4, 4), 32);
    const outside = drawn.filter((alpha, i) => alpha > (inside[i] as number) + 0.01).length;
    expect(outside).toBe(0);
    expect(sum(drawn)).toBeGreaterThan(15);
  });

  test("two sheets stay filled where a vague mark would be hollow, for outlines would show through each other", () => {
    const bytes = (name: string): Buffer => Buffer.from(MARK_IMAGES.get(name)?.().data ?? []);
    expect(bytes("mark-several-hollow").length).toBeGreaterThan(0);
    expect(bytes("mark-several-hollow").equals(bytes("mark-several-plain"))).toBe(true);
    expect(bytes("mark-service-hollow").equals(bytes("mark-service-plain"))).toBe(false);
  });

  test("every image is square and clear at its corners, so that nothing is cut off", () => {
    for (const [name, draw] of MARK_IMAGES) {
      if (name.includes("hatch")) continue;
      const { width, height, data } = draw();
      expect(width, name).toBe(height);
      expect(data.length, name).toBe(width * height * 4);
      const alongTheTop = data.subarray(0, width * 4).filter((_, i) => i % 4 === 3);
      expect(Math.max(...alongTheTop), name).toBe(0);
    }
  });

  test("a hollow mark is white where a plain one is filled, so that a vague place looks vague", () => {
    const countOf = (look: "plain" | "hollow"): number => {
      const { data } = drawMark({ ...KIND_MARKS.service, glyph: "" }, look);
      let filled = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255 && (data[i + 2] as number) < 40) filled++;
      return filled;
    };
    expect(countOf("hollow")).toBeLessThan(countOf("plain") / 1.5);
  });

  test("a quiet mark is smaller and a selected one larger than a plain one", () => {
    const [quiet, plain, selected] = (["quiet", "plain", "selected"] as const).map(
      (look) => drawMark(KIND_MARKS.place, look).width,
    );
    expect(quiet).toBeLessThan(plain as number);
    expect(selected).toBeGreaterThan(plain as number);
  });

  test("a publisher's colours fill what holds a number and ring what is chosen, and the kinds keep theirs", () => {
    const own = markImages({ several: "#1d3f8f", chosen: "#ffd34d" });
    const colours = (images: typeof own, name: string): ReadonlySet<string> => {
      const { data = new Uint8ClampedArray() } = images.get(name)?.() ?? {};
      const found = new Set<string>();
      for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) found.add(data.slice(i, i + 3).join(" "));
      return found;
    };
    for (const name of ["cluster-20", "mark-several-plain"]) {
      expect(colours(own, name)).toContain("29 63 143");
      expect(colours(MARK_IMAGES, name)).not.toContain("29 63 143");
    }
    expect(colours(own, "mark-group-selected")).toContain("255 211 77");
    expect(colours(own, "mark-group-plain")).toEqual(colours(MARK_IMAGES, "mark-group-plain"));
    expect(colours(own, "cluster-20-quiet")).toEqual(colours(MARK_IMAGES, "cluster-20-quiet"));
  });

  test("the same mark is drawn with the same bytes every time", () => {
    const bytes = ({ data }: Raster): string => Buffer.from(data).toString("base64");
    expect(bytes(drawMark(KIND_MARKS.group, "hovered"))).toBe(bytes(drawMark(KIND_MARKS.group, "hovered")));
    expect(bytes(drawCluster(20, true))).toBe(bytes(drawCluster(20, true)));
  });
});
