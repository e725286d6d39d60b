import { FIELDS, type Field } from "../../intake/headings.ts";

/** Fields in the order in which an officer looks for them; what no group names stands under `record`. */
const GROUPS = {
  what: ["name", "alternate_name", "kind", "summary", "description", "specialisms", "status", "status_note"],
  where: [
    "location_name",
    "address",
    "address_2",
    "address_3",
    "address_4",
    "town",
    "postcode",
    "location_borough",
    "serves",
    "lat",
    "lon",
    "lat_lon",
    "easting",
    "northing",
    "precision",
    "sensitive",
  ],
  who: [
    "who_for",
    "spoken_languages",
    "communities",
    "faiths",
    "led_by",
    "eligibility",
    "min_age",
    "max_age",
    "residence",
  ],
  how: [
    "how_to_get_in",
    "referral",
    "referral_url",
    "pathways",
    "opening_hours",
    "format",
    "cost",
    "cost_text",
    "access",
    "capacity",
    "capacity_as_of",
    "helps_too",
  ],
  contact: ["phone", "email", "website", "contact_text"],
  organisation: [
    "organisation",
    "organisation_url",
    "charity_number",
    "company_number",
    "organisation_income",
    "organisation_id",
  ],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

export type FieldGroup = keyof typeof GROUPS | "record";

const named: ReadonlySet<Field> = new Set(Object.values(GROUPS).flat());

export const FIELD_GROUPS: readonly { readonly id: FieldGroup; readonly fields: readonly Field[] }[] = [
  ...(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((id) => ({ id, fields: GROUPS[id] })),
  { id: "record", fields: FIELDS.filter((field) => !named.has(field)) },
];

/** A field as a person reads it; with `_` for spaces it is the heading of our own CSV. */
export const fieldLabel = (field: string): string => field.replaceAll("_", " ");
