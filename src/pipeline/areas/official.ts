/**
 * How many there are by the publishers of the vintages in use, and the residents of London as the LSOAs of Census 2021
 * add up (ONS publishes 8,799,800, rounded). A newer vintage changes them here.
 */
export const OFFICIAL = {
  boroughs: 33,
  lsoas: 4994,
  msoas: 1002,
  postcodes: 180_792,
  practices: 1153,
  residents: 8_799_689,
} as const;
