import type { Plugin } from "vite";

/** `bundle.json`: what each file of `assets/` was made from, so that anybody can see what a visit brings. */
export type BundleContents = Readonly<Record<string, BundledFile>>;

export interface BundledFile {
  /** Bytes after minifying, by package or by folder of `src`; empty for what is no script. */
  readonly parts: Readonly<Record<string, number>>;
  /** Styles that come with it, and scripts that it can't run without. */
  readonly styles: readonly string[];
  readonly imports: readonly string[];
  /** Whether the page asks for it by itself, before anything is opened. */
  readonly first: boolean;
}

/** Name of the package, or of our own folder, that a module belongs to. */
export function ownerOf(id: string): string {
  const path = id.split("?", 1)[0] ?? "";
  const packaged = path.split("/node_modules/").at(-1);
  if (path.includes("/node_modules/") && packaged !== undefined) {
    return packaged
      .split("/")
      .slice(0, packaged.startsWith("@") ? 2 : 1)
      .join("/");
  }
  const own = path.split("/src/")[1];
  if (own === undefined) return "build";
  return `src/${own
    .split("/")
    .slice(0, own.startsWith("locale/") || own.startsWith("app/") ? 2 : 1)
    .join("/")}`;
}

const sorted = <T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The plugin for the page, and the one for its workers, which are bundled apart and told of in the same file. */
export function bundleContents(): { readonly page: Plugin; readonly worker: Plugin } {
  const files = new Map<string, BundledFile>();
  const note = (
    bundle: Parameters<Extract<Plugin["generateBundle"], (...args: never) => unknown>>[1],
    page: boolean,
  ): void => {
    for (const [file, made] of Object.entries(bundle)) {
      if (made.type === "asset") {
        if (!files.has(file)) files.set(file, { parts: {}, styles: [], imports: [], first: false });
        continue;
      }
      const parts = new Map<string, number>();
      for (const [id, { renderedLength }] of Object.entries(made.modules)) {
        if (renderedLength > 0) parts.set(ownerOf(id), (parts.get(ownerOf(id)) ?? 0) + renderedLength);
      }
      files.set(file, {
        parts: sorted(parts),
        styles: [...(made.viteMetadata?.importedCss ?? [])].sort(),
        imports: [...made.imports].sort(),
        first: made.isEntry && page,
      });
    }
  };
  return {
    worker: { name: "bundle-contents-of-workers", generateBundle: (_, bundle) => note(bundle, false) },
    page: {
      name: "bundle-contents",
      generateBundle(_, bundle) {
        note(bundle, true);
        const listed = [...files].filter(([file]) => file.startsWith("assets/"));
        this.emitFile({
          type: "asset",
          fileName: "bundle.json",
          source: `${JSON.stringify(sorted(listed), null, 1)}\n`,
        });
      },
    },
  };
}
