/** A package as `package-lock.json` has it. */
interface LockEntry {
  readonly version?: string;
  readonly name?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockEntry>>;
}

export interface LockedPackage {
  /** Path in the lock, such as `node_modules/a/node_modules/b`; "" is the project itself. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** As the package states it; null where it states none. */
  readonly licence: string | null;
  readonly integrity: string | null;
  /** Needed to build or test only. */
  readonly dev: boolean;
  /** Paths of what it needs, in order. */
  readonly needs: readonly string[];
}

/** Where a package's need is met: beside it, or in a folder above, as Node looks. */
function resolved(lock: LockFile, from: string, name: string): string | null {
  for (let folder = from; ; ) {
    const path = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (path in lock.packages) return path;
    if (folder === "") return null;
    const up = folder.lastIndexOf("node_modules/");
    folder = up <= 0 ? "" : folder.slice(0, up - 1);
  }
}

/** Every package of a lock file, the project first, the rest by path. */
export function lockedPackages(lock: LockFile): readonly LockedPackage[] {
  return Object.entries(lock.packages)
    .filter(([, entry]) => entry.link !== true)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, entry]) => {
      const wants = Object.keys({ ...entry.peerDependencies, ...entry.optionalDependencies, ...entry.dependencies });
      return {
        path,
        name: entry.name ?? (path === "" ? lock.name : (path.split("node_modules/").at(-1) ?? path)),
        version: entry.version ?? lock.version,
        licence: entry.license ?? null,
        integrity: entry.integrity ?? null,
        dev: entry.dev === true || entry.devOptional === true,
        needs: wants
          .map((name) => resolved(lock, path, name))
          .filter((found) => found !== null)
          .sort(),
      };
    });
}

/** Packages with all that they need, and what these need; in the order of the lock. */
export function withNeeds(packages: readonly LockedPackage[], names: readonly string[]): readonly LockedPackage[] {
  const byPath = new Map(packages.map((locked) => [locked.path, locked]));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const need of byPath.get(path)?.needs ?? []) visit(need);
  };
  for (const name of names) visit(`node_modules/${name}`);
  return packages.filter(({ path }) => reached.has(path));
}
