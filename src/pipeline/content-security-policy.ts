import { createHash } from "node:crypto";

/**
 * The policy that every page of the site works under. `frame-ancestors` can't stand in a meta element: the server's
 * headers carry it (see `pipeline/host-headers.ts`). `styles` are the page's own inline styles; `origins` are other
 * sites that the publisher lets the page ask for data.
 */
export function contentSecurityPolicy(styles: readonly string[], origins: readonly string[] = []): string {
  const others = origins.map((origin) => ` ${origin}`).join("");
  const hashes = styles.map((style) => ` 'sha256-${createHash("sha256").update(style).digest("base64")}'`).join("");
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self'${hashes}`,
    `img-src 'self'${others}`,
    `connect-src 'self'${others}`,
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    // No text becomes markup or script; the one policy lets the site's own workers start (app/state/own-scripts.ts).
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}
