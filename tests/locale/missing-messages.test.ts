import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "vite";
import { afterEach, describe, expect, test } from "vitest";
import { completeMessages, missingSentence } from "../../src/locale/missing-messages.ts";
import { icuMessages } from "../../src/pipeline/icu-plugin.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("a message that a locale lacks", () => {
  test("is English, and marked as such", () => {
    expect(completeMessages({ a: "Haa", b: " " }, { a: "Yes", b: "No", c: "{count} left" })).toEqual({
      messages: { a: "Haa", b: "[English] No", c: "[English] {count} left" },
      missing: ["b", "c"],
    });
  });

  test("is named, with its file and what to do", () => {
    expect(missingSentence("src/locale/so/sheet.json", ["a", "b"])).toBe(
      "src/locale/so/sheet.json has no words for a, b. Add them beside their neighbours, or take the locale out of LOCALES.",
    );
    expect(missingSentence("x", ["1", "2", "3", "4", "5", "6", "7"])).toContain("1, 2, 3, 4, 5 and 2 more");
  });

  /** A page of one locale's messages, built as the site is. */
  async function built(somali: Readonly<Record<string, string>>): Promise<string> {
    const root = mkdtempSync(join(tmpdir(), "messages-"));
    folders.push(root);
    const files = {
      "src/locale/en/screens.json": JSON.stringify({ "day.0": "Monday", "day.1": "Tuesday" }),
      "src/locale/so/screens.json": JSON.stringify(somali),
      "main.js": 'import words from "./src/locale/so/screens.json"; export default words["day.0"];',
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    const output = await build({
      root,
      configFile: false,
      logLevel: "silent",
      plugins: [icuMessages()],
      build: { write: false, lib: { entry: "main.js", formats: ["es"] } },
    });
    return JSON.stringify(output);
  }

  test("ends the build with a sentence that names it", async () => {
    await expect(built({ "day.0": "Isniin" })).rejects.toThrow(/so\/screens\.json has no words for day\.1/);
    expect(await built({ "day.0": "Isniin", "day.1": "Talaado" })).toContain("Isniin");
  });
});
