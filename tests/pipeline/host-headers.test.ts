import { describe, expect, test } from "vitest";
import { EXPORTS } from "../../src/pipeline/exports.ts";
import {
  CLOSED,
  hostHeaderFiles,
  isOpenData,
  type Openness,
  policyHeader,
  stylesIn,
} from "../../src/pipeline/host-headers.ts";

const OPEN: Openness = {
  origins: ["https://sheets.example.org"],
  ancestors: ["https://www.example.gov.uk", "https://*.example.org"],
};
const directive = (policy: string, name: string): string =>
  policy.split("; ").find((part) => part.startsWith(`${name} `)) ?? "";

describe("the policy that a host should send", () => {
  test("opens nothing by default: no other site is asked, and none may frame the page", () => {
    const policy = policyHeader([], CLOSED);
    expect(directive(policy, "connect-src")).toBe("connect-src 'self'");
    expect(directive(policy, "img-src")).toBe("img-src 'self'");
    expect(directive(policy, "require-trusted-types-for")).toBe("require-trusted-types-for 'script'");
    expect(directive(policy, "trusted-types")).toBe("trusted-types default");
    expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
  });

  test("names exactly the sites that the config names", () => {
    const policy = policyHeader([], OPEN);
    expect(directive(policy, "connect-src")).toBe("connect-src 'self' https://sheets.example.org");
    expect(directive(policy, "script-src")).toBe("script-src 'self'");
    expect(directive(policy, "frame-ancestors")).toBe(
      "frame-ancestors 'self' https://www.example.gov.uk https://*.example.org",
    );
  });
});

describe("files for hosts", () => {
  const files = hostHeaderFiles(stylesIn("<style>a{}</style><p></p><style>b{}</style>"), OPEN);

  test.each(["_headers", ".htaccess", "nginx-headers.conf", "web.config"])("%s carries the whole policy", (name) => {
    const text = files.get(name) ?? "";
    const policy = policyHeader(["a{}", "b{}"], OPEN);
    expect(text).toContain(policy);
    expect(policy.match(/sha256-/g)).toHaveLength(2);
    for (const header of ["Referrer-Policy", "Permissions-Policy", "X-Content-Type-Options"])
      expect(text).toContain(header);
  });

  test.each(["_headers", ".htaccess", "nginx-headers.conf", "web.config"])(
    "%s lets pages of other sites read the open data, every form of them, and nothing else",
    (name) => {
      const text = files.get(name) ?? "";
      expect(text).toContain("Access-Control-Allow-Origin");
      for (const { path } of EXPORTS) expect(text.replaceAll("\\", "")).toContain(path.replace(/\/$/, ""));
      expect(text).not.toContain("start.json");
    },
  );

  test("open whole paths of open data, for hosts that know no pattern", () => {
    expect(files.get("_headers")).toMatch(/\n\/oruk\/\*\n {2}Access-Control-Allow-Origin: \*\n/);
    expect(files.get("_headers")).toMatch(/\n\/services\.csv\n {2}Access-Control-Allow-Origin: \*\n/);
    const pattern = new RegExp(/m#(\S*oruk\S*)#/.exec(files.get(".htaccess") ?? "")?.[1] ?? "^$");
    for (const [path, open] of [
      ["/services.geojson", true],
      ["/maps/camden/oruk/services/", true],
      ["/servicesXcsv", false],
      ["/services.csv.bak", false],
      ["/start.json", false],
    ] as const) {
      expect([path, pattern.test(path)]).toEqual([path, open]);
    }
    expect([isOpenData("oruk/services/x.json"), isOpenData("index.json")]).toEqual([true, false]);
  });

  test("let only files whose names change be kept for good", () => {
    const headers = files.get("_headers") ?? "";
    for (const folder of ["assets", "parts"])
      expect(headers).toContain(`/${folder}/*\n  Cache-Control: public, max-age=31536000, immutable`);
    expect(headers.match(/immutable/g)).toHaveLength(2);
  });

  test("never let the service worker be kept, or an old publication would be", () => {
    expect(files.get("_headers")).toContain("/sw.js\n  Cache-Control: no-cache");
    expect(files.get("web.config")).toMatch(/path="sw\.js"[\s\S]*?DisableCache/);
    for (const name of [".htaccess", "nginx-headers.conf"]) {
      const kept = /\/\(\?:([a-z|]+)\)\//.exec(files.get(name) ?? "")?.[1];
      expect(kept).toBe("assets|parts");
    }
  });

  test("tell Apache and nginx of the files that the build has packed", () => {
    expect(files.get(".htaccess")).toMatch(/RewriteRule .*\.html\.br \[E=packed_br/);
    expect(files.get(".htaccess")).toMatch(/Header set Content-Encoding gzip env=/);
    expect(files.get("nginx-headers.conf")).toContain("gzip_static on;");
  });

  test("are the same for the same site", () => {
    expect(hostHeaderFiles(["b{}"], OPEN)).toEqual(hostHeaderFiles(["b{}", "b{}"], OPEN));
  });
});
