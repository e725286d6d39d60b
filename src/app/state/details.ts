import type { Service } from "../../services/service.ts";
import { fetchJson, LoadError } from "./load.ts";
import type { Ready } from "./store.ts";

const detailParts = new Map<string, Promise<readonly Service[]>>();

/** The full record of a row, from its part; parts are kept for the visit, but a failed one is asked for again. */
export async function loadDetails(row: number, ready: Ready): Promise<Service> {
  const { index, servicesCount, publication, live } = ready;
  const perPart = publication.detailsPerPart;
  const place = row >= servicesCount;
  const known = live?.records.get(index.ids[row] ?? "");
  if (known !== undefined) return known;
  const inLayer = place ? row - servicesCount : (live?.builtRows[row] ?? row);
  const file = `details/${place ? "places" : "services"}-${Math.floor(inLayer / perPart)}.json`;
  const part = detailParts.get(file) ?? fetchJson<readonly Service[]>(file);
  detailParts.set(file, part);
  try {
    const service = (await part)[inLayer % perPart];
    // Another service's number would be worse than none.
    if (service?.id !== index.ids[row]) throw new LoadError("unreadable", file);
    return service as Service;
  } catch (error) {
    detailParts.delete(file);
    throw error;
  }
}
