import { describe, expect, test } from "vitest";
import { communityCentres, mendedCapitals } from "../../src/pipeline/sources/culture-map.ts";
import { foodBankName, foodBanks } from "../../src/pipeline/sources/food-banks.ts";
import { libraries } from "../../src/pipeline/sources/libraries.ts";
import { placesOfWorship } from "../../src/pipeline/sources/places-of-worship.ts";
import { createWords } from "../../src/pipeline/sources/words.ts";
import { vocabularies } from "./vocabularies.ts";

const words = createWords(vocabularies);

describe("food banks", () => {
  test.each([
    ["Wimbledon", "Wimbledon food bank"],
    ["Lions Food Hub", "Lions Food Hub"],
    ["Enfield (Hasi Foundation)", "Enfield food bank (Hasi Foundation)"],
  ])("“%s” is called “%s”", (name, called) => {
    expect(foodBankName(name)).toBe(called);
  });

  test("a point moved to its postcode is no finer than a postcode", () => {
    const [venue, moved] = foodBanks(
      [
        { name: "A", note: "" },
        { name: "B", note: "source point was 1.5 km from its postcode; postcode centroid used" },
      ],
      words,
    );
    expect([venue?.precision, moved?.precision]).toEqual(["venue", "postcode"]);
  });

  test("an extension of a phone number stays", () => {
    expect(foodBanks([{ name: "A", phone: "020 7946 0001 ext 224" }], words)[0]?.phone).toBe("020 7946 0001 ext 224");
  });
});

describe("libraries", () => {
  test("a mobile library has no address, no point and no hours of the building it parks at", () => {
    const [mobile] = libraries(
      [
        {
          name: "Mobile Library",
          type: "Mobile Library",
          borough: "Barnet",
          address: "1 Example Road",
          lat: "51.6",
          opening_hours: "Mo 09:00-17:00",
        },
      ],
      words,
    );
    expect(mobile).toMatchObject({ precision: "borough", location_borough: "Barnet", format: "Out and about" });
    expect(JSON.stringify(mobile)).not.toMatch(/Example|51\.6|09:00/);
  });

  test("what else is in the building is told when it is a name and left out when it is a remark", () => {
    const summaries = ["Citizens Advice", "Archives is a room withing the library building."].map(
      (co_located_with) => libraries([{ name: "Kew", type: "Static Library", co_located_with }], words)[0]?.summary,
    );
    expect(summaries).toEqual(["In the same building: Citizens Advice.", ""]);
  });

  test("a library called only after its area is called a library", () => {
    const names = ["Kew", "Lambeth Archives", "Thames Community Hub"].map(
      (name) => libraries([{ name, type: "Static Library" }], words)[0]?.name,
    );
    expect(names).toEqual(["Kew Library", "Lambeth Archives", "Thames Community Hub"]);
  });
});

describe("community centres", () => {
  test.each([
    ["Queen'S Crescent", "Queen's Crescent"],
    ["World’S End", "World’s End"],
    ["BERRIDGE ROAD ESTATE", "Berridge Road Estate"],
    ["South Hampstead and Kilburn Partnership (SHAK)", "South Hampstead and Kilburn Partnership (SHAK)"],
    ["Barking And Dagenham", "Barking and Dagenham"],
  ])("“%s” is written “%s”", (text, mended) => {
    expect(mendedCapitals(text)).toBe(mended);
  });

  test("two halls of one name in one borough have ids of their own", () => {
    const twice = { name: "Victoria Park Community Centre", borough: "Hackney" };
    const ids = communityCentres([twice, twice], words).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test("an address says neither the hall's name nor its borough again", () => {
    const [hall] = communityCentres(
      [
        {
          name: "Gnome House",
          address1: "Gnome House",
          address2: "7 Example Avenue",
          address3: "Hackney",
          borough: "Hackney",
        },
      ],
      words,
    );
    expect(hall?.address).toBe("7 Example Avenue");
  });
});

describe("places of worship", () => {
  test("the nearest postcode is no address, and only tells nameless buildings apart", () => {
    const [named, nameless] = placesOfWorship(
      [
        { id: "osm-n1", name: "St Example", religion: "Christian", nearest_postcode: "IG11 0JY" },
        { id: "osm-n2", name: "", religion: "Muslim", nearest_postcode: "IG11 0JY" },
      ],
      words,
    );
    expect(JSON.stringify(named)).not.toContain("IG11");
    expect(named?.precision).toBe("venue");
    expect(nameless?.name).toBe("Mosque (name not known), near IG11 0JY");
    expect(nameless?.postcode).toBeUndefined();
  });

  test.each([
    ["Christian", "Orthodox", "Orthodox Christian"],
    ["Christian", "Jehovah's Witnesses", "Jehovah's Witnesses"],
    ["Jewish", "Reform", "Reform Judaism"],
    ["Sikh", "Ravidassia", "Sikh; Ravidassia"],
    ["Hindu", "", "Hindu"],
  ])("%s, “%s” is the faith “%s”", (religion, denomination, faiths) => {
    expect(placesOfWorship([{ id: "osm-n1", religion, denomination }], words)[0]?.faiths).toBe(faiths);
  });
});
