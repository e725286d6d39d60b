import type { FirstMessages, ScreenMessages } from "./words.ts";

/** What the interface speaks. Not to be mixed up with the languages a service speaks. */
export interface Locale {
  /** BCP 47. */
  readonly id: string;
  /** In itself: how its readers know it. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  readonly load: () => Promise<{ readonly default: FirstMessages }>;
  readonly loadScreens: () => Promise<{ readonly default: ScreenMessages }>;
}

/** Adding a locale is one folder and one line here. */
export const LOCALES: readonly Locale[] = [
  {
    id: "en",
    name: "English",
    direction: "ltr",
    load: () => import("./en/messages.json"),
    loadScreens: () => import("./en/screens.json"),
  },
];
