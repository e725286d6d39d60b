import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { hashOf, startIn, writeStart } from "../../src/pipeline/site/name-parts.ts";
import { writeRelease } from "../../src/pipeline/site/write-release.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import type { StartFile } from "../../src/services/publication.ts";
import type { Service } from "../../src/services/service.ts";
import { DIST } from "./site.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** What goes wrong with an answer. */
export type Fault =
  /** A page of some server in between, with any status. */
  | { readonly kind: "page"; readonly status: number }
  /** The first share of the bytes, and then the end: as a half-uploaded file. */
  | { readonly kind: "cut"; readonly share: number }
  /** The first share of the bytes, and then silence for as long as anybody waits. */
  | { readonly kind: "stall"; readonly share: number }
  /** The connection is broken off when the answer has begun: before that, a browser asks again by itself. */
  | { readonly kind: "drop" }
  /** Other bytes of the same length. */
  | { readonly kind: "other"; readonly make: (bytes: Buffer) => Buffer };

const ERROR_PAGE = "<!doctype html><title>Sorry</title><h1>Something went wrong with this web server</h1>";
/** The packed twins, and thousands of files that the page never asks for. */
const LEFT_OUT = /(?<!\.bin)\.(?:br|gz)$|[/\\]dist[/\\](?:oruk|service)[/\\]/;
const BASE = "/maps/faulty/";

/** A copy of the built site on a server of its own that can be made to fail, to go away and to get a new publication. */
export class FaultySite {
  /** The folder that is served; tests may change what is in it. */
  readonly folder = mkdtempSync(join(tmpdir(), "asset-map-site-"));
  /** Paths below the site that were asked for, oldest first. */
  readonly asked: string[] = [];
  private readonly faults: { readonly path: RegExp; readonly fault: Fault; times: number }[] = [];
  private readonly server = createServer((request, response) => this.answer(request, response));
  private port = 0;
  /** Whether the server answers at all. */
  up = true;

  static async start(): Promise<FaultySite> {
    const site = new FaultySite();
    cpSync(DIST, site.folder, {
      recursive: true,
      filter: (path) => !LEFT_OUT.test(path),
    });
    await new Promise<void>((resolve) => site.server.listen(0, "127.0.0.1", resolve));
    site.port = (site.server.address() as AddressInfo).port;
    return site;
  }

  /** Address of the folder, ending in a slash. */
  get address(): string {
    return `http://127.0.0.1:${this.port}${BASE}`;
  }

  /** From now on every path that matches fails so, as many times as said. */
  fail(path: RegExp, fault: Fault, times = Number.POSITIVE_INFINITY): void {
    this.faults.unshift({ path, fault, times });
  }

  /**
   * Puts a new publication in place, as the site's own build would, made from changed services. The files of the one
   * before stay, unless their part of it was changed: those are what a build leaves out as withdrawn.
   */
  async publish(change: (services: readonly Service[]) => readonly Service[], built: string): Promise<void> {
    const start = JSON.parse(this.read(startIn(this.read("index.html")))) as StartFile;
    const parts: Record<string, string> = { ...start.parts };
    const { detailsPerPart, sources } = start.publication;
    const names = Object.keys(parts).filter((name) => name.startsWith("details/services-"));
    const before = names
      .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
      .flatMap((name) => JSON.parse(this.read(`parts/${parts[name]}/${name}`)) as Service[]);
    const services = change(before);
    for (const name of names) delete parts[name];
    for (let part = 0; part * detailsPerPart < services.length; part++) {
      const name = `details/services-${part}.json`;
      const bytes = Buffer.from(JSON.stringify(services.slice(part * detailsPerPart, (part + 1) * detailsPerPart)));
      const hash = hashOf(bytes).slice(0, 10);
      mkdirSync(join(this.folder, "parts", hash, "details"), { recursive: true });
      writeFileSync(join(this.folder, "parts", hash, name), bytes);
      parts[name] = hash;
    }
    const index = encodeServiceIndex(
      services,
      sources.map(({ id }) => id),
    );
    await writeStart(this.folder, { ...start, publication: { ...start.publication, built }, index, parts });
    await writeRelease(this.folder);
  }

  mend(): void {
    this.faults.length = 0;
    this.up = true;
  }

  goDown(): void {
    this.up = false;
    this.server.closeAllConnections();
  }

  timesAsked(path: RegExp): number {
    return this.asked.filter((one) => path.test(one)).length;
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
    rmSync(this.folder, { recursive: true, force: true });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const within = pathname.startsWith(BASE) ? normalize(decodeURIComponent(pathname.slice(BASE.length))) : "..";
    const path = within === "." ? "index.html" : within.endsWith("/") ? `${within}index.html` : within;
    this.asked.push(path);
    if (!this.up) {
      request.socket.destroy();
      return;
    }
    const fault = this.faults.find((one) => one.path.test(path) && one.times > 0);
    if (fault !== undefined) fault.times--;
    let bytes: Buffer;
    try {
      if (path.startsWith("..")) throw new Error("outside");
      bytes = readFileSync(join(this.folder, path));
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const cache = /^(?:assets|parts)\//.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
    this.send(response, bytes, { "content-type": type, "cache-control": cache }, fault?.fault);
  }

  private send(response: ServerResponse, bytes: Buffer, headers: Record<string, string>, fault?: Fault): void {
    switch (fault?.kind) {
      case undefined:
        response.writeHead(200, { ...headers, "content-length": bytes.length }).end(bytes);
        return;
      case "page":
        response.writeHead(fault.status, { "content-type": "text/html" }).end(ERROR_PAGE);
        return;
      case "drop":
        response.writeHead(200, { ...headers, "content-length": bytes.length }).flushHeaders();
        setImmediate(() => response.destroy());
        return;
      case "cut":
        response.writeHead(200, headers).end(bytes.subarray(0, Math.floor(bytes.length * fault.share)));
        return;
      case "stall":
        response.writeHead(200, { ...headers, "content-length": bytes.length });
        response.write(bytes.subarray(0, Math.floor(bytes.length * fault.share)));
        return;
      case "other":
        response.writeHead(200, headers).end(fault.make(bytes));
        return;
    }
  }
}
