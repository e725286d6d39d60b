import { createContext, useContext } from "react";

/** Where links inside the site lead: fragments in the app, plain pages where no script runs. */
export interface Links {
  readonly find: string;
  readonly about: string;
  readonly ask: string;
  readonly equity: string;
  readonly shortlist: string;
  readonly check: string;
  readonly embed: string;
  readonly privacy: string;
  readonly accessibility: string;
  readonly service: (id: string) => string;
  readonly borough: (slug: string) => string;
  readonly boroughs: string;
  readonly download: (file: string) => string;
}

/** Links inside the app; `locale` is carried along where the person chose one, and so is the mark of a frame. */
export function appLinks(locale: string | null, embedded = false): Links {
  const params = [...(locale === null ? [] : [`lang=${locale}`]), ...(embedded ? ["embed=1"] : [])];
  const query = params.length === 0 ? "" : `?${params.join("&")}`;
  return {
    find: `#/${query}`,
    about: `#/about${query}`,
    ask: `#/ask${query}`,
    equity: `#/equity${query}`,
    shortlist: `#/shortlist${query}`,
    check: `#/check${query}`,
    embed: `#/embed${query}`,
    privacy: `#/privacy${query}`,
    accessibility: `#/accessibility${query}`,
    service: (id) => `#/service/${encodeURIComponent(id)}${query}`,
    borough: (slug) => `borough/${slug}.html`,
    boroughs: "borough/index.html",
    download: (file) => file,
  };
}

export const LinksContext = createContext<Links>(appLinks(null));

export function useLinks(): Links {
  return useContext(LinksContext);
}
