import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeOf, readLinked, shareAddress } from "../../src/app/shortlist/share-address.ts";
import { readIds } from "../../src/app/shortlist/shortlist.ts";
import { readFragment } from "../../src/app/state/route.ts";

const PAGE = { origin: "https://maps.example.org", pathname: "/london/" };
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{8,60}$/);

describe("the address of a list", () => {
  test("is short enough to type from paper: seven letters and digits a service", () => {
    const address = shareAddress(PAGE, ["bow-food-bank-example", "tea-at-three-example"]);
    expect(address).toMatch(
      /^https:\/\/maps\.example\.org\/london\/#\/shortlist\?ids=[0-9a-hjkmnp-tv-z]{7},[0-9a-hjkmnp-tv-z]{7}$/,
    );
  });

  test("never changes, for it stands on paper", () => {
    expect(codeOf("tea-at-three-example")).toBe("fgz8320");
  });

  test("a link out is a link in, whatever the ids", () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 30 }), (ids) => {
        const { route } = readFragment(new URL(shareAddress(PAGE, ids)).hash);
        const linked = route.screen === "shortlist" ? route.linked : [];
        expect(readLinked(linked, ids)).toEqual({ ids, unknown: 0 });
      }),
    );
  });

  test("ten thousand services have as many codes", () => {
    const codes = new Set(Array.from({ length: 10_000 }, (_, i) => codeOf(`service-${i}`)));
    expect(codes.size).toBe(10_000);
  });

  test("older links with whole ids still work, and entries that are unknown are counted", () => {
    const known = ["tea-at-three-example", "bow-food-bank-example"];
    const entries = readIds(`tea-at-three-example,gone-example,${codeOf("bow-food-bank-example")},zzzzzzz`);
    expect(readLinked(entries, known)).toEqual({ ids: known, unknown: 2 });
  });
});
