import { useEffect, useState } from "react";
import { localeById } from "../../locale/locales.ts";
import { loadSheetSpoken, type SheetSpoken } from "./sheet-words.ts";

export interface SheetVoices {
  readonly reader: SheetSpoken;
  /** English for the worker; null where the sheet is in English. */
  readonly worker: SheetSpoken | null;
}

async function voicesFor(id: string): Promise<SheetVoices> {
  const [locale, english] = [localeById(id), localeById("en")];
  if (locale === null || english === null) throw new Error(`There is no locale "${id}".`);
  const [reader, worker] = await Promise.all([
    loadSheetSpoken(locale),
    id === english.id ? null : loadSheetSpoken(english),
  ]);
  return { reader, worker };
}

/** What a sheet in the wished-for locale speaks; the one before until its files are here, and if they don't come. */
export function useSheetSpoken(id: string): { readonly voices: SheetVoices | null; readonly failed: boolean } {
  const [voices, setVoices] = useState<SheetVoices | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    voicesFor(id).then(
      (found) => {
        if (!current) return;
        setVoices(found);
        setFailed(false);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [id]);
  return { voices, failed };
}
