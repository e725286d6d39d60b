import { describe, expect, test } from "vitest";
import { readWebAddresses } from "../../src/intake/web-addresses.ts";

describe("the web addresses of a cell", () => {
  test.each([
    ["https://example.org/tea", ["https://example.org/tea"]],
    [" https://example.org/tea?day=1#top ", ["https://example.org/tea?day=1#top"]],
    ["example.org", ["https://example.org"]],
    ["www.example.org/tea", ["https://www.example.org/tea"]],
    ["https://example.org, https://example.com", ["https://example.org", "https://example.com"]],
    ["https://example.org | www.example.com", ["https://example.org", "https://www.example.com"]],
    ["example.org; example.com", ["https://example.org", "https://example.com"]],
    ["https://example.org and https://example.com.", ["https://example.org", "https://example.com"]],
    ["https://example.org https://example.org", ["https://example.org"]],
    ["https://example.org/a,b", ["https://example.org/a,b"]],
  ])("%j holds %j, and nothing to report", (cell, urls) => {
    expect(readWebAddresses(cell)).toEqual({ urls, faults: [] });
  });

  test("are none in an empty cell, without a word", () => {
    expect(readWebAddresses("")).toEqual({ urls: [], faults: [] });
  });

  test.each([
    ["http://https://example.org", "https://example.org"],
    ["http://https//example.org", "https://example.org"],
    ["https:/example.org", "https://example.org"],
    ["https//example.org", "https://example.org"],
    ["https://example.org./tea", "https://example.org/tea"],
    ["HTTPS://example.org", "https://example.org"],
  ])("%j has a slip that can only be meant one way: mended to %s, and told", (cell, url) => {
    expect(readWebAddresses(cell)).toMatchObject({
      urls: [url],
      faults: [{ field: "website", fault: "mended-address", found: cell, outcome: "repaired" }],
    });
  });

  test.each([
    "ask at the desk",
    "ftp://example.org",
    "javascript:alert(1)",
    "https://localhost/",
    "https://example.localhost/",
    "https://printer.local/",
    "https://wiki.internal/",
    "https://box.lan/",
    "https://192.168.0.1/",
    "https://[::1]/",
    "https://user@example.org/",
    "https:\\\\example.org",
    "https://example.org\\@example.com",
    "https:///example.org",
    "https://example.o",
    "https://example",
  ])("%j is none that may be linked to: left out, and told", (cell) => {
    expect(readWebAddresses(cell, "referral_url")).toMatchObject({
      urls: [],
      faults: [{ field: "referral_url", fault: "bad-web-address", outcome: "left-out", found: cell }],
    });
  });

  test("that only look like another's are given as they really are, and told", () => {
    const { urls, faults } = readWebAddresses("https://ехample.org/");
    expect(urls[0]).toMatch(/^https:\/\/xn--/);
    expect(faults).toMatchObject([{ fault: "look-alike-address", outcome: "kept" }]);
    expect(readWebAddresses("https://ｅxample.org/")).toMatchObject({
      urls: ["https://example.org/"],
      faults: [{ fault: "look-alike-address" }],
    });
  });

  test("in an alphabet of their own are no look-alikes", () => {
    const { urls, faults } = readWebAddresses("https://münchen.example.org/");
    expect(urls).toEqual(["https://xn--mnchen-3ya.example.org/"]);
    expect(faults).toEqual([]);
  });
});
