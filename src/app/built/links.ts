import type { Links } from "../links-context.tsx";

/** Links between plain pages: from `index.html` itself (`""`), from its neighbours (`"./"`), or from a folder (`"../"`). */
export function plainLinks(toRoot: "" | "./" | "../"): Links {
  return {
    find: `${toRoot === "" ? "" : `${toRoot}index.html`}#/`,
    about: `${toRoot}about.html`,
    ask: `${toRoot === "" ? "" : `${toRoot}index.html`}#/ask`,
    equity: `${toRoot === "" ? "" : `${toRoot}index.html`}#/equity`,
    shortlist: `${toRoot === "" ? "" : `${toRoot}index.html`}#/shortlist`,
    check: `${toRoot === "" ? "" : `${toRoot}index.html`}#/check`,
    embed: `${toRoot === "" ? "" : `${toRoot}index.html`}#/embed`,
    privacy: `${toRoot}privacy.html`,
    accessibility: `${toRoot}accessibility.html`,
    service: (id) => `${toRoot}service/${encodeURIComponent(id)}.html`,
    borough: (slug) => `${toRoot}borough/${slug}.html`,
    boroughs: `${toRoot}borough/index.html`,
    download: (file) => `${toRoot}${file}`,
  };
}

/** Name of a borough's page: `tower-hamlets`. */
export function boroughSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
