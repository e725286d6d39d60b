import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".geojson": "application/geo+json",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
};

export interface ServedSite {
  /** Address of the folder, ending in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a folder the way a plain static host would: as it stands, under a sub-folder, with no rewriting, no added
 * headers and nothing anywhere else on the origin, so that a site that needs more than that fails here first. Texts of
 * `instead` stand in place of the files of those paths.
 */
export async function serveFolder(
  folder: string,
  base = "/maps/london/",
  instead: ReadonlyMap<string, string> = new Map(),
): Promise<ServedSite> {
  const bodies = new Map([...instead].map(([path, text]) => [join(folder, path), Buffer.from(text)]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const inside = pathname.startsWith(base) ? safePath(pathname.slice(base.length)) : null;
    const file =
      inside === null ? null : join(folder, inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside);
    const read =
      file === null ? Promise.reject(new Error("outside")) : Promise.resolve(bodies.get(file) ?? readFile(file));
    read.then(
      (body) => {
        const type = TYPES[extname(file ?? "")] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": type, "content-length": body.length, "cache-control": "no-cache" });
        response.end(request.method === "HEAD" ? undefined : body);
      },
      () => {
        response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
        response.end("Not found");
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function safePath(path: string): string | null {
  try {
    const clean = normalize(decodeURIComponent(path)).replaceAll("\\", "/");
    return clean.startsWith("..") || clean.includes("\0") ? null : clean === "." ? "" : clean;
  } catch {
    return null;
  }
}
