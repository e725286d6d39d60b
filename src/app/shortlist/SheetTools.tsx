import { useId, useState } from "react";
import { LOCALES } from "../../locale/locales.ts";
import { useWords } from "../words-context.tsx";

/** How the sheet is to look: choices for this visit, kept nowhere. */
export interface SheetChoice {
  /** Of LOCALES; the page's own until somebody chooses. */
  readonly locale: string;
  readonly large: boolean;
  readonly perPage: number;
}

/** Fewer are larger: two stand in a size that most can read, and more than four would be too small on A4. */
const PER_PAGE = [1, 2, 3, 4] as const;
export const USUAL_PER_PAGE = 2;

interface SheetToolsProps {
  readonly choice: SheetChoice;
  readonly onChoose: (choice: SheetChoice) => void;
  readonly offered: readonly string[] | undefined;
  /** The list as plain text, in the sheet's language. */
  readonly text: string;
  readonly onCsv: () => void;
}

/** What came of copying: where the browser refuses, the text stands there to be selected. */
type Copied = "not-yet" | "copied" | "refused";

function Ways({ text, onCsv }: Pick<SheetToolsProps, "text" | "onCsv">) {
  const words = useWords();
  const [copied, setCopied] = useState<Copied>("not-yet");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("copied");
    } catch {
      setCopied("refused");
    }
  };
  return (
    <>
      <p className="shortlist-ways">
        <button type="button" className="button" onClick={() => window.print()}>
          {words.t("shortlist.print")}
        </button>
        <button type="button" className="button button-quiet" onClick={() => void copy()}>
          {words.t("shortlist.copy")}
        </button>
        {"share" in navigator && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => void navigator.share({ text }).catch(() => undefined)}
          >
            {words.t("shortlist.share")}
          </button>
        )}
        <button type="button" className="button button-quiet" onClick={onCsv}>
          {words.t("shortlist.csv")}
        </button>
      </p>
      <p role="status">
        {copied === "copied" && words.t("shortlist.copied")}
        {copied === "refused" && words.t("shortlist.copyFailed")}
      </p>
      {copied === "refused" && (
        <textarea className="shortlist-text" readOnly rows={8} value={text} aria-label={words.t("shortlist.copy")} />
      )}
    </>
  );
}

/** The ways to hand the list on, and how its sheet is to look. */
export function SheetTools({ choice, onChoose, offered, text, onCsv }: SheetToolsProps) {
  const words = useWords();
  const id = useId();
  const locales = LOCALES.filter((locale) => offered?.includes(locale.id) ?? true);
  return (
    <>
      <Ways text={text} onCsv={onCsv} />
      <div className="shortlist-choices">
        <p className="field">
          <label htmlFor={`${id}locale`}>{words.t("sheet.language")}</label>
          <select
            id={`${id}locale`}
            value={choice.locale}
            onChange={({ target }) => onChoose({ ...choice, locale: target.value })}
          >
            {locales.map(({ id: locale, name }) => (
              <option key={locale} value={locale} lang={locale}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor={`${id}pages`}>{words.t("sheet.perPage")}</label>
          <select
            id={`${id}pages`}
            value={choice.perPage}
            onChange={({ target }) => onChoose({ ...choice, perPage: Number(target.value) })}
          >
            {PER_PAGE.map((count) => (
              <option key={count} value={count}>
                {words.number(count)}
              </option>
            ))}
          </select>
        </p>
        <p className="shortlist-option">
          <input
            id={`${id}large`}
            type="checkbox"
            checked={choice.large}
            onChange={() => onChoose({ ...choice, large: !choice.large })}
          />
          <label htmlFor={`${id}large`}>{words.t("shortlist.large")}</label>
        </p>
      </div>
    </>
  );
}
