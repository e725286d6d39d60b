import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { helpText, type Option, readArguments } from "./arguments.ts";
import { createStaticServer } from "./static-server.ts";

const OPTIONS = [
  { name: "folder", value: "folder", help: "what to serve (dist)" },
  { name: "port", value: "number", help: "where to listen; the next free one is taken when it is in use (4173)" },
  { name: "prefix", value: "path", help: "serve under a sub-folder, such as /maps/camden/ (/)" },
] as const satisfies readonly Option[];

const ABOUT =
  "Serves the built site on this machine, with the headers that a real host should send. Stop it with Ctrl+C.";

/** Listens on the port, or on the next of ten that is free; resolves with the one it got. */
function listen(server: ReturnType<typeof createStaticServer>, port: number, tries = 10): Promise<number> {
  return new Promise((done, failed) => {
    server.once("error", (error: Error & { readonly code?: string }) => {
      if (error.code === "EADDRINUSE" && tries > 1 && port !== 0) done(listen(server, port + 1, tries - 1));
      else failed(error);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      done(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

async function main(): Promise<void> {
  const read = readArguments(process.argv.slice(2), OPTIONS);
  const help = helpText("npm run serve -- [options]", ABOUT, OPTIONS);
  if (read.status === "help") {
    process.stdout.write(`${help}\n`);
    return;
  }
  if (read.status === "wrong") throw new Error(`${read.message}\n\n${help}`);
  const folder = resolve(read.values.get("folder") ?? "dist");
  const port = Number(read.values.get("port") ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port needs a number from 0 to 65535, not "${read.values.get("port")}".`);
  const prefix = `/${(read.values.get("prefix") ?? "").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");
  if ((await stat(join(folder, "index.html")).catch(() => null)) === null) {
    throw new Error(`There is no built site in ${folder}. Run "npm run build" first.`);
  }
  const server = createStaticServer({ root: folder, prefix });
  const got = await listen(server, port);
  process.stdout.write(`The map is at http://localhost:${got}${prefix}\nStop it with Ctrl+C.\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
