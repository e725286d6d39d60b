import { setupI18n } from "@lingui/core";
import { METRES_PER_MILE } from "../services/place.ts";
import type en from "./en/messages.json";

/** Keys are typed from English: a message that no file has does not compile. */
export type MessageId = keyof typeof en;
/** ICU messages by key: as text, or compiled by the build. */
export type Messages = Readonly<Record<MessageId, string>>;
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
}

/** Walking speed for "minutes' walk": 80 metres a minute (4.8 km/h), the figure London's planners use for PTAL. */
export const WALKING_METRES_PER_MINUTE = 80;

export interface WordsOptions {
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  readonly messages: Messages;
  /** Where the build has not compiled the messages (Node, tests): how to. */
  readonly compile?: (
    message: string,
  ) => ReturnType<typeof import("@lingui/message-utils/compileMessage").compileMessage>;
}

export function createWords({ locale, direction, messages, compile }: WordsOptions): Words {
  const i18n = setupI18n();
  if (compile !== undefined) i18n.setMessagesCompiler(compile);
  i18n.loadAndActivate({ locale, messages: { ...messages } });
  // British habits for English: day before month, miles.
  const region = locale === "en" ? "en-GB" : locale;
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
  return {
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
  };
}
