import { csvRows } from "./csv.ts";
import { troubled } from "./json-table.ts";
import type { JsonObject } from "./json-values.ts";
import { openReferralTable } from "./open-referral.ts";
import type { Reader, Table, TableFault } from "./readers.ts";

type Rows = readonly Readonly<Record<string, string>>[];

/** Table → the other names it goes by: the standard has changed them from singular to plural and back. */
const TABLES = {
  services: ["service"],
  organizations: ["organization"],
  organization_identifiers: ["organization_identifier"],
  locations: ["location"],
  addresses: ["address", "physical_addresses", "physical_address"],
  service_at_locations: ["service_at_location"],
  service_areas: ["service_area"],
  phones: ["phone"],
  contacts: ["contact"],
  languages: ["language"],
  schedules: ["schedule", "regular_schedules", "regular_schedule"],
  accessibility: ["accessibilities", "accessibility_for_disabilities"],
  cost_options: ["cost_option"],
  attributes: ["attribute"],
  taxonomy_terms: ["taxonomy_term"],
  taxonomies: ["taxonomy"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type TableName = keyof typeof TABLES;

/** Rows of one table; two files of one table (`schedule.csv`, `schedules.csv`) count as one, each id once. */
function tableRows(name: TableName, files: ReadonlyMap<string, string>, faults: TableFault[]): Rows {
  const seen = new Set<string>();
  const rows: Readonly<Record<string, string>>[] = [];
  for (const known of [name, ...TABLES[name]]) {
    const found = [...files].find(([file]) => file.toLowerCase().replace(/^.*\//, "") === `${known}.csv`);
    if (found === undefined) continue;
    for (const row of csvRows(found[1], found[0], faults)) {
      const id = row.id ?? "";
      if (id !== "" && seen.has(id)) continue;
      seen.add(id);
      rows.push(row);
    }
  }
  return rows;
}

/** Rows by what one of their columns holds. */
function by(rows: Rows, column: string): (id: string | undefined) => Rows {
  const groups = new Map<string, Readonly<Record<string, string>>[]>();
  for (const row of rows) {
    const key = row[column] ?? "";
    if (key === "") continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return (id) => (id === undefined ? [] : (groups.get(id) ?? []));
}

/** The tables joined to services as the standard's JSON nests them; what a table loses is told in `faults`. */
export function joinedServices(files: ReadonlyMap<string, string>, faults: TableFault[] = []): readonly JsonObject[] {
  const rows = (name: TableName): Rows => tableRows(name, files, faults);
  const organizations = by(rows("organizations"), "id");
  const identifiers = by(rows("organization_identifiers"), "organization_id");
  const locations = by(rows("locations"), "id");
  const addresses = by(rows("addresses"), "location_id");
  const accessibility = by(rows("accessibility"), "location_id");
  const atService = by(rows("service_at_locations"), "service_id");
  const attributes = by(rows("attributes"), "link_id");
  const terms = by(rows("taxonomy_terms"), "id");
  const taxonomies = by(rows("taxonomies"), "id");
  const contacts = by(rows("contacts"), "service_id");
  const phones = rows("phones");
  const [ofContact, ofService, ofPlace] = ["contact_id", "service_id", "service_at_location_id"].map((column) =>
    by(phones, column),
  ) as [ReturnType<typeof by>, ReturnType<typeof by>, ReturnType<typeof by>];
  const ofServiceIn = (name: TableName): ReturnType<typeof by> => by(rows(name), "service_id");
  const schedules = ofServiceIn("schedules");
  const areas = ofServiceIn("service_areas");
  const languages = ofServiceIn("languages");
  const costs = ofServiceIn("cost_options");

  const term = (id: string | undefined): JsonObject => {
    const [found = {}] = terms(id);
    const [taxonomy] = taxonomies(found.taxonomy_id);
    return taxonomy === undefined ? found : { ...found, taxonomy_detail: taxonomy };
  };
  return rows("services").map((service) => {
    const [organization] = organizations(service.organization_id);
    return {
      ...service,
      ...(organization === undefined
        ? {}
        : { organization: { ...organization, organization_identifiers: identifiers(organization.id) } }),
      contacts: contacts(service.id).map((contact) => ({ ...contact, phones: ofContact(contact.id) })),
      phones: ofService(service.id),
      languages: languages(service.id),
      schedules: schedules(service.id),
      service_areas: areas(service.id),
      cost_options: costs(service.id),
      attributes: attributes(service.id).map((attribute) => ({
        ...attribute,
        taxonomy_term: term(attribute.taxonomy_term_id),
      })),
      service_at_locations: atService(service.id).map((at) => {
        const [location = {}] = locations(at.location_id);
        return {
          ...at,
          phones: ofPlace(at.id),
          location: {
            ...location,
            addresses: addresses(at.location_id),
            accessibility: accessibility(at.location_id),
          },
        };
      }),
    };
  });
}

function readFolder(files: ReadonlyMap<string, string>): Table {
  const faults: TableFault[] = [];
  const services = joinedServices(files, faults);
  if (services.length === 0) {
    return troubled("The folder has no services.csv with rows in it. If it holds other files, name one of them.");
  }
  const table = openReferralTable(services);
  return { ...table, faults: [...faults, ...table.faults] };
}

/**
 * Open Referral UK and HSDS as a folder of joined CSV tables, as a borough's database exports them. Tables that are
 * missing are simply not joined; only `services.csv` must be there.
 */
export const openReferralTables: Reader = {
  id: "open-referral-tables",
  label: "Open Referral tables",
  extensions: [],
  recognises: () => false,
  read: () => troubled("Open Referral tables are a folder of CSV files. Give the folder, not one of its files."),
  readFolder,
};
