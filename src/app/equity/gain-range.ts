import type { Gain } from "../../equity/what-if.ts";
import type { Words } from "../../locale/words.ts";

/** Between what a gain may lie because of places known only to about 1 km; no words where it is sure. */
export function gainRange(words: Words, { surely, atMost }: Pick<Gain, "surely" | "atMost">): string {
  if (surely === atMost) return "";
  return words.t("equity.reachRange", { from: words.number(surely), to: words.number(atMost) });
}
