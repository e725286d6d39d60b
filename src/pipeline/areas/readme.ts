import { gzipSync } from "node:zlib";
import type { AreaFile } from "./area-files.ts";
import { CREDITS, type CreditId } from "./credits.ts";
import { PUBLISHERS } from "./publishers.ts";

/** How well a polygon file puts postcodes where the publisher's 20 m outlines put them. */
export interface Agreement {
  readonly path: string;
  readonly postcodes: number;
  readonly lsoas: number;
  readonly boroughs: number;
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;
const zipped = (file: AreaFile): number =>
  file.path.endsWith(".gz") ? file.bytes.length : gzipSync(file.bytes, { level: 9 }).length;
const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)} %`;

/** `README.md`: for each file what it is, from what, how precise, its credit and its size. */
export function areasReadme(files: readonly AreaFile[], agreements: readonly Agreement[]): string {
  const used = creditsUsed(files);
  const table = files.map(({ path, what, precision, from, credits, ...rest }) => {
    const size = zipped({ path, what, precision, from, credits, ...rest });
    const sources = from.map((name) => `\`${name}\``).join(", ");
    return `| \`${path}\` | ${what}. | ${precision} | ${sources} | ${credits.join(", ")} | ${kilobytes(size)} |`;
  });
  return `# Areas

Derived from publishers' files by \`npm run areas -- <folder>\`; don't edit by hand. The same files give the same bytes.
The script stops with a sentence when a file is missing or broken, or when a count is not the official one.

All coordinates are degrees, WGS84, longitude first. Boroughs are numbered in the order of their codes (E09000001 is 0),
LSOAs and MSOAs in the order of theirs, and files of columns keep that order. Lists of numbers often hold differences
to the one before. The forms are described, and read, in \`src/services/\`: \`borough.ts\`, \`lsoa-table.ts\`,
\`postcode-table.ts\`, \`named-points.ts\`, \`census-table.ts\`, \`area-lookup.ts\`. Deciles: 1 = most deprived tenth of
**England**, 10 = least. Files with \`osm\` in their name are under the Open Database License and stay apart.

| file | what | precision | from | credit | gzipped |
| --- | --- | --- | --- | --- | --- |
${table.join("\n")}

## How well points find their LSOA

Every postcode looked up by its point, against the LSOA and borough that the publisher's 20 m outlines give it (66
postcodes on the water take the nearest LSOA of their official borough).

| shapes | same LSOA | same borough |
| --- | --- | --- |
${agreements.map(({ path, postcodes, lsoas, boroughs }) => `| \`${path}\` | ${percent(lsoas, postcodes)} | ${percent(boroughs, postcodes)} |`).join("\n")}

## Publishers' files

The folder holds these, under these paths. GeoJSON in degrees; CSV in UTF-8 with one heading row; for London only.

| file | publisher and product | done before it came here |
| --- | --- | --- |
${publishersUsed(files).join("\n")}

## Credits

What the page must show when it uses a file; \`credits.json\` has the same lines, by file.

${used.map((id) => `- **${id}** (${CREDITS[id].licence}): ${CREDITS[id].line}`).join("\n")}
`;
}

function publishersUsed(files: readonly AreaFile[]): string[] {
  return [...new Set(files.flatMap(({ from }) => from))].sort().map((path) => {
    const source = PUBLISHERS[path];
    if (source === undefined) throw new Error(`The file "${path}" is not in the list of publishers.`);
    return `| \`${path}\` | ${source.product} | ${source.before ?? ""} |`;
  });
}

function creditsUsed(files: readonly AreaFile[]): CreditId[] {
  const used = new Set(files.flatMap(({ credits }) => credits));
  return (Object.keys(CREDITS) as CreditId[]).filter((id) => used.has(id));
}

/** `credits.json`: the lines once, and for each file which of them it needs. */
export function areasCredits(files: readonly AreaFile[]): string {
  const credits = Object.fromEntries(creditsUsed(files).map((id) => [id, CREDITS[id]]));
  const byFile = Object.fromEntries(files.map(({ path, credits }) => [path, credits]));
  return `${JSON.stringify({ credits, files: byFile }, null, 2)}\n`;
}
