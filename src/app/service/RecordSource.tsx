import type { Publication } from "../../services/publication.ts";
import type { Service } from "../../services/service.ts";
import { Age } from "../parts/Age.tsx";
import { useWords } from "../words-context.tsx";
import { correctionLink, webLink } from "./contact-links.ts";

interface RecordSourceProps {
  readonly service: Service;
  readonly publication: Publication;
  readonly today: string;
}

/** Where the record came from, how old it is, on what terms, and whom to tell when it is wrong. */
export function RecordSource({ service, publication, today }: RecordSourceProps) {
  const words = useWords();
  const [first, ...others] = service.sources;
  const source = publication.sources.find(({ id }) => id === first?.id);
  const page = first?.url === undefined ? null : webLink(first.url);
  return (
    <>
      {source !== undefined && <p>{words.t("service.source", { source: source.title })}</p>}
      {first?.confidence !== undefined && <p>{words.t(`service.sourceConfidence.${first.confidence}`)}</p>}
      <p>
        <Age
          assured={service.assured.date ?? ""}
          {...(service.assured.by === undefined ? {} : { by: service.assured.by })}
          sourceDate={first?.date ?? ""}
          today={today}
        />
      </p>
      {page !== null && (
        <p>
          <a href={page.href} rel="noopener noreferrer">
            {words.t("service.sourcePage", { host: page.host })}
          </a>
        </p>
      )}
      {others.map((other) => {
        const also = publication.sources.find(({ id }) => id === other.id);
        return (
          <p key={`${other.id} ${other.record}`}>{words.t("service.alsoIn", { source: also?.title ?? other.id })}</p>
        );
      })}
      {source !== undefined && (
        <p className="hint">
          {words.t("service.licence", { licence: source.licence.name })}. <bdi lang="en">{source.credit}</bdi>
        </p>
      )}
      <p>
        <a href={correctionLink(service, publication, words)}>{words.t("service.wrong")}</a>
      </p>
    </>
  );
}
