import type { MessageId, Words } from "../../locale/words.ts";
import type { LoadFailure } from "../state/load.ts";

const SENTENCES: Readonly<Record<LoadFailure, MessageId>> = {
  offline: "failed.offline",
  "not-found": "failed.notFound",
  unreadable: "failed.unreadable",
  newer: "failed.newer",
};

/**
 * Says above the built list that the search did not load, and offers ways on. The built list stays: phone numbers
 * must not vanish because a file is missing.
 */
export function showFailure(place: HTMLElement, reason: LoadFailure, words: Words): void {
  const box = document.createElement("div");
  box.className = "warning page";
  box.setAttribute("role", "alert");
  box.lang = words.locale;
  box.dir = words.direction;
  const title = document.createElement("h2");
  title.textContent = words.t("failed.title");
  const sentence = document.createElement("p");
  sentence.textContent = words.t(SENTENCES[reason]);
  const ways = document.createElement("p");
  const retry = document.createElement("button");
  retry.type = "button";
  retry.className = "button";
  retry.textContent = words.t("failed.retry");
  retry.addEventListener("click", () => window.location.reload());
  const boroughs = document.createElement("a");
  boroughs.href = "borough/index.html";
  boroughs.textContent = words.t("failed.boroughs");
  ways.append(retry, " ", boroughs);
  box.append(title, sentence, ways);
  const list = place.querySelector("#built-list");
  if (list === null) place.prepend(box);
  else list.prepend(box);
}
