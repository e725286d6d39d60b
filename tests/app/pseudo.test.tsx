// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { cleanup, fireEvent, render, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { App } from "../../src/app/shell/App.tsx";
import { readAddress } from "../../src/app/state/address.ts";
import { StoreContext } from "../../src/app/state/app-context.tsx";
import { readFragment } from "../../src/app/state/route.ts";
import { createAppStore } from "../../src/app/state/store.ts";
import { TodayContext } from "../../src/app/state/today-context.tsx";
import { WordsContext } from "../../src/app/words-context.tsx";
import { localeById } from "../../src/locale/locales.ts";
import { createWords, type Words } from "../../src/locale/words.ts";
import { FACET_IDS, type Vocabularies } from "../../src/services/facets.ts";
import { pseudoMessage, pseudoMessages } from "../locale/pseudo.ts";
import { madeUp, ready, TODAY, vocabularies } from "./fixture.tsx";

/** The pseudo-locale borrows a script in which no date, number or distance of the device is written in Latin letters. */
const BORROWED = "bg";

const spoken: { words: Words | null } = { words: null };
vi.mock("../../src/app/shortlist/sheet-words.ts", () => ({
  withSheetWords: async (words: Words) => words,
  loadSheetSpoken: async ({ id }: { id: string }) => ({
    words: id === "en" ? (await import("./fixture.tsx")).words : spoken.words,
    terms: {},
  }),
}));

/**
 * Records whose names are in a script of their own, so that they are not taken for the page's; what else they say is
 * English, and is to be marked as such.
 */
const services = [
  madeUp({
    id: "kafes",
    name: "Καφές στις τρεις",
    alternateName: "Ο καφές",
    organisation: { id: "o", name: "Παράδειγμα", charityNumber: "1234567" },
    summary: "A place to talk.",
    description: "With tea and coffee.",
    terms: {
      spokenLanguage: ["Somali", "Bengali"],
      faith: ["Muslim"],
      specialism: ["befriending", "food", "a thing nobody lists"],
      community: ["Somali"],
      whoFor: ["carers"],
      howToGetIn: ["self-referral"],
      access: ["step-free"],
      cost: ["free"],
    },
    qualifiers: { spokenLanguage: { so: "staff" } },
    eligibility: { text: "Everyone is welcome", minAge: 18, maxAge: 65, residence: "Near here" },
    referral: { text: "Just come" },
    schedule: [{ weekday: 1, opens: "10:00", closes: "12:00", frequency: "fortnightly" }],
    scheduleText: "On Tuesdays",
    phones: [{ number: "020 7946 0018", dial: "+442079460018" }],
    emails: ["tea@example.org"],
    urls: ["https://www.example.org/tea"],
    contactText: "Ring in the morning",
    costText: "Free for all",
    capacity: { state: "waiting-list", asOf: "2026-10" },
    assured: { date: "2026-10-02", by: "Παράδειγμα" },
    locations: [
      { name: "Αίθουσα", address: "1 Οδός", postcode: "E1 6AN", lon: -0.0712, lat: 51.5176, borough: "E09000030" },
    ],
    helpsToo: true,
  }),
  madeUp({
    id: "rough",
    name: "Περίπου",
    locations: [{ borough: "E09000012", lon: -0.08, lat: 51.54, precision: "approximate" }],
  }),
  madeUp({ id: "secret", name: "Κρυφό", sensitive: true, phones: [{ number: "020 7946 0019", dial: null }] }),
  madeUp({
    id: "scheme",
    name: "Σχέδιο",
    kind: "social-prescribing",
    serviceArea: { scope: "london" },
    hostSetting: "In a surgery",
    eligibility: { text: "Everyone is welcome" },
    referral: { text: "Ask your doctor" },
  }),
  madeUp({ id: "hall", name: "Αίθουσα", kind: "place", locations: [{ borough: "E09000030" }] }),
];

/** Everything that can be met: the screen's address, and what is done there before it is read. */
const SCREENS: readonly (readonly [what: string, hash: string])[] = [
  ["finding", "#/"],
  ["finding with filters", "#/?speaks=so&only=1&faith=φφφ"],
  ["nothing found", "#/?speaks=so&faith=sikh&only=1"],
  ["a service", "#/service/kafes"],
  ["a service with a rough place", "#/service/rough"],
  ["a service with a private address", "#/service/secret"],
  ["a scheme", "#/service/scheme"],
  ["a service that is gone", "#/service/gone"],
  ["the questions", "#/ask"],
  ["an empty list", "#/shortlist"],
  ["a list that was sent", "#/shortlist?ids=kafes,rough,secret,scheme,gone"],
  ["who is left out", "#/equity?speaks=so"],
  ["a borough's profile", "#/equity?speaks=so&profile=E09000030"],
  ["about the data", "#/about"],
  ["checking a spreadsheet", "#/check"],
  ["a frame of one's own", "#/embed"],
  ["privacy", "#/privacy"],
  ["accessibility", "#/accessibility"],
];

