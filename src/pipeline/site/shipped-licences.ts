import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BundleContents } from "./bundle-contents.ts";
import { type LockedPackage, withNeeds } from "./locked-packages.ts";

/** A package that stands in the page, with the words of its licence. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The licence's own words; "" where the package brings none. */
  readonly text: string;
}

/** Packages whose published file holds the packages that they need, so that these don't show in our bundle. */
const BUNDLED_WITH_NEEDS = ["maplibre-gl"] as const;

/** Packages whose code stands in one of the page's files. Types have no code. */
export function shippedPackages(packages: readonly LockedPackage[], bundle: BundleContents): readonly LockedPackage[] {
  const owners = new Set(Object.values(bundle).flatMap(({ parts }) => Object.keys(parts)));
  const inner = withNeeds(
    packages,
    BUNDLED_WITH_NEEDS.filter((name) => owners.has(name)),
  );
  return packages.filter(
    (locked) =>
      locked.path !== "" && !locked.name.startsWith("@types/") && (owners.has(locked.name) || inner.includes(locked)),
  );
}

/** The licences of what is shipped, by name. `root` is the folder that holds `node_modules`. */
export async function shippedLicences(
  root: string,
  packages: readonly LockedPackage[],
  bundle: BundleContents,
): Promise<readonly ShippedPackage[]> {
  const shipped = await Promise.all(
    shippedPackages(packages, bundle).map(async ({ path, name, version, licence }): Promise<ShippedPackage> => {
      const files = await readdir(join(root, path)).catch(() => []);
      const file = files.sort().find((one) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(one));
      const text = file === undefined ? "" : await readFile(join(root, path, file), "utf8");
      return { name, version, licence: licence ?? "", text: text.replace(/\r\n?/g, "\n").trim() };
    }),
  );
  return shipped.sort((a, b) => (a.name < b.name ? -1 : 1));
}
