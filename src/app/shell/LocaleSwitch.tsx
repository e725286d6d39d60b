import { LOCALES } from "../../locale/locales.ts";
import { chooseLocale } from "../state/address.ts";
import { useApp, useAppStore } from "../state/app-context.tsx";
import { useWords } from "../words-context.tsx";

/** What the page speaks, of what its config offers, each locale in its own name; the search stays as it is. */
export function LocaleSwitch({ offered }: { readonly offered: readonly string[] | undefined }) {
  const words = useWords();
  const store = useAppStore();
  const locale = useApp((state) => state.locale);
  const locales = LOCALES.filter(({ id }) => offered === undefined || offered.includes(id) || id === locale);
  if (locales.length < 2) return null;
  return (
    <label className="locale-switch">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
        <path
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0c-5 5-5 13 0 18m0-18c5 5 5 13 0 18M3.500 9h17M3.500 15h17"
        />
      </svg>
      <span className="visually-hidden">{words.t("locale.label")}</span>
      <select value={locale} onChange={(event) => chooseLocale(store, event.target.value)}>
        {locales.map(({ id, name }) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
