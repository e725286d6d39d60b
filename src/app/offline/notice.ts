import type { Words } from "../../locale/words.ts";
import "./offline.css";

/** A quiet strip at the foot of the page, heard by screen readers; none on a page that is being left. */
function strip(words: Words, sentence: string): HTMLElement | null {
  if (document.documentElement.classList.contains("leaving")) return null;
  const box = document.createElement("div");
  box.className = "strip";
  box.lang = words.locale;
  box.dir = words.direction;
  box.setAttribute("role", "status");
  document.body.append(box);
  const text = document.createElement("p");
  box.append(text);
  // Words that come after the region are announced; words that come with it are not.
  setTimeout(() => {
    text.textContent = sentence;
  }, 50);
  return box;
}

function button(text: string, quiet: boolean, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = quiet ? "button button-quiet" : "button";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

/** Says that there is newer information, and offers to reload or to go on as it is. */
export function sayNewer(words: Words, takeUp: () => void): void {
  const box = strip(words, words.t("offline.newer"));
  box?.append(
    button(words.t("offline.reload"), false, takeUp),
    button(words.t("offline.later"), true, () => box.remove()),
  );
}

/** Says that there is no line; what it gives back takes the words away again. `built`: ISO date of what is shown. */
export function sayOffline(words: Words, built: string): () => void {
  const box = strip(words, words.t("offline.now", { date: words.date(built) }));
  box?.append(button(words.t("offline.hide"), true, () => box.remove()));
  return () => box?.remove();
}
