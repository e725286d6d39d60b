import type { Fault } from "../services/create-service.ts";

export interface ReadEmails {
  readonly emails: readonly string[];
  readonly faults: readonly Fault[];
}

const ADDRESS =
  /^[a-z0-9!$&'*+=^_~-]+(?:\.[a-z0-9!$&'*+=^_~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;

const NONE: ReadEmails = { emails: [], faults: [] };

/** Whether a text is one bare e-mail address that a link may be made of: no header, no query, at most 254 characters. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/**
 * The e-mail addresses of a cell: several may stand in one. Written in lower case throughout, as no mailbox in use
 * minds; `[email protected]`, a web scraper's mark, counts as missing. What is no address is left out and reported.
 */
export function readEmails(cell: string): ReadEmails {
  if (cell === "") return NONE;
  if (isEmail(cell)) return { emails: [cell.toLowerCase()], faults: [] };
  const emails: string[] = [];
  const faults: Fault[] = [];
  const scraped = /\[email\s*protected\]/i.test(cell);
  if (scraped) {
    faults.push({
      field: "email",
      fault: "hidden-email",
      found: cell,
      outcome: "left-out",
      message: "A website hid this e-mail address from the program that copied it, so it was left out.",
      remedy: "Type the address as it stands on the page.",
    });
  }
  const rest = cell.replace(/\[email\s*protected\]/gi, " ").replace(/mailto:([^\s?]*)(?:\?\S*)?/gi, "$1");
  // A second reader, a subject, a text: whoever presses the link would send what the list's author wrote.
  if (/mailto:[^\s?]*\?\S/i.test(cell)) {
    faults.push({
      field: "email",
      fault: "mail-with-more",
      found: cell,
      outcome: "repaired",
      message: "The link to this e-mail address had more in it than the address. We took the address alone.",
      remedy: "Type an address such as hello@example.org.",
    });
  }
  // A line end and a header's name is how somebody else is slipped into a mail.
  const header = /[\r\n]\s*(?:bcc|cc|to|subject|reply-to)\s*:.*$/is.exec(rest);
  if (header !== null) faults.push(badEmail(cell));
  for (const piece of rest.slice(0, header?.index ?? rest.length).split(/[\s;,|<>()]+/)) {
    const bare = piece.replace(/^[.:]+|(?:[.:]|[^\u0021-\u007e])+$/g, "").toLowerCase();
    if (bare === "" || !bare.includes("@")) {
      if (bare !== "" && !/^(?:or|and|e-?mail|email|bcc|cc|to)$/.test(bare) && !cell.includes("@")) {
        faults.push(badEmail(cell));
        break;
      }
      continue;
    }
    if (isEmail(bare)) {
      if (!emails.includes(bare)) emails.push(bare);
    } else faults.push(badEmail(piece));
  }
  return { emails, faults };
}

const badEmail = (found: string): Fault => ({
  field: "email",
  fault: "bad-email",
  found,
  outcome: "left-out",
  message: "This is not a whole e-mail address, so it was left out.",
  remedy: "Type an address such as hello@example.org.",
});
