import { useId, useState } from "react";
import { type BoroughCode, boroughCode } from "../../services/place.ts";
import { useWords } from "../words-context.tsx";

/** Where a borough's profile is asked for. */
export function ProfileDoor(props: {
  readonly area: readonly BoroughCode[];
  readonly boroughName: (code: string) => string;
  readonly onProfile: (borough: BoroughCode) => void;
}) {
  const words = useWords();
  const id = useId();
  const { area, boroughName, onProfile } = props;
  const [chosen, setChosen] = useState<BoroughCode | null>(area.length === 1 ? (area[0] ?? null) : null);
  return (
    <section className="no-print" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.t("equity.profile")}</h2>
      <p>{words.t("equity.profileText")}</p>
      <div className="fields">
        <div className="field">
          <label htmlFor={`${id}-borough`}>{words.t("overlay.pickBorough")}</label>
          <select
            id={`${id}-borough`}
            value={chosen ?? ""}
            onChange={(event) => setChosen(boroughCode(event.target.value))}
          >
            <option value="">{words.t("equity.whatIfChoose")}</option>
            {area.map((code) => (
              <option key={code} value={code}>
                {boroughName(code)}
              </option>
            ))}
          </select>
        </div>
        <button
          type="button"
          className="button"
          aria-disabled={chosen === null}
          onClick={() => chosen !== null && onProfile(chosen)}
        >
          {words.t("equity.profileOpen")}
        </button>
      </div>
    </section>
  );
}
