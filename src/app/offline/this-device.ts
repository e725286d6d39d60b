import { KeptSite, sha256 } from "./kept-site.ts";

/** Whether this browser can keep the site: it needs https (or this machine itself), and storage that is not forbidden. */
export function canKeep(): boolean {
  try {
    return "serviceWorker" in navigator && "caches" in window && globalThis.crypto?.subtle !== undefined;
  } catch {
    return false;
  }
}

let kept: KeptSite | null = null;

/** The site as it is kept on this device; only where `canKeep`. */
export function keptSite(): KeptSite {
  kept ??= new KeptSite({
    caches: window.caches,
    fetch: (address, options) => fetch(address, options),
    sha256,
    site: new URL(".", document.baseURI).href,
  });
  return kept;
}

const REFUSED = "keep-nothing";

/** Whether the person said that nothing is to be kept here. */
export function isRefused(): boolean {
  try {
    return localStorage.getItem(REFUSED) !== null;
  } catch {
    return false;
  }
}

export function setRefused(refused: boolean): void {
  try {
    if (refused) localStorage.setItem(REFUSED, "1");
    else localStorage.removeItem(REFUSED);
  } catch {
    // Then it holds for this visit only.
  }
}

/** Registers the service worker. Rejects where the browser or the server does not let it be. */
export function register(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
}

/** Resolves when a worker of ours serves this page; never, where installing it fails. */
export async function whenServed(): Promise<void> {
  if (navigator.serviceWorker.controller !== null) return;
  await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
}

/** Throws away all that is kept, and the worker with it. */
export async function keepNothing(): Promise<void> {
  setRefused(true);
  await (await navigator.serviceWorker.getRegistration())?.unregister();
  await keptSite().forget();
}

/** Bytes as megabytes, as the locale writes them. */
export function sizeText(locale: string, bytes: number): string {
  const megabytes = bytes / 1e6;
  return new Intl.NumberFormat(locale === "en" ? "en-GB" : locale, {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: megabytes < 10 ? 1 : 0,
  }).format(megabytes);
}
