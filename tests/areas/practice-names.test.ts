import fc from "fast-check";
import { expect, test } from "vitest";
import { tidyNhsName } from "../../src/pipeline/areas/practice-names.ts";

test.each([
  ["Sampleton Nhs Centre", "Sampleton NHS Centre"],
  ["Sampleton Gp Super Network Pcn", "Sampleton GP Super Network PCN"],
  ["Dr Mcsample's Surgery", "Dr McSample's Surgery"],
  ["James O'sample Medical Centre", "James O'Sample Medical Centre"],
  ["St John'S Wood & Sample Vale PCN", "St John's Wood & Sample Vale PCN"],
  ["The 4Th Floor Practice", "The 4th Floor Practice"],
  ["Health And Wellbeing At The Old End", "Health and Wellbeing at the Old End"],
  ["The Surgery", "The Surgery"],
  ["Dmc Sample Road", "DMC Sample Road"],
  ["Drs Sample And Sample", "Drs Sample and Sample"],
  ["Sampleton Ctr", "Sampleton Ctr"],
  ["All Elms Inn Park", "All Elms Inn Park"],
])("%s is written %s", (found, expected) => {
  expect(tidyNhsName(found)).toBe(expected);
});

test("a tidied name stays as it is, and only its case and spaces were touched", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."AbcDgMnOpS' &4") }), (name) => {
      const tidy = tidyNhsName(name);
      expect(tidyNhsName(tidy)).toBe(tidy);
      expect(tidy.toLowerCase()).toBe(name.replace(/\s+/g, " ").trim().toLowerCase());
    }),
  );
});
