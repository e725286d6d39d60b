import { readFileSync } from "node:fs";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { StoreContext } from "../../src/app/state/app-context.tsx";
import { createAppStore, type Ready } from "../../src/app/state/store.ts";
import { TodayContext } from "../../src/app/state/today-context.tsx";
import { WordsContext } from "../../src/app/words-context.tsx";
import equity from "../../src/locale/en/equity.json";
import english from "../../src/locale/en/messages.json";
import screens from "../../src/locale/en/screens.json";
import sheet from "../../src/locale/en/sheet.json";
import statements from "../../src/locale/en/statements.json";
import { createWords } from "../../src/locale/words.ts";
import { createService, type ServiceDraft } from "../../src/services/create-service.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import { FACET_IDS } from "../../src/services/facets.ts";
import type { Publication } from "../../src/services/publication.ts";
import type { Service } from "../../src/services/service.ts";
import { createVocabularies, decodeServiceIndex } from "../../src/services/service-index.ts";

export const TODAY = "2026-11-24";

export const words = createWords({
  locale: "en",
  direction: "ltr",
  messages: { ...english, ...screens, ...equity, ...sheet, ...statements },
  compile: compileMessage,
});

export const vocabularies = createVocabularies(
  Object.fromEntries(
    FACET_IDS.map((id) => [id, JSON.parse(readFileSync(`data/vocabulary/${id}.json`, "utf8"))] as const),
  ),
);

/** A made-up service; whatever is left out is not stated. */
export function madeUp(draft: Partial<ServiceDraft> & { readonly name: string }): Service {
  const id = draft.name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const { service, faults } = createService(
    { id, kind: "service", sources: [{ id: "made-up", record: id, date: "2024-05" }], ...draft },
    vocabularies,
  );
  if (service === null) throw new Error(JSON.stringify(faults));
  return service;
}

export const publication: Publication = {
  format: 1,
  built: TODAY,
  title: "A made-up map",
  area: "london",
  publisher: "Example Borough",
  contact: { name: "Example Borough", email: "map@example.org" },
  leaveAddress: "https://example.org/weather",
  thresholds: { fresh: 3, fair: 6, old: 12 },
  sources: [
    {
      id: "made-up",
      title: "A made-up list",
      publisher: "Example Borough",
      url: "https://example.org/list",
      licence: { name: "CC0", url: "https://example.org/cc0" },
      credit: "Made up for the tests.",
      date: "2024",
      layer: "services",
      rows: 3,
      services: 2,
      merged: 0,
      refused: 1,
      notes: ["None of it is true."],
    },
  ],
  parts: [{ file: "index.json", layer: "services", count: 0 }],
  detailsPerPart: 100,
  counts: { services: 0, byKind: {}, byBorough: {} },
  areaCredits: [],
};

export function ready(services: readonly Service[]): Ready {
  const index = decodeServiceIndex(encodeServiceIndex(services, ["made-up"]));
  return { status: "ready", publication, vocabularies, index, servicesCount: index.count, places: "ready" };
}

/** Renders a part as the app does; returns the store that it reads and changes. */
export function renderWith(services: readonly Service[], part: (loaded: Ready) => ReactElement) {
  const store = createAppStore({ screen: "find" });
  const loaded = ready(services);
  store.setState({ loading: loaded });
  render(
    <StoreContext value={store}>
      <WordsContext value={words}>
        <TodayContext value={TODAY}>{part(loaded)}</TodayContext>
      </WordsContext>
    </StoreContext>,
  );
  return { store, loaded };
}
