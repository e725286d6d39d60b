import type { FeatureCollection, Geometry } from "geojson";
import { type ASSET_GROUPS, type Assets, type BasemapAsset, sourcesOf } from "./basemap-assets.ts";

/** Zoom from which the second group is drawn at all: below it, it may wait until the first view stands. */
export const SECOND_GROUP_ZOOM = 10.5;

/**
 * Loads one group of the basemap's files and hands each to `put` as it comes. Resolves when all have come or failed,
 * with the names of those that failed: a map without its parks is still a map.
 */
export async function loadGroup(
  group: (typeof ASSET_GROUPS)[number],
  assets: Assets,
  put: (source: string, data: FeatureCollection<Geometry | null>) => void,
): Promise<readonly BasemapAsset[]> {
  const failed: BasemapAsset[] = [];
  const one = async (name: BasemapAsset): Promise<void> => {
    try {
      const sources = sourcesOf(name, await assets.load(name));
      for (const [source, data] of Object.entries(sources)) put(source, data);
    } catch {
      failed.push(name);
    }
  };
  await Promise.all(group.map(one));
  return failed;
}
