import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")) as {
  packages: Record<string, LockedPackage>;
};

const isLocked = (owner: string, name: string) =>
  `node_modules/${name}` in lock.packages || `${owner}/node_modules/${name}` in lock.packages;

describe("package-lock.json", () => {
  it("names every optional part of every package, or a clean install is refused", () => {
    const absent = Object.entries(lock.packages).flatMap(([owner, locked]) =>
      Object.keys(locked.optionalDependencies ?? {})
        .filter((name) => !isLocked(owner, name))
        .map((name) => `${name}, wanted by ${owner}`),
    );
    expect(absent).toEqual([]);
  });

  it("names no registry's host", () => {
    expect(Object.entries(lock.packages).filter(([, locked]) => locked.resolved)).toEqual([]);
  });
});
