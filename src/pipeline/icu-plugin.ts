import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { compileMessages } from "../locale/compile-messages.ts";
import { completeMessages, missingSentence } from "../locale/missing-messages.ts";

const FILE = /^(.*\/src\/locale\/)([^/]+)\/((?:messages|screens|equity|sheet|statements)\.json)$/;

type Strings = Readonly<Record<string, string>>;

/**
 * Compiles the message files, so that the page carries no ICU parser. A message that a locale lacks is English and
 * marked as such while somebody works on the page, and ends a build.
 */
export function icuMessages(): Plugin {
  let building = false;
  return {
    name: "icu-messages",
    enforce: "pre",
    configResolved: ({ command }) => {
      building = command === "build";
    },
    transform(code, id) {
      const [, folder, locale = "", file = ""] = FILE.exec(id.split("?", 1)[0] ?? "") ?? [];
      if (folder === undefined) return null;
      const english = JSON.parse(readFileSync(`${folder}en/${file}`, "utf8")) as Strings;
      const { messages, missing } = completeMessages(JSON.parse(code) as Strings, english);
      if (missing.length > 0) {
        const sentence = missingSentence(`src/locale/${locale}/${file}`, missing);
        if (building) throw new Error(sentence);
        this.warn(sentence);
      }
      return { code: JSON.stringify(compileMessages(messages)), map: null };
    },
  };
}
