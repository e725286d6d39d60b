import { freshnessOf } from "../../services/freshness.ts";
import { useMonths } from "../state/months-context.tsx";
import { useWords } from "../words-context.tsx";

interface AgeProps {
  readonly assured: string;
  readonly by?: string;
  /** Date as the source gives it; "(inferred)" after it means that it was worked out. */
  readonly sourceDate: string;
  readonly today: string;
}

/** When the record was last checked and by whom, or that nobody has. Absolute dates: a device's clock may be wrong. */
export function Age({ assured, by, sourceDate, today }: AgeProps) {
  const words = useWords();
  const months = useMonths();
  const freshness = freshnessOf(assured, today, months);
  if (freshness !== "never") {
    const date = words.date(assured);
    return (
      <span className={`age age-${freshness}`}>
        {by === undefined ? words.t("age.checked", { date }) : words.t("age.checkedBy", { date, by })}
      </span>
    );
  }
  const iso = sourceDate.match(/^\d{4}(?:-\d{2}){0,2}/)?.[0];
  if (iso === undefined) return <span className="age age-never">{words.t("age.never")}</span>;
  const written = words.date(iso);
  const date = sourceDate.includes("inferred") ? words.t("age.inferred", { date: written }) : written;
  return <span className="age age-never">{words.t("age.neverWithDate", { date })}</span>;
}
