import type { ServiceIndex, ServiceIndexFile } from "../../services/service-index.ts";
import { indexOfParts } from "./index-parts.ts";
import { addressOf, decode, fetchJson, LoadError } from "./load.ts";
import type { FromPlacesReader, ToPlacesReader } from "./read-places.ts";

const FILE = "index-places.json";

/** Milliseconds in which a worker must say that it is there, before the page does without. */
const PATIENCE = 8000;

/** Reads the places on the page itself. Throws a LoadError. */
async function readHere(): Promise<ServiceIndex> {
  return decode(await fetchJson<ServiceIndexFile>(FILE), FILE);
}

/**
 * The index of the places, fetched and read by a worker: on a slow phone 30,000 of them would keep the page from
 * answering for seconds. Where no worker can be had, or it breaks, the page reads them. Throws a LoadError.
 */
export function loadPlaces(): Promise<ServiceIndex> {
  if (typeof Worker === "undefined") return readHere();
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./read-places.ts", import.meta.url), { type: "module" });
    const take = indexOfParts();
    const end = () => {
      clearTimeout(late);
      worker.terminate();
    };
    const without = () => {
      end();
      readHere().then(resolve, reject);
    };
    const late = setTimeout(without, PATIENCE);
    worker.addEventListener("message", ({ data }: MessageEvent<FromPlacesReader>) => {
      clearTimeout(late);
      if (data.tells === "failed") {
        end();
        reject(new LoadError(data.reason, FILE));
      } else if (data.tells === "part") {
        const index = take(data.part);
        if (index === null) return;
        end();
        resolve(index);
      }
    });
    const broke = (event: Event) => {
      event.preventDefault();
      without();
    };
    worker.addEventListener("error", broke);
    worker.addEventListener("messageerror", broke);
    const ask: ToPlacesReader = { file: FILE, address: new URL(addressOf(FILE), document.baseURI).href };
    worker.postMessage(ask);
  });
}
