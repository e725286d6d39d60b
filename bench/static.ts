import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { startIn } from "../src/pipeline/site/name-parts.ts";
import { releaseOf } from "../src/pipeline/site/write-release.ts";

/**
 * What a cheap host has to do: requests a second that nginx serves from the built site on this machine, and the bytes of
 * a visit (`npm run bench:static`). Local addresses only, a few seconds an address. nginx must be installed
 * (`apt-get install nginx-light`).
 */
const SITE = resolve("dist");
const PORT = 18_473;
const SECONDS = 4;
const AT_ONCE = 32;

/** The module is built in on some systems, loaded on others, absent on most. */
function configuration(home: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${home}/${name};`,
  );
  return `
pid ${home}/pid; error_log ${home}/errors; worker_processes auto;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=4000;
  ${temporary.join(" ")}
  server {
    listen 127.0.0.1:${PORT};
    root ${SITE};
    location / { include ${SITE}/nginx-headers.conf; }
  }
}`;
}

interface Answer {
  readonly status: number;
  /** As they travelled. */
  readonly bytes: number;
}

function ask(path: string, agent: Agent): Promise<Answer> {
  return new Promise((done, failed) => {
    const options = { host: "127.0.0.1", port: PORT, path: `/${path}`, agent, headers: { "accept-encoding": "gzip" } };
    get(options, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => done({ status: response.statusCode ?? 0, bytes }));
    }).on("error", failed);
  });
}

async function load(path: string): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const { status, bytes } = await ask(path, agent);
  if (status !== 200) throw new Error(`${path} was answered with ${status}.`);
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  const began = performance.now();
  const work = async (): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      await ask(path, agent);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  const name = path.replace(/^parts\/\w+\//, "parts/…/");
  return `${name.padEnd(34)} ${String(bytes).padStart(9)} bytes ${(times.length / seconds).toFixed(0).padStart(7)} a second   p50 ${at(0.5)} ms   p99 ${at(0.99)} ms`;
}

async function main(): Promise<void> {
  if (spawnSync("nginx", ["-v"]).error !== undefined)
    throw new Error("nginx is not installed: apt-get install nginx-light.");
  if (!existsSync(join(SITE, "index.html.gz")))
    throw new Error('There is no packed site in dist/. Run "npm run build".');
  const home = mkdtempSync(join(tmpdir(), "asset-map-nginx-"));
  writeFileSync(join(home, "nginx.conf"), configuration(home));
  const server: ChildProcess = spawn("nginx", ["-c", join(home, "nginx.conf"), "-g", "daemon off;"], {
    stdio: "inherit",
  });
  try {
    const agent = new Agent();
    for (let tries = 0; tries < 50; tries++) {
      if ((await ask("", agent).catch(() => null)) !== null) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    const start = startIn(readFileSync(join(SITE, "index.html"), "utf8"));
    const release = await releaseOf(SITE);
    if (release === null) throw new Error("dist/ names no release.");
    const paths = Object.keys(release.files);
    const script = paths.find((path) => /^assets\/list-.*\.js$/.test(path)) ?? "sw.js";
    const details = paths.find((path) => path.endsWith("details/services-0.json")) ?? "index.json";
    console.log(
      `nginx on this machine, ${AT_ONCE} at once, gzip as packed by the build, the load from the same two cores:`,
    );
    for (const path of ["", start, script, details, "borough/tower-hamlets.html"]) console.log(await load(path));
    const sum = async (wanted: (path: string) => boolean): Promise<string> => {
      let bytes = 0;
      for (const path of paths.filter(wanted)) bytes += (await ask(path, agent)).bytes;
      return `${(bytes / 1000).toFixed(0)} kB`;
    };
    const first = /^(?:index\.html|parts\/\w+\/start\.json|assets\/(?:index|list|rolldown-runtime|_rolldown)[^/]*)$/;
    console.log(`A visit until filters work: ${await sum((path) => first.test(path))}`);
    console.log(
      `Kept for use without internet: ${await sum((path) => release.files[path]?.for === "core")} and, on a good line, ${await sum((path) => release.files[path]?.for === "near")} more`,
    );
    console.log(`All of London: ${await sum((path) => /^(?:core|near|all)$/.test(release.files[path]?.for ?? ""))}`);
    agent.destroy();
  } finally {
    server.kill("SIGTERM");
    await new Promise((done) => server.once("close", done));
    rmSync(home, { recursive: true, force: true });
  }
}

await main();
