import type { Vocabularies } from "../../services/facets.ts";
import { toFlatCsv } from "../../services/flat-row.ts";
import type { Service } from "../../services/service.ts";

/** Gives the list to the device as `list.csv`; nothing is sent anywhere. */
export function saveCsv(services: readonly Service[], vocabularies: Vocabularies): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([toFlatCsv(services, vocabularies)], { type: "text/csv" }));
  link.href = address;
  link.download = "list.csv";
  link.click();
  URL.revokeObjectURL(address);
}
