import { useLinks } from "../links-context.tsx";
import { useWords } from "../words-context.tsx";

/** A package whose code is in the page. */
export interface SoftwareUsed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** What stands in place of a plain page that is not kept on the device while it has no line. */
export function NotKeptPage() {
  const words = useWords();
  const links = useLinks();
  return (
    <main className="page" id="main" tabIndex={-1}>
      <h1>{words.t("pages.notKept")}</h1>
      <p>{words.t("pages.notKeptText")}</p>
      <p>
        <a className="button" href={links.find}>
          {words.t("nav.find")}
        </a>
      </p>
    </main>
  );
}

/** Licences of all software that the page brings, in their own words. */
export function LicencesPage({ software }: { readonly software: readonly SoftwareUsed[] }) {
  const words = useWords();
  const links = useLinks();
  return (
    <main className="page about" id="main" tabIndex={-1}>
      <h1>{words.t("about.licences")}</h1>
      <p>
        <a href={links.download("sbom.cdx.json")}>{words.t("about.softwareParts")}</a>
      </p>
      <ul className="sources">
        {software.map(({ name, version, licence, text }) => (
          <li key={name} className="source">
            <h2 lang="en" dir="ltr">
              {name} {version}
            </h2>
            <p>
              {words.t("about.licence")}: {licence}
            </p>
            {text !== "" && (
              <details>
                <summary>{words.t("about.licenceText")}</summary>
                <pre className="licence-text" lang="en" dir="ltr">
                  {text}
                </pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}
