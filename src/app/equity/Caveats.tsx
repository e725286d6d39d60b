import { useWords } from "../words-context.tsx";

const CAVEATS = ["listing", "unknown", "straight", "areas", "cause"] as const;

/** What no figure here can tell, before any table. */
export function Caveats() {
  const words = useWords();
  return (
    <section className="caveats" aria-labelledby="equity-caveats">
      <h2 id="equity-caveats">{words.t("equity.caveats")}</h2>
      <ul>
        {CAVEATS.map((caveat) => (
          <li key={caveat}>{words.t(`equity.caveat.${caveat}`)}</li>
        ))}
      </ul>
    </section>
  );
}
