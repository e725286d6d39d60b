import { useEffect, useMemo, useState } from "react";
import type { Service } from "../../services/service.ts";
import { cardFacts } from "../card-facts.ts";
import { ServiceCard } from "../find/ServiceCard.tsx";
import { useLinks } from "../links-context.tsx";
import { ShortlistButton } from "../shortlist/ShortlistButton.tsx";
import { loadDetails } from "../state/details.ts";
import type { Ready } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";
import { alikeRows } from "./alike.ts";
import { ServiceDetails } from "./ServiceDetails.tsx";

type Details =
  | { readonly status: "loading" }
  | { readonly status: "failed" }
  | { readonly status: "ready"; readonly service: Service };

export function ServiceScreen({ ready, id }: { readonly ready: Ready; readonly id: string }) {
  const words = useWords();
  const links = useLinks();
  const today = useToday();
  const [details, setDetails] = useState<Details>({ status: "loading" });
  const [attempt, setAttempt] = useState(0);
  const row = useMemo(() => ready.index.ids.indexOf(id), [ready.index, id]);
  const { publication } = ready;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again
  useEffect(() => {
    if (row < 0) return;
    let current = true;
    setDetails({ status: "loading" });
    loadDetails(row, ready).then(
      (service) => current && setDetails({ status: "ready", service }),
      () => current && setDetails({ status: "failed" }),
    );
    return () => {
      current = false;
    };
  }, [row, ready.live, attempt]);

  useEffect(() => {
    if (details.status === "ready") document.querySelector<HTMLElement>(".service h1")?.focus({ preventScroll: true });
  }, [details]);

  const back = (
    <p>
      <a
        className="back"
        href={links.find}
        onClick={(event) => {
          // Back to the list as it was left, filters and all.
          const state: unknown = window.history.state;
          if (typeof state === "object" && state !== null && "depth" in state && Number(state.depth) > 0) {
            event.preventDefault();
            window.history.back();
          }
        }}
      >
        {words.t("service.back")}
      </a>
    </p>
  );
  if (row < 0) {
    return (
      <main className="page" id="main" tabIndex={-1}>
        {back}
        <p>
          {ready.places === "coming" || ready.places === "waiting"
            ? words.t("service.loading")
            : words.t("service.notFound")}
        </p>
      </main>
    );
  }
  const alike = alikeRows(ready.index, row, 4);
  return (
    <main className="page" id="main" tabIndex={-1}>
      {back}
      {details.status === "ready" ? (
        <ServiceDetails
          service={details.service}
          vocabularies={ready.vocabularies}
          publication={publication}
          today={today}
          actions={<ShortlistButton id={id} name={details.service.name} />}
        />
      ) : (
        <>
          <p role="status">{words.t(details.status === "loading" ? "service.loading" : "service.detailsFailed")}</p>
          <ServiceCard card={cardFacts(ready.index, row)} vocabularies={ready.vocabularies} today={today} />
          {details.status === "failed" && (
            <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
              {words.t("service.retry")}
            </button>
          )}
        </>
      )}
      {alike.length > 0 && (
        <section className="alike">
          <h2>{words.t("service.alike")}</h2>
          <ol className="cards cards-wide">
            {alike.map((other) => (
              <li key={other}>
                <ServiceCard card={cardFacts(ready.index, other)} vocabularies={ready.vocabularies} today={today} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </main>
  );
}
