import { describe, expect, test } from "vitest";
import { isEmail, readEmails } from "../../src/intake/emails.ts";

const faultsOf = (cell: string) => readEmails(cell).faults.map(({ fault }) => fault);

describe("the e-mail addresses of a cell", () => {
  test.each([
    ["Tea@Example.org", ["tea@example.org"]],
    ["a@example.org; b@example.org", ["a@example.org", "b@example.org"]],
    ["a@example.org, A@EXAMPLE.ORG", ["a@example.org"]],
    ["Email: tea@example.org.", ["tea@example.org"]],
    ["Maria <maria@example.org>", ["maria@example.org"]],
    ["a@example.org or (b@example.org)", ["a@example.org", "b@example.org"]],
    ["mailto:tea@example.org", ["tea@example.org"]],
    ["first.last+tea@mail.example.org.uk", ["first.last+tea@mail.example.org.uk"]],
  ])("%j holds %j, and nothing to report", (cell, emails) => {
    expect(readEmails(cell)).toEqual({ emails, faults: [] });
  });

  test("are none in an empty cell, without a word", () => {
    expect(readEmails("")).toEqual({ emails: [], faults: [] });
  });

  test.each(["ask at the desk", "tea.example.org"])("%j has none, which is told once", (cell) => {
    expect(readEmails(cell).emails).toEqual([]);
    expect(readEmails(cell).faults).toMatchObject([{ fault: "bad-email", outcome: "left-out", found: cell }]);
  });

  test("that are broken are left out and told by themselves, beside a sound one", () => {
    const { emails, faults } = readEmails("tea@example, b@example.org, @c");
    expect(emails).toEqual(["b@example.org"]);
    expect(faults.map(({ found }) => found)).toEqual(["tea@example", "@c"]);
  });

  test("that a website hid are told as such", () => {
    expect(readEmails("[email protected]").emails).toEqual([]);
    expect(faultsOf("[email protected]")).toContain("hidden-email");
    expect(readEmails("[Email  Protected] a@example.org")).toMatchObject({
      emails: ["a@example.org"],
      faults: [{ fault: "hidden-email" }],
    });
  });

  test("in a link lose what a reader would send unknowingly, and that is told", () => {
    for (const cell of ["mailto:a@example.org?bcc=b@example.org", "MAILTO:a@example.org?subject=Hi"]) {
      expect(readEmails(cell).emails).toEqual(["a@example.org"]);
      expect(faultsOf(cell)).toEqual(["mail-with-more"]);
    }
    expect(faultsOf("mailto:a@example.org?")).toEqual([]);
  });

  test("behind the name of a mail's header are not taken", () => {
    const slipped = readEmails("a@example.org\r\nBcc: b@example.org");
    expect(slipped.emails).toEqual(["a@example.org"]);
    expect(slipped.faults).toMatchObject([{ fault: "bad-email" }]);
    expect(readEmails("a@example.org\nb@example.org").emails).toEqual(["a@example.org", "b@example.org"]);
  });
});

describe("one bare address", () => {
  test.each(["a@example.org", "o'neill_1@x-y.example.org"])("%s is one", (text) => {
    expect(isEmail(text)).toBe(true);
  });

  test.each([
    "a@example",
    "a@b@example.org",
    ".a@example.org",
    "a..b@example.org",
    "a@-x.example.org",
    "a@example.o",
    "a b@example.org",
    "a@example.org?subject=x",
    "a@example.org\n",
    `${"a".repeat(250)}@example.org`,
  ])("%j is none", (text) => {
    expect(isEmail(text)).toBe(false);
  });

  test("may have 254 characters and no more", () => {
    const end = "@example.org";
    expect(isEmail("a".repeat(254 - end.length) + end)).toBe(true);
    expect(isEmail("a".repeat(255 - end.length) + end)).toBe(false);
  });
});
