// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test } from "vitest";
import { EmbedScreen } from "../../src/app/embed/EmbedScreen.tsx";
import { isOrigin, mayStandHere } from "../../src/app/embed/framing.ts";
import { embedAddress, fullPageAddress, iframeSnippet } from "../../src/app/embed/snippet.ts";
import { readFragment } from "../../src/app/state/route.ts";
import { selectionFromParams } from "../../src/search/selection-url.ts";
import { madeUp, renderWith, vocabularies } from "./fixture.tsx";

afterEach(cleanup);

const PAGE = "https://maps.example.org/camden/";

describe("where the page may stand", () => {
  const top = {};
  const framed = (...ancestorOrigins: string[]) => ({
    self: {},
    top,
    location: { origin: "https://maps.example.org", ancestorOrigins },
  });

  test("by itself always, in its own site's pages too, and in a frame only where the publisher says so", () => {
    expect(mayStandHere({ self: top, top, location: { origin: "x" } }, [])).toBe(true);
    expect(mayStandHere(framed("https://maps.example.org"), [])).toBe(true);
    expect(mayStandHere(framed("https://www.example.gov.uk"), [])).toBe(false);
    expect(mayStandHere(framed("https://www.example.gov.uk"), ["https://www.example.gov.uk"])).toBe(true);
  });

  test("not when any page around it is a stranger's", () => {
    const ancestors = ["https://www.example.gov.uk", "https://strange.example"];
    expect(mayStandHere(framed(...ancestors), ["https://www.example.gov.uk"])).toBe(false);
  });

  test("a star stands for hosts below, and for nothing else", () => {
    const pattern = "https://*.example.org";
    expect(isOrigin("https://www.example.org", pattern)).toBe(true);
    expect(isOrigin("https://example.org", pattern)).toBe(false);
    expect(isOrigin("http://www.example.org", pattern)).toBe(false);
    expect(isOrigin("https://example.org.evil.example", pattern)).toBe(false);
    expect(isOrigin("https://evilexample.org", pattern)).toBe(false);
  });
});

describe("the address of a frame", () => {
  test("holds its presets, and loses only its mark on the full page", () => {
    const address = embedAddress(`${PAGE}#/embed`, new URLSearchParams("speaks=so,bn&borough=E09000007"));
    expect(address).toBe(`${PAGE}#/?embed=1&speaks=so,bn&borough=E09000007`);
    expect(fullPageAddress(address)).toBe(`${PAGE}#/?speaks=so,bn&borough=E09000007`);
    expect(fullPageAddress(`${PAGE}#/service/tea?embed=1`)).toBe(`${PAGE}#/service/tea`);
  });

  test("is written so that no title can break out of it", () => {
    expect(iframeSnippet(`${PAGE}#/?embed=1&a=b`, 'Tea "&" <script>', 800)).toMatch(
      /src="https:\/\/maps\.example\.org\/camden\/#\/\?embed=1&amp;a=b"\n {2}title="Tea &quot;&amp;&quot; &lt;script&gt;"/,
    );
  });
});

describe("the lines for another page", () => {
  const services = [madeUp({ name: "Somali tea", terms: { spokenLanguage: ["Somali"] } })];
  const snippet = () => (screen.getByRole("textbox", { name: "Lines for your page" }) as HTMLTextAreaElement).value;
  const show = (allowed: readonly string[] = []) =>
    renderWith(services, (ready) => (
      <EmbedScreen ready={{ ...ready, publication: { ...ready.publication, embed: { allowedAncestors: allowed } } }} />
    ));

  test("start the frame with what was chosen", async () => {
    show();
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Language spoken" }), "Somali");
    const fragment = /src="[^"]*(#[^"]*)"/.exec(snippet())?.[1]?.replaceAll("&amp;", "&") ?? "";
    const { route, params } = readFragment(fragment);
    expect(route.screen).toBe("find");
    expect(params.has("embed")).toBe(true);
    expect(selectionFromParams(params, vocabularies).selection.terms).toEqual({ spokenLanguage: ["so"] });
  });

  test("can start with the present search, but never hold where somebody is", async () => {
    const { store } = show();
    store.setState(({ selection }) => ({ selection: { ...selection, words: "tea" } }));
    await userEvent.click(await screen.findByRole("checkbox", { name: "Start with my present search" }));
    expect(snippet()).toContain("q=tea");
    expect(screen.getByText(/A postcode is never in the lines/)).toBeTruthy();
  });

  test("come with a word on where they work: nowhere, or the sites that are named", () => {
    show();
    expect(screen.getByText(/has named no site yet/)).toBeTruthy();
    cleanup();
    show(["https://www.example.gov.uk"]);
    expect(within(screen.getByRole("main")).getByText("https://www.example.gov.uk")).toBeTruthy();
  });
});
