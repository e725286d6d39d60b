import { describe, expect, test } from "vitest";
import { costOf, routesOf } from "../../src/pipeline/sources/cost-and-routes.ts";
import { displayName, factsRow } from "../../src/pipeline/sources/facts.ts";
import { agesIn } from "../../src/pipeline/sources/facts-read-by-hand.ts";
import type { RawRow } from "../../src/pipeline/sources/rows.ts";
import { socialPrescribing } from "../../src/pipeline/sources/social-prescribing.ts";
import { vcse } from "../../src/pipeline/sources/vcse.ts";
import { createWords } from "../../src/pipeline/sources/words.ts";
import { vocabularies } from "./vocabularies.ts";

const raw = (cells: RawRow): RawRow => ({ id: "tea-at-three", org_name: "Tea at Three", ...cells });
const made = (cells: RawRow) => factsRow(raw(cells), createWords(vocabularies), "group");

describe("where a row is", () => {
  test("a register's contact postcode is never written, and its point is no finer than 1 km", () => {
    const row = made({
      location_basis: "register contact postcode, rounded to about 1 km",
      register_postcode: "ZZ1 1ZZ",
      charity_number: "9999999",
      boroughs: "Camden",
      location_borough: "Camden",
      address: "1 Example Road",
      lat: "51.541234",
      lon: "-0.14",
    });
    expect(row).toMatchObject({ lat: "51.54", lon: "-0.14", precision: "approximate", location_borough: "Camden" });
    expect(JSON.stringify(row)).not.toMatch(/ZZ1|Example Road/);
    expect(row.serves).toBe("");
  });

  test("a service for people facing abuse has no place, and no borough that the register gave", () => {
    for (const cells of [
      { location_basis: "withheld (abuse or violence service)" },
      { location_basis: "venue postcode centroid", specialisms: "counselling; domestic abuse" },
      { location_basis: "borough only", specialisms: "refuge" },
    ]) {
      const place = { address: "1 Example Road", postcode: "ZZ1 1ZZ", lat: "51.5", lon: "-0.1", boroughs: "Camden" };
      const row = made({ ...place, ...cells, location_borough: "Camden" });
      expect(row.sensitive).toBe("yes");
      expect(JSON.stringify(row)).not.toMatch(/Example Road|ZZ1|51\.5|precision/);
      expect(row.serves).toBe("Camden");
      expect(made({ ...place, ...cells, location_borough: "Camden", charity_number: "9999999" }).serves).toBe("");
    }
  });

  test("a venue's postcode makes a point as fine as a postcode", () => {
    expect(
      made({ location_basis: "venue postcode centroid", postcode: "E1 6AN", lat: "51.51856", lon: "-0.08" }),
    ).toMatchObject({ postcode: "E1 6AN", lat: "51.51856", precision: "postcode" });
  });

  test("a row known to one borough is listed under it, one that serves several stands in none", () => {
    expect(made({ location_basis: "borough only", boroughs: "Hackney" })).toMatchObject({
      location_borough: "Hackney",
      serves: "Hackney",
      precision: "borough",
    });
    expect(made({ location_basis: "several boroughs", boroughs: "Hackney; Islington" })).toMatchObject({
      location_borough: "",
      serves: "Hackney; Islington",
    });
  });
});

describe("what a row says", () => {
  test("heritage, circumstances and faith leave one raw column for three of ours", () => {
    expect(made({ communities: "Somali; older people; Muslim; ethnic minority communities" })).toMatchObject({
      communities: "Somali; People from minoritised ethnic communities (source does not say which)",
      who_for: "Older people",
      faiths: "Muslim (for)",
    });
  });

  test("a faith is said to be whom it is for only when the source names those people", () => {
    expect(made({ faith: "Christian (Catholic)", communities: "Sikh" }).faiths).toBe("Sikh (for); Catholic");
    expect(made({ faith: "Jewish", communities: "Jewish" }).faiths).toBe("Jewish (for)");
  });

  test("no date is taken for a check by a person", () => {
    const row = made({ source_date: "2024-05 (inferred)", needs_recheck: "no", confidence: "own-site" });
    expect(row.source_date).toBe("2024-05 (inferred)");
    expect(row.assured_date).toBeUndefined();
  });

  test("a row with a service's name is a service, one about an organisation is a group", () => {
    const words = createWords(vocabularies);
    const kinds = vcse([raw({ service_name: "Lunch club" }), raw({})], words).map(({ kind }) => kind);
    expect(kinds).toEqual(["service", "group"]);
  });

  test("schemes and connectors are social prescribing; champions, networks and directories are champions", () => {
    const kinds = ["social-prescribing-scheme", "community-connector", "network", "community-champions", "directory"];
    const rows = socialPrescribing(
      kinds.map((asset_kind) => raw({ asset_kind })),
      createWords(vocabularies),
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      "social-prescribing",
      "social-prescribing",
      "champions",
      "champions",
      "champions",
    ]);
    expect(() => socialPrescribing([raw({ asset_kind: "castle" })], createWords(vocabularies))).toThrow(/castle/);
  });

  test("a word that no vocabulary knows is kept and remembered", () => {
    const words = createWords(vocabularies);
    expect(factsRow(raw({ communities: "Atlantean" }), words, "group").communities).toBe("Atlantean");
    expect([...words.unknown]).toEqual(["community: Atlantean"]);
  });

  test.each([
    ["Lunch club", "Lunch club, Tea at Three"],
    ["Injera Club", "Injera Club"],
    ["Tea dance", "Tea dance"],
    ["NavNet", "NavNet"],
    ["including a day centre", "Tea at Three, including a day centre"],
    ["", "Tea at Three"],
  ])("the service “%s” is headed “%s”", (service, heading) => {
    expect(displayName(service === "" ? "Tea at Three" : "Tea at Three (TAT)", service, [])).toBe(heading);
  });
});

describe("cost and ways in", () => {
  const words = createWords(vocabularies);

  test.each([
    ["free", "Free", undefined],
    ["low cost (as reported)", "Low cost", undefined],
    ["£5 (as reported)", "You pay", "£5 (as reported)"],
    ["£3, free to carers (as reported)", "It depends", "£3, free to carers (as reported)"],
    ["small weekly contribution", "Low cost", "small weekly contribution"],
  ])("“%s” is “%s”, with its own words where they say more", (text, cost, costText) => {
    expect(costOf(text, words)).toEqual(costText === undefined ? { cost } : { cost, cost_text: costText });
  });

  test("a cost that is not stated stays unsaid", () => {
    expect(costOf("", words)).toEqual({});
  });

  test("a way in that names several is taken apart, and its words are kept", () => {
    expect(routesOf("GP or self-referral", "", words)).toEqual({
      how_to_get_in: "Through a GP or link worker; Ask for yourself",
      referral: "GP or self-referral",
    });
  });

  test("a professional who refers to a scheme at GP practices is a GP or link worker", () => {
    expect(routesOf("professional referral", "GP practice/PCN", words)).toMatchObject({
      how_to_get_in: "Through a GP or link worker",
      pathways: "GP practice",
    });
    expect(routesOf("professional referral", "", words).how_to_get_in).toBe("Through another professional");
  });

  test("ages are read only when they hold for everybody the sentence names", () => {
    expect(agesIn("adults aged 18 and over in Camden")).toEqual({ min_age: "18" });
    expect(agesIn("young people aged 10 to 19")).toEqual({ min_age: "10", max_age: "19" });
    expect(agesIn("people aged 50 and over, and adults who may be vulnerable")).toEqual({});
    expect(agesIn("residents; also care leavers aged 17 to 25")).toEqual({});
  });
});
