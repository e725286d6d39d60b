import { uuidOf } from "../open-referral/uuid.ts";
import type { LockedPackage } from "./locked-packages.ts";

/** Package URL, as CycloneDX refers to a package (https://github.com/package-url/purl-spec). */
export function purlOf({ name, version }: Pick<LockedPackage, "name" | "version">): string {
  const path = name.startsWith("@") ? `%40${name.slice(1)}` : name;
  return `pkg:npm/${path}@${version}`;
}

/** `sha512-<base64>` of a lock file as CycloneDX writes hashes. */
function hashesOf(integrity: string | null): { alg: string; content: string }[] {
  return (integrity ?? "").split(/\s+/).flatMap((one) => {
    const [, bits, base64] = /^sha(256|384|512)-(.+)$/.exec(one) ?? [];
    if (bits === undefined || base64 === undefined) return [];
    return [{ alg: `SHA-${bits}`, content: Buffer.from(base64, "base64").toString("hex") }];
  });
}

/** An SPDX expression stands as such; one plain id as a licence. What is no SPDX at all is given as a name. */
function licencesOf(licence: string | null): object[] {
  if (licence === null) return [];
  if (/\s(?:OR|AND|WITH)\s/.test(licence)) return [{ expression: licence.replace(/^\((.*)\)$/, "$1") }];
  return [{ license: SPDX.has(licence) ? { id: licence } : { name: licence } }];
}

/** SPDX ids that our packages use; others are written as names, which is always right. */
const SPDX = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
]);

/**
 * A CycloneDX 1.6 bill of materials (https://cyclonedx.org/docs/1.6/json/) of a lock file: every package with its
 * version, hash and licence, and what needs what. `shipped` are the names of what is in the page itself; the rest is
 * marked as excluded from it. No date stands in it, and its serial number is made from its content: the same lock
 * gives the same bytes.
 */
export function billOfMaterials(packages: readonly LockedPackage[], shipped: ReadonlySet<string>): string {
  const [project, ...rest] = packages;
  if (project === undefined || project.path !== "") throw new Error("The lock file does not name its project.");
  const byPath = new Map(packages.map((locked) => [locked.path, locked]));
  // The same package in two folders is one component with the needs of both.
  const byPurl = new Map<string, LockedPackage[]>();
  for (const locked of rest) byPurl.set(purlOf(locked), [...(byPurl.get(purlOf(locked)) ?? []), locked]);
  const needsOf = (same: readonly LockedPackage[]): string[] => {
    const needed = same.flatMap(({ needs }) => needs).flatMap((path) => byPath.get(path) ?? []);
    return [...new Set(needed.map(purlOf))].sort();
  };
  const components = [...byPurl].sort(([a], [b]) => (a < b ? -1 : 1));
  const root = purlOf(project);
  const bom = {
    metadata: {
      component: {
        type: "application",
        "bom-ref": root,
        name: project.name,
        version: project.version,
        purl: root,
        licenses: licencesOf(project.licence),
      },
    },
    components: components.map(([purl, [first]]) => {
      if (first === undefined) throw new Error(`${purl} has no package.`);
      const [group, name] = first.name.startsWith("@") ? first.name.split("/") : [undefined, first.name];
      return {
        type: "library",
        "bom-ref": purl,
        ...(group === undefined ? {} : { group }),
        name: name ?? first.name,
        version: first.version,
        scope: shipped.has(first.name) ? "required" : "excluded",
        hashes: hashesOf(first.integrity),
        licenses: licencesOf(first.licence),
        purl,
      };
    }),
    dependencies: [
      { ref: root, dependsOn: needsOf([project]) },
      ...components.map(([ref, same]) => ({ ref, dependsOn: needsOf(same) })),
    ],
  };
  const serial = uuidOf(JSON.stringify(bom));
  const head = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
  };
  return `${JSON.stringify({ ...head, serialNumber: `urn:uuid:${serial}`, version: 1, ...bom }, null, 1)}\n`;
}
