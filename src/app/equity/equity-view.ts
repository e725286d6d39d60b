import { REACH_METRES } from "../../equity/reach.ts";
import { isNothingSelected, NOTHING_SELECTED, type Reading, type Selection } from "../../search/selection.ts";
import { selectionFromParams, selectionToParams } from "../../search/selection-url.ts";
import type { Vocabularies } from "../../services/facets.ts";
import { type BoroughCode, boroughCode } from "../../services/place.ts";
import { PRESETS, type PresetId } from "./presets.ts";

/** What the page on who is left out looks at. A fact; every table is worked out from it. */
export interface EquityView {
  readonly subject:
    | { readonly kind: "preset"; readonly id: PresetId }
    | { readonly kind: "selection"; readonly selection: Selection };
  readonly reading: Reading;
  /** The distance looked at most closely, in metres: one of REACH_METRES. */
  readonly metres: number;
  /** The borough whose profile is to be printed; null = the whole page. */
  readonly profile: BoroughCode | null;
}

const FIRST: EquityView["subject"] = { kind: "preset", id: PRESETS[0].id };
const KILOMETRE = 1_000;

/** A search as a subject: a start would count only part of London, so it is left out. */
export function subjectOf(selection: Selection): EquityView["subject"] {
  const everywhere = { ...selection, near: null };
  return isNothingSelected(everywhere) ? FIRST : { kind: "selection", selection: everywhere };
}

/** The selection to search for: nothing near, places only where asked for. */
export function selectionOf({ subject, reading }: EquityView): Selection {
  if (subject.kind === "selection") return { ...subject.selection, near: null, reading };
  const preset = PRESETS.find(({ id }) => id === subject.id);
  return { ...NOTHING_SELECTED, terms: preset?.terms ?? {}, reading };
}

/** The view as parameters of the address; what stands at its default leaves no trace. */
export function viewToParams(view: EquityView): URLSearchParams {
  const { subject, reading, metres, profile } = view;
  const params =
    subject.kind === "preset"
      ? new URLSearchParams({ about: subject.id })
      : selectionToParams({ ...subject.selection, near: null, reading: "may-fit" });
  if (reading === "may-fit") params.set("all", "1");
  if (metres !== KILOMETRE) params.set("km", String(metres / 1_000));
  if (profile !== null) params.set("profile", profile);
  return params;
}

/** The view that an address holds; nonsense is dropped. With nothing in the address, the present search, else a preset. */
export function viewFromParams(params: URLSearchParams, vocabularies: Vocabularies, current: Selection): EquityView {
  const preset = PRESETS.find(({ id }) => id === params.get("about"));
  const { selection } = selectionFromParams(params, vocabularies);
  const metres = REACH_METRES.find((distance) => String(distance / 1_000) === params.get("km")) ?? KILOMETRE;
  return {
    subject:
      preset !== undefined
        ? { kind: "preset", id: preset.id }
        : subjectOf(isNothingSelected(selection) ? current : selection),
    reading: params.has("all") ? "may-fit" : "says-so",
    metres,
    profile: boroughCode(params.get("profile") ?? ""),
  };
}
