const dayHeadings = (day: string): readonly string[] => {
  const names = [day, day.slice(0, 3)];
  return names.flatMap((name) => [
    name,
    ...["hours", "opening hours", "times", "staffed hours", "open"].map((word) => `${name} ${word}`),
  ]);
};

/** A column for each day, as libraries' and shops' lists have them. */
const WEEKDAYS = {
  monday: dayHeadings("monday"),
  tuesday: dayHeadings("tuesday"),
  wednesday: dayHeadings("wednesday"),
  thursday: dayHeadings("thursday"),
  friday: dayHeadings("friday"),
  saturday: dayHeadings("saturday"),
  sunday: dayHeadings("sunday"),
} as const;

/**
 * Headings of our own flat CSV and the ways that other files write them; a newcomer adds a spelling here and nowhere
 * else. Compared without case, spaces and marks: `Post Code`, `post_code` and `POSTCODE*` are one.
 */
export const HEADINGS = {
  id: ["reference", "ref", "service id", "uniqueid", "unique id"],
  kind: ["record kind", "record type"],
  name: [
    "service name",
    "service",
    "title",
    "library",
    "library name",
    "reception name",
    "venue name",
    "project name",
    "group name",
    "centre name",
    "site name",
  ],
  alternate_name: ["also known as", "aka", "other name", "alternative name"],
  organisation: [
    "organisation name",
    "organization",
    "organization name",
    "org name",
    "org",
    "provider",
    "charity name",
    "recipient org name",
    "run by",
    "who runs it",
  ],
  organisation_id: ["organization id", "org id"],
  charity_number: ["charity no", "registered charity number", "charity reg no", "recipient org charity number"],
  company_number: ["company no", "companies house number", "recipient org company number"],
  organisation_income: ["annual income", "charity income", "latest income", "income per year"],
  organisation_url: ["organisation website", "organization url"],
  summary: ["short description", "what it does", "what they do", "what we do", "in brief"],
  description: [
    "details",
    "about",
    "what",
    "what happens there",
    "long description",
    "service description",
    "activities",
  ],
  status: ["open or closed", "record status"],
  status_note: ["note on status"],
  closed: ["is closed", "permanently closed", "year closed", "date closed", "closed on"],
  address: [
    "address 1",
    "address line 1",
    "street",
    "street address",
    "streetaddress",
    "full address",
    "reception address",
    "recipient org street address",
    "venue address",
    "where they meet",
    "where we meet",
    "where do you meet",
    "location",
  ],
  address_2: ["address 2", "address line 2"],
  address_3: ["address 3", "address line 3"],
  address_4: ["address 4", "address line 4"],
  town: ["city", "post town", "town or city", "recipient org city"],
  country: ["recipient org country", "country code"],
  postcode: ["post code", "postal code", "zip", "zip code", "recipient org postal code", "venue postcode"],
  lat: ["latitude", "loc lat", "y coordinate wgs84"],
  lon: ["lng", "long", "longitude", "loc long", "x coordinate wgs84"],
  lat_lon: ["latt long", "lat long", "latlong", "lat lng", "coordinates", "geolocation", "latitude longitude"],
  easting: ["eastings", "x", "bng e", "os easting"],
  northing: ["northings", "y", "bng n", "os northing"],
  precision: ["location precision"],
  location_name: ["venue", "place", "where held", "building"],
  location_note: ["directions", "how to find us", "getting there"],
  location_borough: [
    "borough",
    "borough name",
    "local authority",
    "authority",
    "district",
    "local authority name",
    "london borough",
    "council",
  ],
  serves: [
    "boroughs",
    "area served",
    "areas served",
    "service area",
    "area",
    "boroughs served",
    "areas covered",
    "coverage",
  ],
  spoken_languages: [
    "languages",
    "language",
    "languages spoken",
    "spoken languages",
    "language spoken",
    "community languages",
  ],
  faiths: ["faith", "religion", "faith religion", "faith or religion", "faith group"],
  specialisms: [
    "specialism",
    "category",
    "categories",
    "service type",
    "type of support",
    "themes",
    "topic",
    "topics",
    "needs",
    "need",
    "support type",
  ],
  communities: ["community", "ethnicity", "community served", "communities served", "heritage"],
  who_for: [
    "who is it for",
    "whos this for",
    "who for",
    "whom it is for",
    "target group",
    "client group",
    "audience",
    "beneficiaries",
    "demographic",
    "for",
  ],
  led_by: ["community led", "led by community"],
  how_to_get_in: ["access route", "how to access", "referral route", "referral routes", "how to join"],
  format: ["delivery", "delivery method", "how delivered", "attending type"],
  cost: ["price", "fee", "fees", "charge"],
  access: ["accessibility", "disabled access", "access needs"],
  pathways: ["pathway", "referral pathway", "care pathway"],
  eligibility: ["who can use it", "eligibility criteria", "who can use", "criteria"],
  min_age: ["minimum age", "age from", "youngest age"],
  max_age: ["maximum age", "age to", "oldest age"],
  residence: ["residents of", "must live in"],
  referral: ["how to refer", "referral information", "referral details", "referral email", "referral phone"],
  referral_url: ["referral link", "referral form", "referral website"],
  cost_text: ["cost details", "cost description", "cost note"],
  opening_hours: [
    "opening times",
    "hours",
    "times",
    "opening hours text",
    "when",
    "open when",
    "days and times",
    "day and time",
    "session times",
    "meeting times",
  ],
  ...WEEKDAYS,
  opening_note: ["opening hours note", "note on opening hours"],
  phone: [
    "telephone",
    "tel",
    "tel no",
    "phone number",
    "telephone number",
    "reception telephone number",
    "contact number",
    "contact telephone",
    "ring",
    "call",
    "mobile",
  ],
  email: ["e mail", "mail", "email address", "contact email", "e mail address"],
  website: [
    "web site",
    "url",
    "web",
    "web link",
    "weblink",
    "websites",
    "link",
    "web address",
    "website address",
    "reception website",
    "web page",
  ],
  contact_text: ["contact", "contact details", "contact name", "how to contact"],
  capacity: ["availability", "waiting list"],
  capacity_as_of: ["capacity date"],
  // An update of a record is no check of it: those dates belong to the source.
  assured_date: [
    "checked",
    "last checked",
    "date checked",
    "last reviewed",
    "date reviewed",
    "checked on",
    "last verified",
  ],
  assured_by: ["checked by", "verified by", "assurer"],
  assured_email: ["assurer email"],
  source_record: [],
  source_url: ["source link"],
  source_date: [
    "date of source",
    "last updated",
    "updated",
    "last modified",
    "date updated",
    "updated at",
    "last edited",
  ],
  confidence: [],
  sensitive: ["confidential", "confidential address", "hide address", "address confidential", "withhold address"],
  helps_too: ["volunteering", "volunteers welcome", "volunteers wanted"],
  host_setting: ["setting", "where it sits"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Field = keyof typeof HEADINGS;
export const FIELDS = Object.keys(HEADINGS) as readonly Field[];

/** How headings are compared: letters and digits only, lower case. */
export function headingKey(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => [field, ...HEADINGS[field]].map((spelling) => [headingKey(spelling), field] as const)),
);

/** The field that a heading means, or null when nothing in our record is called that. */
export function fieldOf(heading: string): Field | null {
  return FIELD_OF.get(headingKey(heading)) ?? null;
}

/** Which columns of a file hold which field, and what of it nobody can use. */
export interface MatchedHeadings {
  /** Numbers of the columns of each field, in the order of the file. */
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  /** Headings that mean nothing to us. */
  readonly unknown: readonly string[];
  /** Headings named in `sources.json` that the file does not have. */
  readonly missing: readonly string[];
}

/**
 * Matches a file's headings to fields: by the source's own `columns` (heading → field, or "" to leave a column out)
 * where it has any, else by what the `form` itself says its headings mean, else by alias. When two columns mean the same field both are kept, the exact name first.
 * A file with an organisation's name and no service's is a list of organisations: its names are the services' names.
 */
export function matchHeadings(
  headings: readonly string[],
  given: Readonly<Record<string, string>> = {},
  form: Readonly<Record<string, string>> = {},
): MatchedHeadings {
  const byGiven = new Map(Object.entries(given).map(([heading, field]) => [headingKey(heading), field]));
  const byForm = new Map(Object.entries(form).map(([heading, field]) => [headingKey(heading), field]));
  const columns = new Map<Field, number[]>();
  const unknown: string[] = [];
  const seen = new Set<string>();
  headings.forEach((heading, column) => {
    const key = headingKey(heading);
    if (byGiven.has(key)) seen.add(key);
    const override = byGiven.get(key) ?? byForm.get(key);
    const field = override === undefined ? fieldOf(heading) : fieldOf(override);
    if (field === null) {
      if (override === undefined && key !== "") unknown.push(heading);
      return;
    }
    const exact = key === headingKey(field);
    columns.set(field, exact ? [column, ...(columns.get(field) ?? [])] : [...(columns.get(field) ?? []), column]);
  });
  const missing = Object.keys(given).filter((heading) => !seen.has(headingKey(heading)));
  return { columns, unknown, missing };
}
