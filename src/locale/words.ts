import { setupI18n } from "@lingui/core";
import { METRES_PER_MILE } from "../services/place.ts";
import type equity from "./en/equity.json";
import type first from "./en/messages.json";
import type screens from "./en/screens.json";
import type sheet from "./en/sheet.json";
import type statements from "./en/statements.json";

/** Keys are typed from English: a message that no file has does not compile. */
export type MessageId =
  | keyof typeof first
  | keyof typeof screens
  | keyof typeof equity
  | keyof typeof sheet
  | keyof typeof statements;
/** Messages of the find screen and the frame, by key: as ICU text, or compiled by the build. */
export type FirstMessages = Readonly<Record<keyof typeof first, string>>;
/** Messages of the screens that are opened later. */
export type ScreenMessages = Readonly<Record<keyof typeof screens, string>>;
/** Messages of the screen that shows who is left out. */
export type EquityMessages = Readonly<Record<keyof typeof equity, string>>;
/** Messages of the shortlist and its sheet, which may speak another locale than the page. */
export type SheetMessages = Readonly<Record<keyof typeof sheet, string>>;
/** Messages of the pages on privacy and on access. */
export type StatementMessages = Readonly<Record<keyof typeof statements, string>>;
export type Messages = FirstMessages & ScreenMessages & EquityMessages & SheetMessages & StatementMessages;
export type MessageValues = Readonly<Record<string, string | number>>;

/** The interface's words in one locale, and numbers, dates and distances as that locale writes them. */
export interface Words {
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  t(id: MessageId, values?: MessageValues): string;
  number(value: number): string;
  /** A date of a year, a month or a day (`2019`, `2019-03`, `2019-03-31`), no finer than it is given. */
  date(iso: string): string;
  /** Metres as miles with one decimal; under a tenth of a mile in steps of 50 metres. */
  distance(metres: number): string;
  list(items: readonly string[]): string;
  compare(a: string, b: string): number;
  /** The same with the words of every screen, which come when the first screen is opened that needs them. */
  complete(): Promise<Words>;
  /** The same with further messages, of a part that brings its own. */
  with(more: Partial<Messages>): Words;
}

/** Walking speed for "minutes' walk": 80 metres a minute (4.8 km/h), the figure London's planners use for PTAL. */
export const WALKING_METRES_PER_MINUTE = 80;

export interface WordsOptions {
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  readonly messages: FirstMessages & Partial<Messages>;
  /** Where the rest of the messages comes from; left out when `messages` has them all. */
  readonly loadScreens?: () => Promise<ScreenMessages>;
  /** Where the build has not compiled the messages (Node, tests): how to. */
  readonly compile?: (
    message: string,
  ) => ReturnType<typeof import("@lingui/message-utils/compileMessage").compileMessage>;
}

export function createWords(options: WordsOptions): Words {
  const { locale, direction, messages, loadScreens, compile } = options;
  const i18n = setupI18n();
  if (compile !== undefined) i18n.setMessagesCompiler(compile);
  i18n.loadAndActivate({ locale, messages: { ...messages } });
  // British habits for English, and where the device does not know the locale: day before month, miles.
  const region = [locale === "en" ? "en-GB" : locale, "en-GB"];
  const numbers = new Intl.NumberFormat(region);
  const miles = new Intl.NumberFormat(region, {
    style: "unit",
    unit: "mile",
    unitDisplay: "long",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const metresFormat = new Intl.NumberFormat(region, { style: "unit", unit: "meter", unitDisplay: "long" });
  const lists = new Intl.ListFormat(region, { type: "conjunction" });
  const collator = new Intl.Collator(region, { sensitivity: "base", numeric: true });
  const dates = [
    new Intl.DateTimeFormat(region, { year: "numeric", timeZone: "UTC" }),
    new Intl.DateTimeFormat(region, { year: "numeric", month: "long", timeZone: "UTC" }),
    new Intl.DateTimeFormat(region, { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" }),
  ];
  let whole: Promise<Words> | null = null;
  const words: Words = {
    locale,
    direction,
    t: (id, values) => i18n._(id, values === undefined ? {} : { ...values }),
    number: (value) => numbers.format(value),
    date: (iso) => {
      const format = dates[iso.split("-").length - 1];
      const time = Date.parse(iso);
      return format === undefined || Number.isNaN(time) ? iso : format.format(time);
    },
    distance: (metres) =>
      metres < METRES_PER_MILE / 10
        ? metresFormat.format(Math.max(50, Math.round(metres / 50) * 50))
        : miles.format(metres / METRES_PER_MILE),
    list: (items) => lists.format(items),
    compare: collator.compare,
    complete: () => {
      if (loadScreens === undefined) return Promise.resolve(words);
      whole ??= loadScreens().then(words.with);
      whole.catch(() => {
        whole = null;
      });
      return whole;
    },
    with: (more) => createWords({ ...options, messages: { ...messages, ...more } }),
  };
  return words;
}
