import type { Plugin } from "vite";
import { compileMessages } from "../locale/compile-messages.ts";

/** Compiles the message files while building, so that the page carries no ICU parser. */
export function icuMessages(): Plugin {
  return {
    name: "icu-messages",
    enforce: "pre",
    transform(code, id) {
      if (!/\/src\/locale\/[^/]+\/(messages|screens)\.json$/.test(id.split("?", 1)[0] ?? "")) return null;
      return { code: JSON.stringify(compileMessages(JSON.parse(code) as Record<string, string>)), map: null };
    },
  };
}
