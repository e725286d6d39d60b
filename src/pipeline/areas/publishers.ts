/** A publisher's file: whose, which, of when, and what was done to it before it came into the folder. */
export interface PublishersFile {
  readonly product: string;
  readonly before?: string;
}

const census = (table: string): PublishersFile => ({
  product: `ONS (Nomis), Census 2021 ${table}, local authorities`,
  before: "cut to London; table prefix taken off the headings",
});

/** Every file the areas are derived from, by its path in the folder. */
export const PUBLISHERS: Readonly<Record<string, PublishersFile>> = {
  "boroughs_bgc.geojson": {
    product: "ONS, LSOA boundaries December 2021 (BGC, 20 m)",
    before: "LSOAs joined by borough, so that their edges are the same",
  },
  "lsoa21_bgc.geojson": { product: "ONS, LSOA boundaries December 2021 (BGC, 20 m)", before: "cut to London" },
  "imd2025_lsoa21.csv": {
    product: "MHCLG, English Indices of Deprivation 2025, Files 1, 3 and 7 (30 October 2025)",
    before: "joined by LSOA, cut to London",
  },
  "postcodes_london.csv.gz": {
    product: "Ordnance Survey, Code-Point Open 2025.4.0 (October 2025)",
    before:
      "degrees from eastings and northings (1 to 3 m off); LSOA by point in polygon, nearest of its borough for 66 rows",
  },
  "lookups/lsoa21_to_msoa21_ward24_lad_icb.csv": {
    product: "ONS, LSOA 2021 to MSOA 2021, ward 2024 (best fit) and borough; House of Commons Library, MSOA names",
    before: "joined by LSOA",
  },
  "nhs/borough_to_icb.csv": {
    product: "ONS, LSOA 2021 to ICB April 2024; ICBs of April 2026; GLA, Inner London",
    before: "one row a borough; point for a label and area worked out",
  },
  "nhs/gp_practices.csv": {
    product: "NHS England, epraccur and ePCN (February 2026)",
    before: "active practices with a London postcode, placed by postcode, title-cased",
  },
  "census2021/borough_ts001_usual_residents.csv": census("TS001"),
  "census2021/borough_ts007_age_single_year.csv": census("TS007"),
  "census2021/borough_ts021_ethnic_group.csv": census("TS021"),
  "census2021/borough_ts022_ethnic_group_detailed.csv": census("TS022"),
  "census2021/borough_ts024_main_language_detailed.csv": census("TS024"),
  "census2021/borough_ts025_household_language.csv": census("TS025"),
  "census2021/borough_ts029_proficiency_in_english.csv": census("TS029"),
  "census2021/borough_ts030_religion.csv": census("TS030"),
  "census2021/borough_ts037_general_health.csv": census("TS037"),
  "census2021/borough_ts038_disability.csv": census("TS038"),
  "census2021/borough_ts039_unpaid_care.csv": census("TS039"),
  "census2021/lsoa21_population_religion_ethnicity_disability.csv": {
    product: "ONS, Census 2021 TS030, TS021 and TS038, LSOAs",
    before: "joined by LSOA, cut to London",
  },
  "census2021/lsoa21_main_language_11.csv": {
    product: "ONS, Census 2021, main language in broad groups (table made for a customer), LSOAs",
    before: "cut to London",
  },
  "census2021/msoa21_ts029_proficiency_in_english.csv": {
    product: "ONS, Census 2021 TS029, MSOAs",
    before: "cut to London",
  },
  "census2021/msoa21_ethnic_group.csv": {
    product: "ONS, Census 2021 TS022 (headings), MSOAs",
    before: "cut to London",
  },
  "basemap/roads_london.geojson": {
    product:
      "TfL, Road Network (2017) and bus routes (April 2026); OS VectorMap District (2017); DfT, Major Road Network (2018) and traffic count points",
    before: "burnt into a 4 m grid, thinned to centre lines, class and number by vote",
  },
  "basemap/parks_os.geojson": { product: "Ordnance Survey, Open Greenspace (2017 to 2019), public parks and gardens" },
  "basemap/parks_osm_extra.geojson": {
    product: "OpenStreetMap (May 2026), parks and commons",
    before: "those that the layer above does not cover",
  },
  "basemap/water_thames_os.geojson": { product: "Ordnance Survey open data, River Thames", before: "cut to the map" },
  "basemap/water_lakes_os.geojson": { product: "Ordnance Survey, Strategi (2016), lakes and docks" },
  "basemap/waterways_osm.geojson": { product: "OpenStreetMap (May 2026), named rivers and canals" },
  "basemap/rail_network_rail_waymarks.geojson": {
    product: "Network Rail, quarter-mile posts (January 2024)",
    before: "joined in order along each line",
  },
  "basemap/rail_tfl.geojson": { product: "TfL, Unified API, line routes (August 2026)" },
  "basemap/borough_lines_inner.geojson": {
    product: "ONS, LSOA boundaries December 2021 (BGC, 20 m)",
    before: "lines between boroughs, each once, without the banks of the Thames",
  },
  "basemap/london_outline_closed.geojson": {
    product: "ONS, LSOA boundaries December 2021 (BGC, 20 m)",
    before: "one ring, closed over the Thames by 375 m, simplified to about 40 m",
  },
  "basemap/places_london.geojson": {
    product: "GeoNames; House of Commons Library, MSOA names; TfL, stations",
    before: "joined; ranks after the London Plan's town centres",
  },
  "basemap/stations_tfl_nr.geojson": { product: "TfL, Unified API, stations and tram stops (August 2026)" },
  "basemap/stations_osm.geojson": {
    product: "OpenStreetMap (April 2026), stations",
    before: "closed stations and miniature railways removed",
  },
};
