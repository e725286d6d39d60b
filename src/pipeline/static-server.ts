import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize, relative, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Publication } from "../services/publication.ts";
import {
  CLOSED,
  isOpenData,
  NAMED_BY_CONTENT,
  type Openness,
  opennessOf,
  policyHeader,
  SECURITY_HEADERS,
  stylesIn,
} from "./host-headers.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".geojson": "application/geo+json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
/** Packed already, or packed by the page itself: sent as it stands, with no Content-Encoding of ours. */
const PACKED = new Set([".gz", ".png", ".jpg", ".webp", ".woff2", ".ico", ".bin"]);

/** The policy of a page: its own inline styles by their hash, nothing else inline; nothing opened that the site does not. */
export function policyOf(html: string, openness: Openness = CLOSED): string {
  return policyHeader(stylesIn(html), openness);
}

/** What the site in a folder opens, by its own `publication.json`; nothing when that can't be read. */
async function opennessIn(root: string): Promise<Openness> {
  try {
    return opennessOf(JSON.parse(await readFile(join(root, "publication.json"), "utf8")) as Publication);
  } catch {
    return CLOSED;
  }
}

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** The file that an address means, or null: outside the folder, hidden, or not there. A folder means its index.html. */
export async function fileFor(root: string, pathname: string, prefix: string): Promise<string | null> {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes("\0") || path.includes("\\") || !path.startsWith(prefix)) return null;
  const within = normalize(path.slice(prefix.length - 1));
  const file = resolve(join(root, within));
  if (file !== root && !file.startsWith(root + sep)) return null;
  if (within.split("/").some((part) => part.startsWith(".") && part !== ".")) return null;
  const found = await stat(file).catch(() => null);
  if (found?.isFile() === true) return file;
  if (found?.isDirectory() !== true || !path.endsWith("/")) return null;
  const index = join(file, "index.html");
  return (await stat(index).catch(() => null))?.isFile() === true ? index : null;
}

interface Packed {
  readonly modified: number;
  readonly bytes: Buffer;
}

export interface StaticServerOptions {
  /** Folder to serve. */
  readonly root: string;
  /** `/` or a sub-folder such as `/maps/camden/`. */
  readonly prefix?: string;
}

/**
 * A small server of plain files for trying the site out: right types, brotli or gzip as the browser asks, the headers
 * that a real host should send too, and nothing outside its folder. Not listening yet.
 */
export function createStaticServer({ root: folder, prefix = "/" }: StaticServerOptions): Server {
  const root = resolve(folder);
  const packed = new Map<string, Packed>();

  async function packedBytes(file: string, encoding: "br" | "gzip", modified: number): Promise<Buffer> {
    const key = `${encoding} ${file}`;
    const known = packed.get(key);
    if (known?.modified === modified) return known.bytes;
    const plain = await readFile(file);
    const bytes =
      encoding === "br"
        ? await pack.br(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
        : await pack.gzip(plain);
    packed.set(key, { modified, bytes });
    return bytes;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const openness = await opennessIn(root);
    response.setHeader("Content-Security-Policy", policyOf("", openness));
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    if (`${pathname}/` === prefix) {
      response.writeHead(301, { Location: prefix }).end();
      return;
    }
    const file = await fileFor(root, pathname, prefix);
    if (file === null && !pathname.endsWith("/") && (await fileFor(root, `${pathname}/`, prefix)) !== null) {
      // As every static host does for a folder: an Open Referral feed is asked for /services and /services/<id>.
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
      return;
    }
    if (file === null) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("There is no such page here.\n");
      return;
    }
    const { mtimeMs, size } = await stat(file);
    const extension = extname(file).toLowerCase();
    response.setHeader(
      "Content-Security-Policy",
      policyOf(extension === ".html" ? await readFile(file, "utf8") : "", openness),
    );
    const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    response.setHeader("Content-Type", TYPES[extension] ?? "application/octet-stream");
    response.setHeader("ETag", tag);
    response.setHeader(
      "Cache-Control",
      NAMED_BY_CONTENT.some((folder) => file.startsWith(join(root, folder) + sep))
        ? "public, max-age=31536000, immutable"
        : "no-cache",
    );
    response.setHeader("Vary", "Accept-Encoding");
    if (isOpenData(relative(root, file).split(sep).join("/"))) response.setHeader("Access-Control-Allow-Origin", "*");
    if (request.headers["if-none-match"] === tag) {
      response.writeHead(304).end();
      return;
    }
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const encoding =
      PACKED.has(extension) || size < 500
        ? null
        : /\bbr\b/.test(accepted)
          ? "br"
          : /\bgzip\b/.test(accepted)
            ? "gzip"
            : null;
    if (encoding === null) {
      response.writeHead(200, { "Content-Length": size });
      if (request.method === "HEAD") response.end();
      else
        createReadStream(file)
          .on("error", () => response.destroy())
          .pipe(response);
      return;
    }
    const bytes = await packedBytes(file, encoding, mtimeMs);
    response.writeHead(200, { "Content-Encoding": encoding, "Content-Length": bytes.length });
    response.end(request.method === "HEAD" ? undefined : bytes);
  }

  return createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("The server could not read this file.\n");
    });
  });
}
