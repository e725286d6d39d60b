import type { HostilePlace } from "./corpus.ts";

const place = (name: string, lat: string, lon: string, geometry = `{"type":"Point","coordinates":[${lon},${lat}]}`) =>
  ({ name, class: "point", cells: [lat, lon], geometry }) as const;

const around = (count: number): string =>
  JSON.stringify(Array.from({ length: count }, (_, i) => [-0.1 + Math.cos(i) / 500, 51.5 + Math.sin(i) / 500]));

/** Places that are none, or not where they say. `geometry` is text: JSON has no NaN, and some publishers write it. */
export const PLACES: readonly HostilePlace[] = [
  place("no numbers", "NaN", "NaN"),
  place("infinite", "Infinity", "-Infinity"),
  place("latitude and longitude swapped", "-0.07", "51.52"),
  place("nowhere off Africa", "0", "0"),
  place("beyond the pole", "91", "181"),
  place("huge", "1e308", "-1e308"),
  place("huge beyond numbers", "1e999", "1e999"),
  place("tiny", "51.5", "-5e-324"),
  place("minus nothing", "51.5", "-0"),
  place("hexadecimal", "0x33", "-0x1"),
  place("decimal commas", "51,5", "-0,1", '{"type":"Point","coordinates":["51,5","-0,1"]}'),
  place("degrees in words", "51.5°N", "0.1°W", '{"type":"Point","coordinates":["51.5°N","0.1°W"]}'),
  place("a formula", "=51.5", "=-0.1", '{"type":"Point","coordinates":["=51.5","=-0.1"]}'),
  place("a script", "<script>alert(1)</script>", "alert(1)", '{"type":"<script>","coordinates":"alert(1)"}'),
  place("feet of a satellite", "51.5", "-0.1", '{"type":"Point","coordinates":[-0.1,51.5,1e9,4,5]}'),
  place("no coordinates", "", "", '{"type":"Point","coordinates":[]}'),
  place("no geometry", "", "", "null"),
  place("geometry that is a list", "", "", "[]"),
  place("nulls", "null", "null", '{"type":"Point","coordinates":[null,null]}'),
  place(
    "area that crosses itself",
    "",
    "",
    '{"type":"Polygon","coordinates":[[[-0.1,51.5],[0,51.6],[0,51.5],[-0.1,51.6],[-0.1,51.5]]]}',
  ),
  place("area that is not closed", "", "", '{"type":"Polygon","coordinates":[[[-0.1,51.5],[0,51.6],[0,51.5]]]}'),
  place(
    "area of the world",
    "",
    "",
    '{"type":"Polygon","coordinates":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]}',
  ),
  place("area of many corners", "", "", `{"type":"Polygon","coordinates":[${around(20_000)}]}`),
  place(
    "collection in a collection",
    "",
    "",
    '{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]}]}',
  ),
  place("lists in lists", "", "", `{"type":"Point","coordinates":${"[".repeat(900)}${"]".repeat(900)}}`),
];
