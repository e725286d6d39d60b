import type { TestProject } from "vitest/node";
import { serveFolder } from "./serve.ts";
import { DIST, ensureBuilt } from "./site.ts";

/** The built site, served for as long as the journeys run, or why there is none. */
export type Site =
  | { readonly status: "served"; readonly address: string }
  | { readonly status: "not-built"; readonly reason: string };

declare module "vitest" {
  export interface ProvidedContext {
    site: Site;
  }
}

/**
 * Builds once and serves once. A build that fails is handed on as a reason, so that the harness's own tests still run
 * and each journey fails with that sentence.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    ensureBuilt((line) => console.log(line));
  } catch (error) {
    project.provide("site", { status: "not-built", reason: error instanceof Error ? error.message : String(error) });
    return async () => {};
  }
  const served = await serveFolder(DIST);
  project.provide("site", { status: "served", address: served.address });
  return served.close;
}
