import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitList } from "../../src/intake/cells.ts";
import { cleanText } from "../../src/intake/clean-text.ts";
import { readDate } from "../../src/intake/dates.ts";
import { isEmail, readEmails } from "../../src/intake/emails.ts";
import { FIELDS } from "../../src/intake/headings.ts";
import { mergeServices } from "../../src/intake/merge.ts";
import { readOpeningHours } from "../../src/intake/opening-hours.ts";
import { readPhones } from "../../src/intake/phones.ts";
import { takeIn } from "../../src/intake/take-in.ts";
import { readWebAddresses } from "../../src/intake/web-addresses.ts";
import { csvCell } from "../../src/services/flat-row.ts";
import { smallWorld } from "./small-world.ts";

const source = { id: "list", file: "list.csv", reader: "csv" };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Any UTF-16 code units, lone halves of pairs included. */
const anyCharacters = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

/** Any text, with the pieces that break parsers more likely than chance would have them. */
const nastyText = fc.oneof(
  anyCharacters,
  fc
    .array(
      fc.constantFrom(
        ...[
          "<b>",
          "</b",
          "&amp;",
          "&#60;",
          "&lt;",
          "\u202e",
          "\u200d",
          "\ufeff",
          "\0",
          "\ud800",
          "=1+1",
          "'",
          '"',
          ",",
          ";",
          "|",
          "/",
        ],
        ...[
          "Ã",
          "©",
          "â€™",
          "(",
          ")",
          "\n",
          "\r",
          " ",
          "NA",
          "020 7946 0003",
          "E1 9ZZ",
          "https://",
          "javascript:",
          "a@b.org",
          "51.52",
          "9",
          "Mo",
        ],
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join("")),
);

describe("any text at all", () => {
  test("is taken in without a throw, and every row is a service or refused", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 12 }),
        fc.array(fc.array(nastyText, { maxLength: 14 }), { maxLength: 5 }),
        (headings, rows) => {
          const text = [headings, ...rows].map((cells) => cells.map(csvCell).join(",")).join("\n");
          const taken = takeIn(source, bytesOf(text), smallWorld);
          const refused = new Set(
            taken.issues.flatMap(({ row, outcome }) => (outcome === "refused" && row !== null ? [row] : [])),
          );
          expect(taken.services.length + refused.size).toBe(taken.rows);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("as bytes is taken in without a throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const taken = takeIn(source, bytes, smallWorld);
        expect(taken.trouble === null || taken.rows === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("cleaned twice is the same as cleaned once", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const once = cleanText(text).text;
        expect(cleanText(once).text).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  test("cleaned holds no control, no turning mark and no tag", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(cleanText(text).text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]|<\/?[a-z]+>/i);
      }),
      { numRuns: 300 },
    );
  });

  test("gives only web addresses, dial forms and e-mail addresses that are safe to link to", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const url of readWebAddresses(text).urls) expect(url).toMatch(/^https?:\/\/[^/\s\\@]+/);
        for (const { dial } of readPhones(text).phones) expect(dial ?? "+0").toMatch(/^\+?\d+$/);
        for (const email of readEmails(text).emails) expect(isEmail(email)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("gives only dates that exist and times that follow each other", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const { date } = readDate(text, "assured_date");
        if (date !== null) expect(new Date(date).toISOString().slice(0, date.length)).toBe(date);
        for (const { opens, closes } of readOpeningHours(text) ?? []) expect(opens < closes).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("split as a list loses no letter and no digit but those of an empty mark", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const kept = splitList(text, () => false)
          .join("")
          .replace(/[^\p{L}\p{N}]/gu, "");
        const given = text.replace(/[^\p{L}\p{N}]/gu, "");
        expect(kept.length).toBeLessThanOrEqual(given.length);
        if (!/\b(?:n\.?\/?a\.?|none|nil|null|tb[ac]|unknown)\b/i.test(text)) expect(kept).toBe(given);
      }),
      { numRuns: 200 },
    );
  });
});

describe("merging", () => {
  const word = fc.constantFrom("Tea at Three", "TEA AT THREE", "Walk & Talk", "Walk and Talk", "Harbour");
  const cells = fc.tuple(
    word,
    fc.constantFrom("", "Example Women", "Example Church"),
    fc.constantFrom("", "E1 9ZZ", "NW1 9ZZ"),
    fc.constantFrom("", "yes"),
    fc.constantFrom("", "1999999"),
  );

  test("accounts for every row once", () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 12 }), (rows) => {
        const text = ["name,organisation,postcode,sensitive,charity_number", ...rows.map((row) => row.join(","))].join(
          "\n",
        );
        const taken = takeIn(source, bytesOf(text), smallWorld);
        const merged = mergeServices(
          taken.services.map(({ service, row }) => ({ service, row, source: "list", file: "list.csv", pool: "" })),
        );
        expect(merged.services.length + (merged.mergedRows.get("list") ?? 0)).toBe(taken.services.length);
        expect(new Set(merged.services.map(({ id }) => id)).size).toBe(merged.services.length);
      }),
      { numRuns: 100 },
    );
  });

  test("never shows the place of a service that one of its rows calls sensitive", () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 12 }), (rows) => {
        const text = ["name,organisation,postcode,sensitive,charity_number", ...rows.map((row) => row.join(","))].join(
          "\n",
        );
        const taken = takeIn(source, bytesOf(text), smallWorld);
        const { services } = mergeServices(
          taken.services.map(({ service, row }) => ({ service, row, source: "list", file: "list.csv", pool: "" })),
        );
        for (const service of services.filter(({ sensitive }) => sensitive)) {
          expect(JSON.stringify(service)).not.toMatch(/9zz|51\.5|E0100/i);
        }
      }),
      { numRuns: 200 },
    );
  });
});
