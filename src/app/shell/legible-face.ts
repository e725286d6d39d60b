import plain from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url";
import bold from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url";
import plainMore from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff2?url";
import boldMore from "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff2?url";
import { startsTextOnly } from "../map/text-only.ts";
import type { AppStore } from "../state/store.ts";

/** As the style names it (styles/scripts.css). */
const FAMILY = "Atkinson Hyperlegible Next";

/** The letters of each file, as its maker gives them; it has none of Vietnamese. */
const LATIN =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2212,U+2215";
const MORE = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+20A0-20AB,U+20AD-20C0,U+2113";

const FILES = [
  { url: plain, weight: "400", unicodeRange: LATIN },
  { url: bold, weight: "700", unicodeRange: LATIN },
  { url: plainMore, weight: "400", unicodeRange: MORE },
  { url: boldMore, weight: "700", unicodeRange: MORE },
];

/** Calls back once, when all of the page is drawn anew: with the next screen, or while nobody looks. */
function atNextScreen(store: AppStore, then: () => void): void {
  const stop = new AbortController();
  const { screen } = store.getState().route;
  const once = (): void => {
    if (stop.signal.aborted) return;
    stop.abort();
    unsubscribe();
    then();
  };
  const unsubscribe = store.subscribe(({ route }) => route.screen !== screen && once());
  document.addEventListener("visibilitychange", () => document.hidden && once(), { signal: stop.signal });
}

/**
 * Brings the face that was drawn for legibility, 40 kB, and puts it to use with the next screen: lines that break
 * elsewhere while somebody reads or aims would be worse than the device's own face. All of it or nothing: a letter of
 * eastern Europe would else be asked for when a name has it, with the line gone by then. To be called when the list
 * stands and the line is free. Not in text only, nor where the browser saves data. Never rejects: without it the page
 * is read in the device's own face.
 */
export async function bringLegibleFace(store: AppStore): Promise<void> {
  if (!("fonts" in document) || (store.getState().textOnly ?? startsTextOnly())) return;
  const faces = FILES.map(
    ({ url, weight, unicodeRange }) => new FontFace(FAMILY, `url(${url})`, { weight, unicodeRange, display: "swap" }),
  );
  try {
    await Promise.all(faces.map((face) => face.load()));
  } catch {
    return;
  }
  atNextScreen(store, () => {
    for (const face of faces) document.fonts.add(face);
  });
}
