import { type ReactElement, StrictMode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Words } from "../../locale/words.ts";
import type { Vocabularies } from "../../services/facets.ts";
import type { Publication } from "../../services/publication.ts";
import type { Service } from "../../services/service.ts";
import type { ServiceIndex } from "../../services/service-index.ts";
import { AboutScreen } from "../about/AboutScreen.tsx";
import { AccessibilityScreen } from "../accessibility/AccessibilityScreen.tsx";
import { type Links, LinksContext } from "../links-context.tsx";
import { PlainPrivacy } from "../privacy/PlainPrivacy.tsx";
import { Footer } from "../shell/Footer.tsx";
import { Header } from "../shell/Header.tsx";
import { MonthsContext } from "../state/months-context.tsx";
import { PAGE_LENGTH } from "../state/store.ts";
import { TodayContext } from "../state/today-context.tsx";
import { WordsContext } from "../words-context.tsx";
import { BoroughList, BoroughPage, boroughTerms, LondonWidePage } from "./BoroughPage.tsx";
import { FirstList } from "./FirstList.tsx";
import { boroughSlug, plainLinks } from "./links.ts";
import { LicencesPage, NotKeptPage, type SoftwareUsed } from "./PlainNotices.tsx";
import { PlainService } from "./PlainService.tsx";

/** All that the built pages are made from. */
export interface BuildInput {
  readonly words: Words;
  readonly publication: Publication;
  readonly vocabularies: Vocabularies;
  /** Of the services; the rows of `services` are in the same order. */
  readonly index: ServiceIndex;
  readonly services: readonly Service[];
  readonly places: readonly Service[];
  /** The page's own style, for index.html. */
  readonly style: string;
  /** The same as a file, for the plain pages, from the site's root. */
  readonly styleFile: string;
  /** The site's mark, from its root. */
  readonly iconFile: string;
  /** What the page is made of beside our own code. */
  readonly software: readonly SoftwareUsed[];
  /** Content-Security-Policy for a page with these inline styles. */
  readonly policy: (styles: readonly string[]) => string;
}

export interface BuiltPage {
  /** Path from the site's root, with at most one folder. */
  readonly file: string;
  readonly html: string;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function markup(input: BuildInput, links: Links, page: ReactElement): string {
  return renderToStaticMarkup(
    <StrictMode>
      <WordsContext value={input.words}>
        <LinksContext value={links}>
          <TodayContext value={input.publication.built}>
            <MonthsContext value={input.publication.thresholds}>{page}</MonthsContext>
          </TodayContext>
        </LinksContext>
      </WordsContext>
    </StrictMode>,
  );
}

/** Files asked for by the browser while the script is still on its way. */
const EARLY = ["start.json"];

/**
 * `index.html` as Vite built it, with its policy, its style inline and its first cards as real HTML: one request
 * until a list with phone numbers stands there. Throws when the page has lost the marks that say where they go.
 */
export function builtIndex(html: string, input: BuildInput): string {
  const { words, publication } = input;
  const style = `${input.style}${publication.theme ?? ""}`;
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${escaped(input.policy([style]))}" />`,
    `<meta name="description" content="${escaped(words.t("pages.description"))}" />`,
    ...EARLY.map((file) => `<link rel="preload" as="fetch" crossorigin href="${file}" />`),
    `<style>${style}</style>`,
  ].join("\n    ");
  const list = markup(
    input,
    plainLinks("", ""),
    <>
      <Header
        title={publication.title}
        leaveAddress={publication.leaveAddress}
        logo={publication.logo}
        current="find"
      />
      <FirstList input={input} howMany={PAGE_LENGTH} />
      <Footer />
    </>,
  );
  const parts: readonly (readonly [RegExp, string])[] = [
    [/<!--built:head-->/, head],
    [/<!--built:list-->/, list],
    [/<title>[^<]*<\/title>/, `<title>${escaped(publication.title)}</title>`],
    // Named but not fetched: a part that comes later would else load the same style anew, over the publisher's colours.
    [/<link rel="stylesheet"[^>]*>/, `<link rel="stylesheet" disabled href="./${input.styleFile}" />`],
  ];
  return parts.reduce((page, [mark, with_]) => {
    if (!mark.test(page)) throw new Error(`index.html has no ${mark.source} any more.`);
    return page.replace(mark, () => with_);
  }, html);
}

function plainPage(input: BuildInput, file: string, title: string, page: ReactElement): BuiltPage {
  const { words, publication } = input;
  const { theme = "" } = publication;
  const toRoot = file.includes("/") ? "../" : "./";
  const body = markup(
    input,
    plainLinks(toRoot),
    <>
      <Header
        title={publication.title}
        leaveAddress={publication.leaveAddress}
        logo={publication.logo}
        current={file.replace(".html", "")}
      />
      {page}
      <Footer />
    </>,
  );
  const html = `<!doctype html>
<html lang="${words.locale}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(input.policy(theme === "" ? [] : [theme]))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} – ${escaped(publication.title)}</title>
<link rel="icon" type="image/svg+xml" href="${toRoot}${input.iconFile}">
<link rel="stylesheet" href="${toRoot}${input.styleFile}">${
    theme === ""
      ? ""
      : `
<style>${theme}</style>`
  }
</head>
<body>
${body}
</body>
</html>
`;
  return { file, html };
}

/** Ids become file names, so nothing but plain letters, digits and hyphens may be in them. */
const SAFE_ID = /^[a-z0-9][a-z0-9-]*$/;

/**
 * The pages that work without script: one a service, one a borough, their index, London-wide services, About,
 * privacy, access, the licences, and what stands for a page that a device without a line has not kept.
 * Throws when an id can't be a file name.
 */
export function plainPages(input: BuildInput): readonly BuiltPage[] {
  const { words, publication, vocabularies, services, places } = input;
  const all = [...services, ...places];
  const bad = all.find(({ id }) => !SAFE_ID.test(id));
  if (bad !== undefined) throw new Error(`The id "${bad.id}" can't be the name of a page.`);
  const boroughs = boroughTerms(input);
  return [
    plainPage(
      input,
      "about.html",
      words.t("about.title"),
      <AboutScreen
        ready={{
          status: "ready",
          publication,
          vocabularies,
          index: input.index,
          servicesCount: input.index.count,
          places: "failed",
        }}
      />,
    ),
    plainPage(input, "privacy.html", words.t("footer.privacy"), <PlainPrivacy publication={publication} />),
    plainPage(
      input,
      "accessibility.html",
      words.t("footer.accessibility"),
      <AccessibilityScreen publication={publication} />,
    ),
    plainPage(input, "offline.html", words.t("pages.notKept"), <NotKeptPage />),
    plainPage(input, "licences.html", words.t("about.licences"), <LicencesPage software={input.software} />),
    plainPage(input, "borough/index.html", words.t("pages.allBoroughs"), <BoroughList input={input} />),
    plainPage(input, "borough/london-wide.html", words.t("pages.londonWide"), <LondonWidePage input={input} />),
    ...boroughs.map((borough) =>
      plainPage(
        input,
        `borough/${boroughSlug(borough.label)}.html`,
        words.t("pages.boroughTitle", { borough: borough.label }),
        <BoroughPage input={input} code={borough.id} name={borough.label} />,
      ),
    ),
    ...all.map((service) =>
      plainPage(input, `service/${service.id}.html`, service.name, <PlainService input={input} service={service} />),
    ),
  ];
}
