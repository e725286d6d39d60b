import { copyFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isNamedByContent } from "../../services/release.ts";
import type { Service } from "../../services/service.ts";
import { releaseOf } from "./write-release.ts";

/** Lists what a site holds of the publication before it. */
const BEFORE = "site-before.json";

interface Before {
  readonly id: string;
  readonly files: readonly string[];
}

/** Every word and number of what a record says about who, what and where; not its dates. */
function sayings(service: Service): ReadonlySet<string> {
  const { assured: _, sources: __, schedule: ___, capacity: ____, ...rest } = service;
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === "string" || typeof value === "number") found.add(String(value));
    else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) walk(inner);
  };
  walk(rest);
  return found;
}

/**
 * Whether something that an old record says is no longer said: the record is gone, has become sensitive, or has lost an
 * address, a number or a word. An old copy of such a record must not be served on.
 */
export function isWithdrawn(old: Service, now: Service | undefined): boolean {
  if (now === undefined || (now.sensitive && !old.sensitive)) return true;
  const said = sayings(now);
  return [...sayings(old)].some((saying) => !said.has(saying));
}

const detailsIn = async (folder: string, paths: readonly string[]): Promise<Service[]> => {
  const parts = paths.filter((path) => /\/details\/[^/]+\.json$/.test(path));
  const read = await Promise.all(parts.map(async (path) => readFile(join(folder, path), "utf8")));
  return read.flatMap((text) => JSON.parse(text) as Service[]);
};

/**
 * Copies from the site before (`old`) into the new one (`fresh`) what its pages may still ask for, so that a page that
 * stands open while the new site is put in place keeps working. What has been withdrawn since is left out: such a page
 * then says that a part did not load. One publication back, no further.
 */
export async function carryOver(old: string, fresh: string): Promise<void> {
  const [before, now] = await Promise.all([releaseOf(old), releaseOf(fresh)]);
  if (before === null || now === null) return;
  const noted = await readFile(join(old, BEFORE), "utf8").then(
    (text) => JSON.parse(text) as Before,
    () => null,
  );
  const last: Before | null =
    before.id !== now.id ? { id: before.id, files: Object.keys(before.files).filter(isNamedByContent) } : noted;
  if (last === null) return;
  const records = new Map((await detailsIn(fresh, Object.keys(now.files))).map((service) => [service.id, service]));
  const layers = { services: false, places: false };
  const carried: string[] = [];
  for (const path of last.files) {
    if (path in now.files || !(await exists(join(old, path)))) continue;
    const layer = /\/details\/(services|places)-/.exec(path)?.[1] as keyof typeof layers | undefined;
    if (layer !== undefined) {
      const gone = (await detailsIn(old, [path])).some((service) => isWithdrawn(service, records.get(service.id)));
      if (gone) {
        layers[layer] = true;
        continue;
      }
    }
    carried.push(path);
  }
  // An index holds names, numbers and points of its whole layer.
  const kept = carried.filter(
    (path) =>
      !(layers.services && /\/start\.json$/.test(path)) && !(layers.places && /\/index-places\.json$/.test(path)),
  );
  for (const path of kept) {
    await mkdir(dirname(join(fresh, path)), { recursive: true });
    await copyFile(join(old, path), join(fresh, path));
  }
  const note: Before = { id: last.id, files: kept };
  if (kept.length > 0) await writeFile(join(fresh, BEFORE), `${JSON.stringify(note)}\n`);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
