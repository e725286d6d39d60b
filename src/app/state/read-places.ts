import type { ServiceIndexFile } from "../../services/service-index.ts";
import { handedOver, type IndexPart, indexParts } from "./index-parts.ts";
import { decode, fetchJson, LoadError, type LoadFailure } from "./load.ts";

/** The file to read: its name, and its address whole, for a worker's own address is another one. */
export interface ToPlacesReader {
  readonly file: string;
  readonly address: string;
}

/** What the worker tells: that it is there, then the parts of the index, or why there are none. */
export type FromPlacesReader =
  | { readonly tells: "there" }
  | { readonly tells: "part"; readonly part: IndexPart }
  | { readonly tells: "failed"; readonly reason: LoadFailure };

const tell = (message: FromPlacesReader, transfer: ArrayBuffer[] = []): void => self.postMessage(message, { transfer });

self.addEventListener("message", async ({ data: { file, address } }: MessageEvent<ToPlacesReader>) => {
  try {
    const index = decode(await fetchJson<ServiceIndexFile>(file, address), file);
    for (const part of indexParts(index)) tell({ tells: "part", part }, handedOver(part));
  } catch (error) {
    tell({ tells: "failed", reason: error instanceof LoadError ? error.reason : "unreadable" });
  }
});
tell({ tells: "there" });
