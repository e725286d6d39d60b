/** A line that the publisher of a file asks for, and the licence it is given under. */
export interface Credit {
  readonly line: string;
  readonly licence: string;
  readonly url: string;
}

const OGL = {
  licence: "Open Government Licence v3.0",
  url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
} as const;
const TFL = {
  licence: "Transport for London: transport data terms and conditions",
  url: "https://tfl.gov.uk/corporate/terms-and-conditions/transport-data-service",
} as const;
const ODBL = { licence: "Open Database License v1.0", url: "https://opendatacommons.org/licenses/odbl/1-0/" } as const;

/** Every credit, in the order the page shows them. */
export const CREDITS = {
  boundaries: {
    line: "Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2025.",
    ...OGL,
  },
  deprivation: {
    line: "English Indices of Deprivation 2025, Ministry of Housing, Communities and Local Government, © Crown copyright, Open Government Licence v3.0.",
    ...OGL,
  },
  census: {
    line: "Source: Office for National Statistics – Census 2021. Contains National Statistics data © Crown copyright and database right 2022.",
    ...OGL,
  },
  postcodes: {
    line: "Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data © Royal Mail copyright and database right 2025. Contains National Statistics data © Crown copyright and database right 2025.",
    ...OGL,
  },
  neighbourhoodNames: {
    line: "MSOA names: House of Commons Library, licensed under the Open Parliament Licence v3.0.",
    licence: "Open Parliament Licence v3.0",
    url: "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/",
  },
  nhs: {
    line: "Contains information from NHS England, licensed under the Open Government Licence v3.0.",
    ...OGL,
  },
  greenspace: {
    line: "Contains OS data © Crown copyright and database right 2019.",
    ...OGL,
  },
  water: {
    line: "Contains OS data © Crown copyright and database right 2016.",
    ...OGL,
  },
  tfl: {
    line: "Powered by TfL Open Data. Contains OS data © Crown copyright and database rights 2016 and Geomni UK Map data © and database rights [2019].",
    ...TFL,
  },
  dft: {
    line: "Contains Department for Transport data, licensed under the Open Government Licence v3.0.",
    ...OGL,
  },
  rail: {
    line: "Contains Network Rail information, licensed under the Open Government Licence v3.0.",
    ...OGL,
  },
  geonames: {
    line: "Place names: GeoNames, licensed under CC BY 4.0.",
    licence: "Creative Commons Attribution 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  osm: { line: "© OpenStreetMap contributors, Open Database License.", ...ODBL },
} as const satisfies Readonly<Record<string, Credit>>;

export type CreditId = keyof typeof CREDITS;
