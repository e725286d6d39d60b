import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startIn } from "../../src/pipeline/site/name-parts.ts";
import type { Publication, StartFile } from "../../src/services/publication.ts";
import type { Service } from "../../src/services/service.ts";
import { decodeServiceIndex, type ServiceIndex, type ServiceIndexFile } from "../../src/services/service-index.ts";
import { DIST } from "./site.ts";

const read = <T>(file: string): T => JSON.parse(readFileSync(join(DIST, file), "utf8")) as T;

/** The start file that the built page names. */
export const startFile = (): StartFile => read<StartFile>(startIn(readFileSync(join(DIST, "index.html"), "utf8")));

/** Where a file that only the page reads stands, from the site's root: its hash is in its address. */
export const partPath = (file: string): string => `parts/${startFile().parts?.[file]}/${file}`;

/** What the built site says about itself. */
export const publication = (): Publication => read<Publication>("publication.json");

/** Services without places, as the page loads them first. */
export const serviceIndex = (): ServiceIndex => decodeServiceIndex(read<ServiceIndexFile>("index.json"));

/** Full records of the services, in the order of the index. */
export function publishedServices(): readonly Service[] {
  const { count } = serviceIndex();
  const perPart = publication().detailsPerPart;
  const parts = Math.ceil(count / perPart);
  return Array.from({ length: parts }, (_, part) =>
    read<readonly Service[]>(partPath(`details/services-${part}.json`)),
  ).flat();
}

/** The first published service that meets a need; throws when none does, because a journey without one proves nothing. */
export function serviceWith(need: string, meets: (service: Service) => boolean): Service {
  const found = publishedServices().find(meets);
  if (found === undefined) throw new Error(`The published data hold no service with ${need}.`);
  return found;
}
