import type { Basemap } from "../../map/map-options.ts";
import type { Publication } from "../../services/publication.ts";

/** What the publisher put under the marks: our own files unless the config names a style. */
export function basemapOf({ basemap = "own" }: Pick<Publication, "basemap">): Basemap {
  return URL.canParse(basemap) ? { kind: "style", url: basemap } : { kind: "embedded" };
}
