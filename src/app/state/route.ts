import { readIds } from "../shortlist/shortlist.ts";

/** Which screen is open. The address holds it in its fragment, which no browser sends to a server. */
export type Route =
  | { readonly screen: "find" }
  | { readonly screen: "service"; readonly id: string }
  /** `linked`: ids of a list that somebody sent; none = the person's own list. */
  | { readonly screen: "shortlist"; readonly linked: readonly string[] }
  | { readonly screen: PlainScreen };

/** Screens that need nothing but their name. */
const PLAIN_SCREENS = ["ask", "equity", "about", "check", "embed", "privacy", "accessibility"] as const;
export type PlainScreen = (typeof PLAIN_SCREENS)[number];

/** The route and the parameters of a fragment such as `#/service/abc` or `#/?speaks=so`; nonsense leads to Find. */
export function readFragment(fragment: string): { readonly route: Route; readonly params: URLSearchParams } {
  const [path = "", query = ""] = fragment.replace(/^#\/?/, "").split("?", 2);
  const params = new URLSearchParams(query);
  const [screen, id] = path.split("/");
  if (screen === "service" && id !== undefined && id !== "") {
    return { route: { screen: "service", id: decoded(id) }, params };
  }
  if (screen === "shortlist") return { route: { screen: "shortlist", linked: readIds(params.get("ids")) }, params };
  const plain = PLAIN_SCREENS.find((name) => name === screen);
  if (plain !== undefined) return { route: { screen: plain }, params };
  return { route: { screen: "find" }, params };
}

/** What the text stands for; a half of a character, which no address can hold, becomes the sign for "unreadable". */
function decoded(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
  try {
    return decodeURIComponent(whole);
  } catch {
    return whole;
  }
}

export function fragmentOf(route: Route, params: URLSearchParams = new URLSearchParams()): string {
  const all = new URLSearchParams(params);
  if (route.screen === "shortlist" && route.linked.length > 0) all.set("ids", route.linked.join(","));
  // Commas need no escape in a fragment, and a link that is read out should not have any.
  const query = all.toString().replaceAll("%2C", ",");
  const path =
    route.screen === "find"
      ? ""
      : route.screen === "service"
        ? `service/${encodeURIComponent(route.id)}`
        : route.screen;
  return `#/${path}${query === "" ? "" : `?${query}`}`;
}
