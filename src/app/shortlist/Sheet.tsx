import { type ReactNode, useContext, useMemo } from "react";
import { localVocabularies } from "../../locale/local-vocabularies.ts";
import { localeById } from "../../locale/locales.ts";
import type { Near } from "../../search/selection.ts";
import type { Vocabularies } from "../../services/facets.ts";
import type { Service } from "../../services/service.ts";
import { WordsContext } from "../words-context.tsx";
import { InBoth, WorkerWords } from "./InBoth.tsx";
import { QrCode } from "./QrCode.tsx";
import { SheetEntry } from "./SheetEntry.tsx";
import { languageOf } from "./sheet-text.ts";
import type { SheetSpoken } from "./sheet-words.ts";

interface SheetProps {
  readonly services: readonly Service[];
  /** What it speaks, and the English beneath; null where it speaks English. */
  readonly reader: SheetSpoken;
  readonly worker: SheetSpoken | null;
  /** With the labels that the data give, in English. */
  readonly vocabularies: Vocabularies;
  /** Title of the map. */
  readonly title: string;
  readonly today: string;
  readonly near: Near | null;
  readonly address: string;
  /** Services on a page of paper, at most. */
  readonly perPage: number;
  /** The button that takes a service off the list; absent where the list is somebody else's. */
  readonly removeButton?: (service: Service) => ReactNode;
}

function pagesOf<T>(items: readonly T[], length: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, i) => items.slice(i * length, (i + 1) * length));
}

function SheetHead({ title, today, address, vocabularies, reader }: Omit<SheetProps, "services" | "near">) {
  const worker = useContext(WorkerWords);
  const { words } = reader;
  return (
    <header className="sheet-head">
      <div>
        <p className="sheet-title">
          <bdi>{title}</bdi>
        </p>
        <p>
          <InBoth say={(in_) => `${in_.t("sheet.date", { date: in_.date(today) })} ${in_.t("sheet.callFirst")}`} />
        </p>
        <p className="sheet-interpreter">
          {worker === null ? (
            words.t("sheet.interpreter")
          ) : (
            <InBoth say={(in_) => in_.t("sheet.speak", { language: languageOf(words.locale, in_, vocabularies) })} />
          )}
        </p>
        {localeById(words.locale)?.reviewedBy === null && (
          <p className="sheet-draft">
            <InBoth say={(in_) => in_.t("sheet.draft")} />
          </p>
        )}
      </div>
      <figure className="sheet-code">
        <QrCode address={address} label={words.t("sheet.qr")} />
      </figure>
    </header>
  );
}

/** One to four services a page, phone first, with room for a note by hand; in the reader's language and direction. */
export function Sheet(props: SheetProps) {
  const { services, reader, worker, vocabularies, near, address, perPage, removeButton } = props;
  const { words, terms } = reader;
  const local = useMemo(() => localVocabularies(vocabularies, words.locale, terms), [vocabularies, words, terms]);
  const pages = pagesOf(services, perPage);
  return (
    <WordsContext value={words}>
      <WorkerWords value={worker?.words ?? null}>
        <section
          className="sheet"
          data-per-page={perPage}
          lang={words.locale}
          dir={words.direction}
          aria-label={words.t("sheet.label")}
        >
          <SheetHead {...props} />
          {pages.map((page, i) => (
            <div key={page[0]?.id} className="sheet-page">
              <ol className="sheet-list">
                {page.map((service) => (
                  <SheetEntry
                    key={service.id}
                    service={service}
                    vocabularies={local}
                    english={vocabularies}
                    near={near}
                    remove={removeButton?.(service)}
                  />
                ))}
              </ol>
              <p className="sheet-foot">
                <span>
                  {words.t("sheet.webAddress")}{" "}
                  <bdi dir="ltr" className="sheet-address">
                    {address.replace(/^https?:\/\//, "")}
                  </bdi>
                </span>
                {pages.length > 1 && (
                  <span>{words.t("sheet.page", { page: words.number(i + 1), pages: words.number(pages.length) })}</span>
                )}
              </p>
            </div>
          ))}
        </section>
      </WorkerWords>
    </WordsContext>
  );
}
