import type { Links } from "../links-context.tsx";

/**
 * Links between plain pages: from the site's root (`""`), from its neighbours (`"./"`) or from a folder (`"../"`).
 * `app` is how they lead to the page with the search: not at all from that page itself.
 */
export function plainLinks(toRoot: "" | "./" | "../", app = `${toRoot}index.html`): Links {
  return {
    find: `${app}#/`,
    about: `${toRoot}about.html`,
    ask: `${app}#/ask`,
    equity: `${app}#/equity`,
    shortlist: `${app}#/shortlist`,
    check: `${app}#/check`,
    embed: `${app}#/embed`,
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
