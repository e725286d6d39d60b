/** `manifest.json`: what was published, so that the next build, a mirror or a reader can tell what changed. */
export interface Manifest {
  /** ISO date. */
  readonly built: string;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  readonly counts: { readonly services: number; readonly places: number; readonly issues: number };
  /** `records`: rows that were taken, merged ones included. */
  readonly sources: Readonly<
    Record<string, { readonly rows: number; readonly records: number; readonly licence: string }>
  >;
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/** The manifest of an earlier build; throws when it is none. */
export function readManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Partial<Manifest>;
  if (typeof manifest.sources !== "object" || typeof manifest.files !== "object")
    throw new Error("This is not a manifest.");
  return manifest as Manifest;
}
