import { keep, keepsLonger, kept } from "../state/kept.ts";
import type { AppStore } from "../state/store.ts";
import { asksToSaveData } from "./save-data.ts";

/** What the switch stands at before anybody touches it: as the person left it, else as the browser asks. */
export function startsTextOnly(): boolean {
  const before = kept("text-only");
  return before === null ? asksToSaveData(navigator) : before === "1";
}

/** Turns the map off or on; kept as long as the list is, which is longer than this visit only if the person agreed. */
export function chooseTextOnly(store: AppStore, textOnly: boolean): void {
  store.setState({ textOnly });
  keep("text-only", textOnly ? "1" : "0", keepsLonger());
}
