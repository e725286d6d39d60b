import type { Publication } from "../services/publication.ts";
import type { FirstMessages, ScreenMessages } from "./words.ts";

/** What the interface speaks. Not to be mixed up with the languages a service speaks. */
export interface Locale {
  /** BCP 47; its files stand in the folder of that name. */
  readonly id: string;
  /** In itself: how its readers know it. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  /** Who has read the translation and signs it; null = a draft, and the page says so. */
  readonly reviewedBy: string | null;
}

/** Adding a locale is one folder and one line here. */
export const LOCALES: readonly [Locale, ...Locale[]] = [
  { id: "en", name: "English", direction: "ltr", reviewedBy: "the makers of this page" },
  { id: "bn", name: "বাংলা", direction: "ltr", reviewedBy: null },
  { id: "so", name: "Soomaali", direction: "ltr", reviewedBy: null },
  { id: "ur", name: "اردو", direction: "rtl", reviewedBy: null },
  { id: "ar", name: "العربية", direction: "rtl", reviewedBy: null },
  { id: "pl", name: "Polski", direction: "ltr", reviewedBy: null },
  { id: "tr", name: "Türkçe", direction: "ltr", reviewedBy: null },
  { id: "ro", name: "Română", direction: "ltr", reviewedBy: null },
  { id: "uk", name: "Українська", direction: "ltr", reviewedBy: null },
  { id: "fa", name: "فارسی", direction: "rtl", reviewedBy: null },
  { id: "zh-Hans", name: "简体中文", direction: "ltr", reviewedBy: null },
  { id: "ta", name: "தமிழ்", direction: "ltr", reviewedBy: null },
  { id: "zh-Hant", name: "繁體中文", direction: "ltr", reviewedBy: null },
  { id: "es", name: "Español", direction: "ltr", reviewedBy: null },
  { id: "pt", name: "Português", direction: "ltr", reviewedBy: null },
  { id: "vi", name: "Tiếng Việt", direction: "ltr", reviewedBy: null },
  { id: "fr", name: "Français", direction: "ltr", reviewedBy: null },
  { id: "pa", name: "ਪੰਜਾਬੀ", direction: "ltr", reviewedBy: null },
  { id: "bg", name: "Български", direction: "ltr", reviewedBy: null },
  { id: "it", name: "Italiano", direction: "ltr", reviewedBy: null },
  { id: "lt", name: "Lietuvių", direction: "ltr", reviewedBy: null },
  { id: "gu", name: "ગુજરાતી", direction: "ltr", reviewedBy: null },
  { id: "ckb", name: "کوردیی ناوەندی", direction: "rtl", reviewedBy: null },
  { id: "sq", name: "Shqip", direction: "ltr", reviewedBy: null },
  { id: "am", name: "አማርኛ", direction: "ltr", reviewedBy: null },
  { id: "ti", name: "ትግርኛ", direction: "ltr", reviewedBy: null },
];

/** Labels of terms in one locale, by facet and term: `terms.json` of its folder. What is left out stays English. */
export type TermLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface LocaleFiles {
  readonly messages: FirstMessages;
  readonly terms: TermLabels;
}

/** The files that the first screen needs. Rejects when one does not come. */
export async function loadLocale(id: string): Promise<LocaleFiles> {
  const [messages, terms] = await Promise.all([
    import(`./${id}/messages.json`) as Promise<{ default: FirstMessages }>,
    import("./later-files.ts").then(({ loadTerms }) => loadTerms(id)),
  ]);
  return { messages: messages.default, terms };
}

/** Messages of the screens that are opened later. */
export async function loadScreenMessages(id: string): Promise<ScreenMessages> {
  return (await import("./later-files.ts")).loadScreens(id);
}

export function localeById(id: string): Locale | null {
  return LOCALES.find((locale) => locale.id === id) ?? null;
}

/** Names of writing systems that a region implies for Chinese: `zh-TW` is read as `zh-Hant`. */
const TRADITIONAL = /^zh-(?:hant|tw|hk|mo)\b/i;

/**
 * The first of the wished-for locales that there is, in the order of the wishes: the same tag, else the same language
 * (`pt-BR` → `pt`; Chinese by its writing). Null when none fits.
 */
export function nearestLocale(wishes: readonly string[], locales: readonly Locale[] = LOCALES): Locale | null {
  for (const wish of wishes) {
    const tag = TRADITIONAL.test(wish) ? "zh-Hant" : /^zh\b/i.test(wish) ? "zh-Hans" : wish;
    const exact = locales.find(({ id }) => id.toLowerCase() === tag.toLowerCase());
    if (exact !== undefined) return exact;
    const language = tag.split("-", 1)[0]?.toLowerCase();
    const same = locales.find(({ id }) => id.toLowerCase() === language);
    if (same !== undefined) return same;
  }
  return null;
}

/**
 * What the page speaks first: what the address asks for, else the browser's first wish that the publisher offers, else
 * the publisher's start, else English.
 */
export function firstLocale(
  asked: string | null,
  wishes: readonly string[],
  { locales, startLocale = "" }: Pick<Publication, "locales" | "startLocale">,
): Locale {
  const offered = LOCALES.filter(({ id }) => locales?.includes(id) ?? true);
  return localeById(asked ?? "") ?? nearestLocale(wishes, offered) ?? localeById(startLocale) ?? LOCALES[0];
}
