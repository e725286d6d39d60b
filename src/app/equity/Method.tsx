import { inMostDeprivedFifth } from "../../equity/reach.ts";
import type { LsoaTable } from "../../services/lsoa-table.ts";
import { useLinks } from "../links-context.tsx";
import type { Ready } from "../state/store.ts";
import { useWords } from "../words-context.tsx";
import { percent } from "./data-table.ts";
import { Fold } from "./Fold.tsx";
import type { EquityData } from "./use-equity-data.ts";

/** Share of Londoners in areas of the most deprived fifth of England. */
function deprivedShare(table: LsoaTable): number {
  let [deprived, all] = [0, 0];
  for (let row = 0; row < table.count; row++) {
    const residents = table.residents[row] ?? 0;
    all += residents;
    if (inMostDeprivedFifth(table, row)) deprived += residents;
  }
  return deprived / all;
}

/** How each figure was made, with vintage and definitions, in words. */
export function MethodList({ table }: { readonly table: LsoaTable }) {
  const words = useWords();
  return (
    <ul>
      <li>{words.t("equity.methodPeople")}</li>
      <li>{words.t("equity.methodCensus")}</li>
      <li>{words.t("equity.methodDeprived", { share: percent(words, deprivedShare(table)) })}</li>
      <li>{words.t("equity.methodReach")}</li>
      <li>{words.t("equity.indexFormula")}</li>
      <li>
        {words.t("equity.needNote")} {words.t("equity.needTwice")}
      </li>
    </ul>
  );
}

/** The method, and where the records come from. */
export function Method({ ready, data }: { readonly ready: Ready; readonly data: EquityData }) {
  const words = useWords();
  const links = useLinks();
  return (
    <section aria-labelledby="equity-method">
      <h2 id="equity-method">{words.t("equity.method")}</h2>
      <MethodList table={data.table} />
      <Fold title={words.t("equity.methodSources")}>
        {() => (
          <ul>
            {ready.publication.sources.map(({ id, title, date, notes }) => (
              <li key={id}>
                <strong>{title}</strong> ({date}){notes.length > 0 && ": "}
                <bdi lang="en">{notes.join(" ")}</bdi>
              </li>
            ))}
          </ul>
        )}
      </Fold>
      <p>
        <a href={links.about}>{words.t("footer.about")}</a>
      </p>
    </section>
  );
}
