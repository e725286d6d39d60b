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
import { fetchJson } from "./load.ts";

let lists: Promise<Gazetteer> | null = null;

/** Boroughs, neighbourhoods, stations and practices by name: fetched whole on first use. Rejects with a LoadError. */
export function loadGazetteer(): Promise<Gazetteer> {
  lists ??= Promise.all([
    fetchJson<BoroughsFile>("areas/boroughs.json"),
    fetchJson<NeighbourhoodsFile>("areas/neighbourhoods.json"),
    fetchJson<StationsFile>("areas/stations.json"),
    fetchJson<StationsFile>("areas/stations-osm.json"),
    fetchJson<PracticesFile>("areas/practices.json"),
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
