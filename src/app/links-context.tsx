import { createContext, useContext } from "react";

/** Where links inside the site lead: fragments in the app, plain pages where no script runs. */
export interface Links {
  readonly find: string;
  readonly about: string;
  readonly ask: string;
  readonly shortlist: string;
  readonly service: (id: string) => string;
  readonly borough: (slug: string) => string;
  readonly boroughs: string;
  readonly download: (file: string) => string;
}

export const APP_LINKS: Links = {
  find: "#/",
  about: "#/about",
  ask: "#/ask",
  shortlist: "#/shortlist",
  service: (id) => `#/service/${encodeURIComponent(id)}`,
  borough: (slug) => `borough/${slug}.html`,
  boroughs: "borough/index.html",
  download: (file) => file,
};

export const LinksContext = createContext<Links>(APP_LINKS);

export function useLinks(): Links {
  return useContext(LinksContext);
}
