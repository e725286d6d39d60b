import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createStaticServer, policyOf } from "../../src/pipeline/static-server.ts";

let folder = "";
let port = 0;
let server: ReturnType<typeof createStaticServer>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "site-"));
  mkdirSync(join(folder, "site/areas"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "site/.hidden"), "secret");
  writeFileSync(join(folder, "site/index.html"), "<style>p{color:red}</style><p>Hello</p>");
  writeFileSync(join(folder, "site/index.json"), JSON.stringify("tea ".repeat(500)));
  writeFileSync(
    join(folder, "site/areas/postcodes.bin.gz"),
    Uint8Array.from({ length: 900 }, () => 31),
  );
  server = createStaticServer({ root: join(folder, "site"), prefix: "/maps/camden/" });
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Without `fetch`, which would tidy `..` out of an address and unpack what it gets. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((done, failed) => {
    request({ port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", failed)
      .end();
  });
}

describe("the server", () => {
  test("serves a folder's page with the headers of a real host", async () => {
    const { status, headers } = await ask("/maps/camden/");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });

  test("packs text as the browser asks, and leaves a packed file as it is", async () => {
    const { headers, body } = await ask("/maps/camden/index.json", { "accept-encoding": "gzip, br" });
    expect(headers["content-encoding"]).toBe("br");
    expect(JSON.parse(brotliDecompressSync(body).toString())).toContain("tea");
    const plain = await ask("/maps/camden/areas/postcodes.bin.gz", { "accept-encoding": "gzip, br" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.headers["content-type"]).toBe("application/octet-stream");
    expect(plain.body).toHaveLength(900);
  });

  test.each([
    "/maps/camden/../../secret.txt",
    "/maps/camden/%2e%2e/secret.txt",
    "/maps/camden/..%2fsecret.txt",
    "/maps/camden/.hidden",
    "/maps/camden/%00",
    "/maps/camden/%",
    "/index.html",
    "/maps/camden/areas",
    "/maps/camden/nothing",
  ])("has nothing at %s", async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain("secret");
  });

  test("sends a folder's address on to its slash, and takes no other method", async () => {
    expect(await ask("/maps/camden")).toMatchObject({ status: 301, headers: { location: "/maps/camden/" } });
    expect((await ask("/maps/camden/", {}, "POST")).status).toBe(405);
    expect((await ask("/maps/camden/index.json", {}, "HEAD")).body).toHaveLength(0);
  });

  test("answers with nothing new when the browser has the file", async () => {
    const { headers } = await ask("/maps/camden/index.json");
    expect((await ask("/maps/camden/index.json", { "if-none-match": String(headers.etag) })).status).toBe(304);
  });

  test("lets a page's own inline style stand by its hash, and no other", () => {
    expect(policyOf("<style>p{color:red}</style>")).toMatch(/style-src 'self' 'sha256-[\w+/=]+'/);
    expect(policyOf("")).not.toContain("sha256");
  });
});
