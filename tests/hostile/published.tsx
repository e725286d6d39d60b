import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { builtIndex, plainPages } from "../../src/app/built/built-pages.tsx";
import { Sheet } from "../../src/app/shortlist/Sheet.tsx";
import { readConfig } from "../../src/pipeline/config.ts";
import { contentSecurityPolicy } from "../../src/pipeline/content-security-policy.ts";
import { everyRecord, publishedForms } from "../../src/pipeline/exports.ts";
import { publicationFiles } from "../../src/pipeline/publication-files.ts";
import { createRecordTexts } from "../../src/pipeline/record-texts.ts";
import type { Publication } from "../../src/services/publication.ts";
import { decodeServiceIndex } from "../../src/services/service-index.ts";
import { TODAY, words } from "../app/fixture.tsx";
import { smallVocabularyFiles, smallWorld } from "../intake/small-world.ts";
import type { built } from "./publication.ts";

const { vocabularies } = smallWorld;
const read = readConfig(readFileSync("data/map.config.json", "utf8"));
if (read.status === "faulty") throw new Error(read.errors.join("\n"));
const { config } = read;

export type Built = ReturnType<typeof built>;

/** Everything published, by path. */
export function published(records: Built): ReadonlyMap<string, string> {
  const texts = createRecordTexts(everyRecord(records));
  const files = new Map<string, string>();
  const put = (path: string, content: unknown): void => {
    files.set(
      path,
      typeof content === "string"
        ? content
        : Buffer.concat([...(content as Iterable<string | Uint8Array>)].map((piece) => Buffer.from(piece))).toString(
            "utf8",
          ),
    );
  };
  const page = { vocabularyFiles: smallVocabularyFiles, synonymFiles: [], areaCredits: [] };
  for (const [path, text] of publicationFiles({ ...page, records, config, built: TODAY, texts })) put(path, text);
  for (const form of publishedForms(config)) {
    for (const [path, text] of form.files({ records, config, vocabularies, today: TODAY, texts })) {
      put(form.path.endsWith("/") ? `${form.path}${path}` : path, text);
    }
  }
  return files;
}

/** What stands around the first list: the page as the build of the scripts leaves it, and its style. */
export interface Shell {
  readonly shell: string;
  readonly style: string;
  readonly styleFile: string;
  readonly iconFile: string;
}

const SMALL: Shell = {
  shell:
    '<!doctype html><html><head><title>x</title><!--built:head--><link rel="stylesheet" href="./assets/style.css"></head><body><div id="app"><!--built:list--></div></body></html>',
  style: "body{margin:0}",
  styleFile: "assets/style.css",
  iconFile: "assets/icon.svg",
};

/** The pages that work without script, the first page and the report, by path. */
export function pagesOf(
  records: Built,
  files: ReadonlyMap<string, string>,
  { shell, style, styleFile, iconFile }: Shell = SMALL,
): ReadonlyMap<string, string> {
  const input = {
    words,
    publication: JSON.parse(files.get("publication.json") ?? "") as Publication,
    vocabularies,
    index: decodeServiceIndex(JSON.parse(files.get("index.json") ?? "")),
    services: records.services,
    places: records.places,
    style,
    styleFile,
    iconFile,
    software: [],
    policy: (styles: readonly string[]) => contentSecurityPolicy(styles),
  };
  const sheet = renderToStaticMarkup(
    <Sheet
      services={records.services}
      reader={{ words, terms: {} }}
      worker={null}
      vocabularies={vocabularies}
      title="A made-up map"
      today={TODAY}
      near={null}
      address="https://example.org/#/shortlist"
      perPage={2}
    />,
  );
  return new Map([
    ["index.html", builtIndex(shell, input)],
    ["report.html", files.get("report.html") ?? ""],
    ["sheet.html", sheet],
    ...plainPages(input).map(({ file, html }) => [file, html] as const),
  ]);
}