/** Names that stay as they are in every language: of areas, of licences and forms, and of what stands in an address. */
const PROPER = new RegExp(
  [
    ...(
      JSON.parse(readFileSync("data/areas/boroughs.json", "utf8")) as { boroughs: { name: string; short: string }[] }
    ).boroughs.flatMap(({ name, short }) => [name, short]),
    ...(
      JSON.parse(readFileSync("data/areas/icbs.json", "utf8")) as {
        lists: { icbs: { name: string; short: string }[] }[];
      }
    ).lists.flatMap(({ icbs }) => icbs.flatMap(({ name, short }) => [name, short])),
    // The census's own names, where a sentence holds them.
    "All usual residents aged 3 years and over",
    "African language: \\S+",
    "\\S+@\\S+",
    "https?://\\S+",
    "(?:www\\.)?example\\.org\\S*",
    "localhost\\S*",
    "\\b[A-Z]{1,2}\\d\\w*(?: \\d[A-Z]{2})?",
    "\\d[a-f]\\b",
  ].join("|"),
  "g",
);

const ATTRIBUTES = ["aria-label", "aria-description", "aria-valuetext", "title", "alt", "placeholder", "label"];

/** What is said on the page, in text and in names, less what is marked as English or as another language's own name. */
function saidOnThePage(locale: string): readonly string[] {
  const said: string[] = [];
  const foreign = (element: Element): boolean => {
    const marked = element.closest("[lang]");
    return (
      (marked !== null && marked.getAttribute("lang") !== locale) ||
      element.closest("code, pre, textarea, script, style") !== null
    );
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement !== null && !foreign(node.parentElement)) said.push(node.textContent ?? "");
  }
  for (const element of document.querySelectorAll("*")) {
    if (foreign(element)) continue;
    for (const name of ATTRIBUTES) said.push(element.getAttribute(name) ?? "");
  }
  return said.map((text) => text.replace(PROPER, " ").trim()).filter((text) => text !== "");
}

/** The neighbourhoods under names of another script: theirs are names, and not ours to translate. */
function renamed(file: string): unknown {
  const { msoas, wards, ...rest } = JSON.parse(file) as Record<"msoas" | "wards", { names: string }>;
  const inGreek = ({ names, ...area }: { names: string }) => ({ ...area, names: names.replace(/[a-z]/gi, "α") });
  return { ...rest, msoas: inGreek(msoas), wards: inGreek(wards) };
}

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal("scrollTo", () => {});
  vi.stubGlobal("fetch", async (file: string) => {
    if (file.startsWith("details/")) return new Response(JSON.stringify(services));
    if (file === "areas/lsoas.json")
      return new Response(JSON.stringify(renamed(readFileSync("data/areas/lsoas.json", "utf8"))));
    if (file.startsWith("areas/")) return new Response(readFileSync(`data/${file}`));
    return new Response("", { status: 404 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function pseudoVocabularies(): Vocabularies {
  return Object.fromEntries(
    FACET_IDS.map((facet) => {
      const terms = vocabularies[facet].terms.map(({ own: _, ...term }) => ({
        ...term,
        label: pseudoMessage(term.label, "accented"),
      }));
      return [facet, { ...vocabularies[facet], terms, byId: new Map(terms.map((term) => [term.id, term])) }];
    }),
  ) as unknown as Vocabularies;
}

/** Once nothing has changed on the page for a moment. */
async function settled(): Promise<void> {
  let before = "";
  await waitFor(
    () => {
      const now = document.body.innerHTML;
      const same = now === before;
      before = now;
      if (!same) throw new Error("not yet");
    },
    { timeout: 20_000, interval: 120 },
  );
}

async function open(hash: string): Promise<void> {
  const locale = localeById(BORROWED);
  if (locale === null) throw new Error("The borrowed locale is gone.");
  const words: Words = {
    ...createWords({
      locale: locale.id,
      direction: locale.direction,
      messages: pseudoMessages("accented"),
      compile: compileMessage,
    }),
    complete: () => Promise.resolve(words),
    // It has them all: what a part brings in the borrowed locale's own words is put aside.
    with: () => words,
  };
  spoken.words = words;
  const made = ready(services);
  const title = "Χάρτης";
  const publisher = "Παράδειγμα";
  const loaded = {
    ...made,
    servicesCount: 4,
    vocabularies: pseudoVocabularies(),
    publication: {
      ...made.publication,
      title,
      publisher,
      contact: { name: publisher, email: "map@example.org" },
      sources: made.publication.sources.map((source) => ({
        ...source,
        title,
        publisher,
        credit: "With thanks",
        notes: ["Made by hand"],
        licence: { ...source.licence, name: "©" },
      })),
    },
  };
  window.location.hash = hash;
  const store = createAppStore(readFragment(hash).route);
  store.setState({ loading: loaded });
  readAddress(store);
  render(
    <StoreContext value={store}>
      <WordsContext value={words}>
        <TodayContext value={TODAY}>
          <App ready={loaded} spoken={{ locale, words, terms: {} }} localeFailed />
        </TodayContext>
      </WordsContext>
    </StoreContext>,
  );
  const waiting = words.t("part.loading");
  await waitFor(
    () => {
      if (document.querySelector("main") === null || document.body.textContent?.includes(waiting))
        throw new Error("not yet");
    },
    { timeout: 20_000 },
  );
  await settled();
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details")) {
    details.open = true;
    fireEvent(details, new Event("toggle"));
  }
  await settled();
}

describe("in the pseudo-locale", () => {
  test.each(SCREENS)("%s says nothing that a translator can't reach, and has the way out", async (_, hash) => {
    await open(hash);
    const said = saidOnThePage(BORROWED);
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((text) => /[A-Za-z]{2,}/.test(text))).toEqual([]);
    // Whatever is open, the way out is there, and so is the way to forget.
    expect(document.querySelector("a.leave")?.getAttribute("href")).toBe("https://example.org/weather");
    expect(document.querySelector('a[href="#/privacy"]')).not.toBeNull();
  });
});
