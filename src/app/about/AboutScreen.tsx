import { STATED_FACETS } from "../../services/facets.ts";
import { freshnessOf } from "../../services/freshness.ts";
import { KINDS } from "../../services/kinds.ts";
import { boroughsOfArea, type PublishedSource } from "../../services/publication.ts";
import { useLinks } from "../links-context.tsx";
import { Later } from "../parts/Later.tsx";
import { mailtoLink } from "../service/mailto-link.ts";
import type { Ready } from "../state/store.ts";
import { useToday } from "../state/today-context.tsx";
import { useWords } from "../words-context.tsx";

const loadOffline = () => import("../offline/OfflinePart.tsx").then(({ OfflinePart }) => OfflinePart);

const DOWNLOADS = [
  "services.geojson",
  "services.csv",
  "oruk/",
  "issues.json",
  "report.html",
  "stale.csv",
  "manifest.json",
] as const;
/** Opened in the browser; everything else is saved. */
const TO_READ: readonly string[] = ["report.html", "oruk/"];
/** Published always, and by no form of giving out records. */
const ALWAYS: readonly string[] = ["report.html", "manifest.json"];

function Source({ source }: { readonly source: PublishedSource }) {
  const words = useWords();
  return (
    <li className="source">
      <h3>{source.title}</h3>
      <dl className="facts">
        <div className="fact">
          <dt>{words.t("about.publisher")}</dt>
          <dd>
            {source.url === "" ? (
              source.publisher
            ) : (
              <a href={source.url} rel="noopener noreferrer">
                {source.publisher}
              </a>
            )}
          </dd>
        </div>
        <div className="fact">
          <dt>{words.t("about.licence")}</dt>
          <dd>
            {source.licence.url === "" ? (
              source.licence.name
            ) : (
              <a href={source.licence.url} rel="noopener noreferrer">
                {source.licence.name}
              </a>
            )}
          </dd>
        </div>
        {source.date !== "" && (
          <div className="fact">
            <dt>{words.t("about.date")}</dt>
            <dd>{source.date}</dd>
          </div>
        )}
        <div className="fact">
          <dt>{words.t("about.rows")}</dt>
          <dd>
            {words.t("about.rowsSum", {
              rows: words.number(source.rows),
              services: words.number(source.services),
              merged: words.number(source.merged),
              refused: words.number(source.refused),
            })}
          </dd>
        </div>
        {source.credit !== "" && (
          <div className="fact">
            <dt>{words.t("about.credit")}</dt>
            <dd lang="en" dir="auto">
              {source.credit}
            </dd>
          </div>
        )}
        {source.notes.length > 0 && (
          <div className="fact">
            <dt>{words.t("about.notes")}</dt>
            <dd>
              <ul>
                {source.notes.map((note) => (
                  <li key={note} lang="en" dir="auto">
                    {note}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}

function Counts({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly (readonly [name: string, count: number])[];
}) {
  const words = useWords();
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col" className="numeric">
            {words.t("about.records")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="numeric">{words.number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** For each facet that sources state: how many of the services (not places) say anything about it. */
export function completeness(
  ready: Ready,
): readonly (readonly [facet: (typeof STATED_FACETS)[number]["id"], rows: number])[] {
  return STATED_FACETS.map(({ id }) => {
    const column = ready.index.facets[id];
    const rows = new Set<number>();
    for (const posting of [...column.postings, column.saysOther]) {
      for (const row of posting) if (row < ready.servicesCount) rows.add(row);
    }
    return [id, rows.size] as const;
  });
}

export function AboutScreen({ ready }: { readonly ready: Ready }) {
  const words = useWords();
  const links = useLinks();
  const today = useToday();
  const { publication, vocabularies, index } = ready;
  const checked = index.assured.filter((date) => freshnessOf(date, today) !== "never").length;
  const { byBorough, byKind, services } = publication.counts;
  const boroughs = boroughsOfArea(publication).filter((code) => (byBorough[code] ?? 0) > 0);
  return (
    <main className="page about" id="main" tabIndex={-1}>
      <h1>{words.t("about.title")}</h1>
      <p className="lede">{words.t("about.lede")}</p>
      <p>
        {words.t("about.built", { date: words.date(publication.built) })}{" "}
        {words.t("about.countsLine", {
          count: services,
          boroughs: boroughs.length,
          sources: publication.sources.length,
        })}
      </p>

      <h2>{words.t("about.method")}</h2>
      <ul>
        <li>{words.t("about.method1")}</li>
        <li>{words.t("about.method2")}</li>
        <li>{words.t("about.method3")}</li>
        <li>{words.t("about.method4")}</li>
        <li>{words.t("results.order")}</li>
      </ul>

      <h2 id="privacy">{words.t("about.privacy")}</h2>
      <p>{words.t("about.privacyText")}</p>
      {publication.sources.map(
        ({ id, title, live }) =>
          live !== undefined && (
            <p key={id}>
              {words.t("about.live", { source: title, host: new URL(live.address).host })}{" "}
              {ready.live?.failed.includes(id) === true && words.t("about.liveFailed", { source: title })}
            </p>
          ),
      )}
      {URL.canParse(publication.basemap ?? "") && (
        <p>{words.t("about.basemap", { host: new URL(publication.basemap ?? "").host })}</p>
      )}

      {/* A plain page keeps nothing: no script of ours runs there. */}
      {typeof window !== "undefined" && <Later load={loadOffline} props={{ built: publication.built }} />}

      <h2>{words.t("about.sources")}</h2>
      <ul className="sources">
        {publication.sources.map((source) => (
          <Source key={source.id} source={source} />
        ))}
      </ul>

      <h2>{words.t("about.areas")}</h2>
      <ul className="credits">
        {publication.areaCredits.map(({ title, credit, licence }) => (
          <li key={title} lang="en" dir="auto">
            <strong>{title}</strong>: {credit} ({licence})
          </li>
        ))}
      </ul>

      <h2>{words.t("about.freshness")}</h2>
      <p>
        {words.t("about.freshChecked", { count: checked })}{" "}
        {words.t("about.freshNever", { count: index.count - checked })}
      </p>

      <h2>{words.t("about.counts")}</h2>
      <div className="tables">
        <Counts
          caption={words.t("about.byKind")}
          rows={KINDS.map((kind) => [vocabularies.kind.byId.get(kind)?.label ?? kind, byKind[kind] ?? 0] as const)}
        />
        <div>
          <Counts
            caption={words.t("about.byBorough")}
            rows={boroughsOfArea(publication).map(
              (code) => [vocabularies.borough.byId.get(code)?.label ?? code, byBorough[code] ?? 0] as const,
            )}
          />
          <p className="hint">{words.t("about.byBoroughNote")}</p>
        </div>
        <div>
          <Counts
            caption={words.t("about.completeness")}
            rows={completeness(ready).map(([facet, count]) => [words.t(`facet.${facet}`), count] as const)}
          />
          <p className="hint">{words.t("about.completenessNote")}</p>
        </div>
      </div>

      <h2>{words.t("about.downloads")}</h2>
      <ul>
        {DOWNLOADS.filter((file) => ALWAYS.includes(file) || publication.downloads?.includes(file)).map((file) => (
          <li key={file}>
            <a href={links.download(file)} {...(TO_READ.includes(file) ? {} : { download: file })}>
              {words.t(`about.download.${file}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={links.download("licences.html")}>{words.t("about.licences")}</a>
        </li>
      </ul>

      <h2>{words.t("about.publishers")}</h2>
      <ul>
        <li>
          <a href={links.check}>{words.t("about.publishCheck")}</a>
        </li>
        <li>
          <a href={links.embed}>{words.t("about.publishEmbed")}</a>
        </li>
      </ul>

      <h2>{words.t("about.contact")}</h2>
      <p>
        <a href={mailtoLink(publication.contact.email)}>
          {words.t("about.contactText", { name: publication.contact.name })}
        </a>
      </p>
    </main>
  );
}
