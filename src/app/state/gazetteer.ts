import { createGazetteer, type Gazetteer } from "../../search/gazetteer.ts";
import type { BoroughsFile } from "../../services/borough.ts";
import {
  decodeNeighbourhoods,
  decodePractices,
  decodeStations,
  type NeighbourhoodsFile,
  type PracticesFile,
  type StationsFile,
} from "../../services/named-points.ts";
import { loadAreaFile } from "./area-files.ts";

let lists: Promise<Gazetteer> | null = null;

/** Boroughs, neighbourhoods, stations and practices by name: fetched whole on first use. Rejects with a LoadError. */
export function loadGazetteer(): Promise<Gazetteer> {
  lists ??= Promise.all([
    loadAreaFile<BoroughsFile>("boroughs"),
    loadAreaFile<NeighbourhoodsFile>("neighbourhoods"),
    loadAreaFile<StationsFile>("stations"),
    loadAreaFile<StationsFile>("stations-osm"),
    loadAreaFile<PracticesFile>("practices"),
  ]).then(([boroughs, neighbourhoods, stations, moreStations, practices]) =>
    createGazetteer({
      boroughs: boroughs.boroughs,
      neighbourhoods: decodeNeighbourhoods(neighbourhoods),
      stations: [...decodeStations(stations), ...decodeStations(moreStations)],
      practices: decodePractices(practices),
    }),
  );
  lists.catch(() => {
    lists = null;
  });
  return lists;
}
