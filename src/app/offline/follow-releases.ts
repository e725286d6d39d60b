import { loadLocale, localeById } from "../../locale/locales.ts";
import type { Words } from "../../locale/words.ts";
import type { KeptFor } from "../../services/release.ts";
import { asksToSaveData } from "../map/save-data.ts";
import type { AppStore } from "../state/store.ts";
import { spokenIn } from "../state/use-locale.ts";
import { sayNewer, sayOffline } from "./notice.ts";
import { canKeep, isRefused, keptSite, register, whenServed } from "./this-device.ts";

/** Milliseconds between two looks for a newer publication while a page stands open. */
const LOOK_AGAIN = 3_600_000;

async function wordsOf(store: AppStore): Promise<Words> {
  const locale = localeById(store.getState().locale) ?? localeById("en");
  if (locale === null) throw new Error("There is no English locale.");
  return spokenIn(locale, await loadLocale(locale.id)).words.complete();
}

/** What is kept without being asked for: the reader's locale, and the files by which words become a place. */
async function keepUsual(store: AppStore): Promise<void> {
  const kept = keptSite();
  const wishes: readonly KeptFor[] = [...(await kept.wishes()), "near", `locale:${store.getState().locale}`];
  await kept.setWishes(wishes);
  const start = document.querySelector("link[as=fetch]")?.getAttribute("href");
  const release = (await kept.releases()).find((one) => one.start === start);
  if (release === undefined) return;
  const stop = new AbortController();
  navigator.serviceWorker.addEventListener("controllerchange", () => stop.abort(), { once: true });
  await kept.keepMore(release, wishes, { signal: stop.signal });
}

/** Says once that there is newer information, and takes it up when the person wants it. */
function followUpdates(registration: ServiceWorkerRegistration, store: AppStore): void {
  let served = navigator.serviceWorker.controller !== null;
  let said = false;
  let reloading = false;
  const reload = (): void => {
    if (reloading) return;
    reloading = true;
    window.location.reload();
  };
  const say = async (): Promise<void> => {
    if (said) return;
    said = true;
    const words = await wordsOf(store);
    sayNewer(words, () => {
      const { waiting } = registration;
      if (waiting === null) {
        reload();
        return;
      }
      navigator.serviceWorker.addEventListener("controllerchange", reload);
      waiting.postMessage("take-up");
      // A worker that does not answer must not keep the page waiting.
      setTimeout(reload, 3000);
    });
  };
  const watch = (worker: ServiceWorker | null): void =>
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && served) say().catch(() => undefined);
    });
  if (registration.waiting !== null && served) say().catch(() => undefined);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  // Another tab took the new one up: what stands here is the old.
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (served) say().catch(() => undefined);
    served = true;
  });
  let looked = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || performance.now() - looked < LOOK_AGAIN) return;
    looked = performance.now();
    registration.update().catch(() => undefined);
  });
}

/** Says that there is no line, and of when the list is, as long as that is so. */
function followLine(store: AppStore): void {
  let unsay: (() => void) | null = null;
  const look = async (): Promise<void> => {
    unsay?.();
    unsay = null;
    const { loading } = store.getState();
    if (navigator.onLine || loading.status !== "ready") return;
    const words = await wordsOf(store);
    if (navigator.onLine) return;
    unsay = sayOffline(words, loading.publication.built);
  };
  const safely = (): void => void look().catch(() => undefined);
  window.addEventListener("online", safely);
  window.addEventListener("offline", safely);
  safely();
}

/**
 * Lets the site be kept on the device, and tells when a newer publication is there. To be called when the list stands
 * and the line is free. A frame on another site, a person who said no and a line that saves data keep nothing; what
 * was asked for before is still followed. Never rejects: without any of this the page works as long as there is a line.
 */
export async function followReleases(store: AppStore): Promise<void> {
  followLine(store);
  if (!canKeep() || window.top !== window.self) return;
  try {
    const known = await navigator.serviceWorker.getRegistration();
    if (known === undefined && (isRefused() || asksToSaveData(navigator))) return;
    const registration = await register();
    followUpdates(registration, store);
    await whenServed();
    if (!asksToSaveData(navigator)) await keepUsual(store);
  } catch {
    // Storage is full or forbidden, or the worker is broken: nothing that a person has to know now.
  }
}
