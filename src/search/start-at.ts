import type { GazetteerPlace } from "./gazetteer.ts";
import type { Near } from "./selection.ts";

/** A place as a start: its id goes to the address, its name is what the person sees. */
export function startAt(place: GazetteerPlace, radius: number | null): Near {
  return {
    point: place.point,
    radius,
    label: place.name,
    ...(place.borough === undefined ? {} : { borough: place.borough }),
    ...(place.id === undefined ? {} : { place: place.id }),
  };
}
