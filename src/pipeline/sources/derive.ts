import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FACET_IDS } from "../../services/facets.ts";
import { createVocabularies } from "../../services/service-index.ts";
import type { VocabularyFile } from "../../services/vocabulary.ts";
import { CHARITIES, charityIncomes } from "./charity-incomes.ts";
import { deriveSources } from "./derive-sources.ts";
import { SHIPPED } from "./sources-list.ts";
import { createWords } from "./words.ts";

/** `npm run sources -- <folder of raw files>`: writes `data/sources` afresh and tells what it wrote. */
const data = fileURLToPath(new URL("../../../data/", import.meta.url));
const [folder] = process.argv.slice(2);

if (folder === undefined) {
  console.error("Say which folder holds the raw files: npm run sources -- path/to/folder");
  process.exitCode = 1;
} else {
  const files = FACET_IDS.map((id) => {
    const text = readFileSync(join(data, "vocabulary", `${id}.json`), "utf8");
    return [id, JSON.parse(text) as VocabularyFile] as const;
  });
  const words = createWords(createVocabularies(Object.fromEntries(files)));
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const { files: derived, entries } = deriveSources(read, words, SHIPPED, charityIncomes(read(CHARITIES)));
  for (const { file, text } of derived) writeFileSync(join(data, "sources", file), text);
  for (const { file, rows } of entries) console.log(`${file}: ${rows} rows`);
  for (const value of words.unknown) console.log(`No vocabulary knows ${value}. It was written as it stands.`);
}
