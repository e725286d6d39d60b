import { useEffect, useMemo, useState } from "react";
import { LOCALES, type Locale, type LocaleFiles, loadLocale, loadScreenMessages } from "../../locale/locales.ts";
import { createWords, type Words } from "../../locale/words.ts";

export interface Spoken {
  readonly locale: Locale;
  readonly words: Words;
  readonly terms: LocaleFiles["terms"];
}

/** Words of a locale from its files. */
export function spokenIn(locale: Locale, { messages, terms }: LocaleFiles): Spoken {
  return {
    locale,
    terms,
    words: createWords({
      locale: locale.id,
      direction: locale.direction,
      messages,
      loadScreens: () => loadScreenMessages(locale.id),
    }),
  };
}

/** What the interface speaks: the wished-for locale once its files are here; until then, and if they don't come, the one before. */
export function useLocale(wished: string, first: Spoken): { readonly spoken: Spoken; readonly failed: boolean } {
  const [spoken, setSpoken] = useState(first);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const locale = LOCALES.find(({ id }) => id === wished);
    if (locale === undefined || locale.id === spoken.locale.id) return;
    let current = true;
    loadLocale(locale.id).then(
      (files) => {
        if (!current) return;
        setSpoken(spokenIn(locale, files));
        setFailed(false);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [wished, spoken]);
  useEffect(() => {
    document.documentElement.lang = spoken.locale.id;
    document.documentElement.dir = spoken.locale.direction;
  }, [spoken]);
  return useMemo(() => ({ spoken, failed }), [spoken, failed]);
}
