/** The parts of a window that tell whether it is a frame, and whose. */
export interface Framed {
  readonly self: unknown;
  readonly top: unknown;
  readonly location: { readonly origin: string; readonly ancestorOrigins?: ArrayLike<string> };
}

/** Whether an origin is the one that a pattern names; `https://*.example.org` stands for every host below it. */
export function isOrigin(origin: string, pattern: string): boolean {
  if (!pattern.includes("*")) return origin === pattern;
  const [scheme = "", host = ""] = pattern.split("://*");
  return origin.startsWith(`${scheme}://`) && origin.length > scheme.length + 3 + host.length && origin.endsWith(host);
}

/**
 * Whether the page may be read where it stands: by itself, in a page of its own site, or in a site that the publisher
 * named. Many static hosts can't send `frame-ancestors`, so the page looks for itself as well. Where a browser does
 * not tell who frames the page, naming anyone is enough.
 */
export function mayStandHere({ self, top, location }: Framed, allowed: readonly string[]): boolean {
  if (self === top) return true;
  if (location.ancestorOrigins === undefined) return allowed.length > 0;
  return Array.from(location.ancestorOrigins).every(
    (origin) => origin === location.origin || allowed.some((pattern) => isOrigin(origin, pattern)),
  );
}
