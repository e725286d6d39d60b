import { createHash } from "node:crypto";

/**
 * The policy that every page of the site works under. `frame-ancestors` can't stand in a meta element: the server's
 * headers carry it (see `pipeline/serve.ts`). `style` holds the hashes of the page's own inline styles.
 */
export function contentSecurityPolicy(styles: readonly string[]): string {
  const hashes = styles.map((style) => ` 'sha256-${createHash("sha256").update(style).digest("base64")}'`).join("");
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self'${hashes}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
