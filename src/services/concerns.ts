import type { BoroughCode } from "./place.ts";
import type { Service } from "./service.ts";

/** Whether a record belongs on a map of these boroughs: it stands in one, serves one, or serves all London or wider. */
export function concernsArea(service: Service, area: ReadonlySet<BoroughCode>): boolean {
  const { serviceArea, locations } = service;
  if (serviceArea.scope === "london" || serviceArea.scope === "wider") return true;
  if (serviceArea.scope === "boroughs" && serviceArea.boroughs.some((code) => area.has(code))) return true;
  const stands = locations.flatMap(({ borough }) => (borough === null ? [] : [borough]));
  return stands.length === 0 ? serviceArea.scope === "not-stated" : stands.some((code) => area.has(code));
}
