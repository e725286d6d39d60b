import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { STALE_HEADINGS, staleLines } from "../../src/pipeline/stale.ts";
import type { ServiceDraft } from "../../src/services/create-service.ts";
import { madeUp } from "../app/fixture.tsx";

const staleCsv = (...given: Parameters<typeof staleLines>): string => [...staleLines(...given)].join("");

const ASKING = {
  title: "Example map",
  contact: { name: "the team", email: "team@example.org" },
  thresholds: { fresh: 3, fair: 6, old: 12 },
  today: "2026-11-24",
};

type Row = Readonly<Record<(typeof STALE_HEADINGS)[number], string>>;
function asked(drafts: readonly (Partial<ServiceDraft> & { readonly name: string })[], more = {}): readonly Row[] {
  const text = staleCsv(drafts.map(madeUp), { ...ASKING, ...more });
  return Papa.parse<Row>(text.replace(/^\ufeff/, ""), { header: true, skipEmptyLines: true }).data;
}
const checked = (date: string, by?: string, email?: string) => ({
  assured: { date, ...(by === undefined ? {} : { by }), ...(email === undefined ? {} : { email }) },
});

describe("the list of whom to ask what is still right", () => {
  test("has one row for each who answers for records, with all of theirs", () => {
    const rows = asked([
      { name: "Tea at Three", ...checked("2026-01-01", "Example Hub", "hub@example.org") },
      { name: "Walk and Talk", ...checked("2025-10-01", "Example Hub", "hub@example.org") },
      { name: "Harbour", emails: ["harbour@example.org"] },
    ]);
    expect(
      rows.map(({ ask, email, records, names, last_checked }) => [ask, email, records, names, last_checked]),
    ).toEqual([
      ["Harbour", "harbour@example.org", "1", "Harbour", ""],
      ["Example Hub", "hub@example.org", "2", "Tea at Three; Walk and Talk", "2025-10-01"],
    ]);
  });

  test("begins with what nobody has ever checked, then the longest ago, those with an address first", () => {
    const rows = asked([
      { name: "Nearly", ...checked("2026-08-01") },
      { name: "Old", ...checked("2026-02-01", undefined, "old@example.org") },
      { name: "Very old", ...checked("2024-06-01") },
      { name: "Never, by phone" },
      { name: "Never, by e-mail", emails: ["never@example.org"] },
    ]);
    expect(rows.map(({ ask, months_since, how_old }) => [ask, months_since, how_old])).toEqual([
      ["Never, by e-mail", "", "never checked"],
      ["Never, by phone", "", "never checked"],
      ["Very old", "29", "very old"],
      ["Old", "9", "old"],
      ["Nearly", "3", "check soon"],
    ]);
  });

  test("leaves out what was checked of late, by the map's own thresholds", () => {
    const drafts = [{ name: "Tea at Three", ...checked("2026-09-24") }];
    expect(asked(drafts)).toEqual([]);
    expect(asked(drafts, { thresholds: { fresh: 1, fair: 2, old: 3 } })).toHaveLength(1);
  });

  test("takes the date of a source for no check", () => {
    const [row] = asked([{ name: "Tea at Three", sources: [{ id: "made-up", record: "1", date: "2026-11-20" }] }]);
    expect(row?.how_old).toBe("never checked");
  });

  test("has a polite e-mail to send, with what we say of the record and how to answer", () => {
    const [row] = asked([
      {
        name: "Tea at Three",
        summary: "Tea and talk.",
        phones: [{ number: "020 7946 0003", dial: "+442079460003" }],
        emails: ["tea@example.org"],
        urls: ["https://example.org/tea"],
        ...checked("2026-01-15"),
      },
    ]);
    expect(row?.email_subject).toBe("Is this still right? Tea at Three in Example map");
    for (const part of [
      /^Hello,\n\nExample map helps people find support near them\. It lists this\. It was last checked on 2026-01-15\./,
      /Is this still right\?/,
      /Tea at Three\nWhat: Tea and talk\.\n/,
      /Phone: 020 7946 0003\n/,
      /If all is right, just answer "all right"/,
      /Thank you,\nthe team\nteam@example\.org$/,
    ]) {
      expect(row?.email_text).toMatch(part);
    }
  });

  test("has no e-mail where there is no address, but a number to ring", () => {
    const [row] = asked([{ name: "Tea", phones: [{ number: "020 7946 0003", dial: "+442079460003" }] }]);
    expect([row?.email, row?.email_text, row?.phone]).toEqual(["", "", "020 7946 0003"]);
  });

  test("tells of twenty records in one e-mail, and how many more there are", () => {
    const [row] = asked(
      Array.from({ length: 23 }, (_, i) => ({ name: `Tea ${i}`, ...checked("2025-01-01", "Hub", "hub@example.org") })),
    );
    expect(row?.records).toBe("23");
    expect(row?.email_text).toContain("And 3 more, which we send on request.");
    expect(row?.email_text).not.toContain("Tea 20\n");
  });

  test("says nothing of where a sensitive service is, and runs nothing in a spreadsheet", () => {
    const text = staleCsv(
      [
        madeUp({
          name: "=Harbour",
          sensitive: true,
          locations: [{ address: "12 Acacia Road", postcode: "NW1 9ZZ", lon: -0.14, lat: 51.54, precision: "venue" }],
        }),
      ],
      ASKING,
    );
    expect(text).toContain("'=Harbour");
    expect(text).not.toMatch(/Acacia|NW1/);
  });

  test("has its headings though there is nobody to ask", () => {
    expect(staleCsv([], ASKING)).toBe(`\ufeff${STALE_HEADINGS.join(",")}\r\n`);
  });
});
