import type { Words } from "../../locale/words.ts";
import type { Publication } from "../../services/publication.ts";
import type { Service } from "../../services/service.ts";
import { mailtoLink } from "./mailto-link.ts";

/** The e-mail that tells whoever keeps the record what is wrong: its assurer, else the publisher of this map. */
export function correctionLink(service: Service, publication: Publication, words: Words): string {
  const source = publication.sources.find(({ id }) => id === service.sources[0]?.id);
  return mailtoLink(
    service.assured.email ?? publication.contact.email,
    words.t("service.wrongSubject", { name: service.name }),
    words.t("service.wrongBody", { name: service.name, id: service.id, source: source?.title ?? "" }),
  );
}

export interface WebLink {
  readonly href: string;
  /** Host as the browser reads it: punycode where it is not plain Latin, so that look-alikes show. */
  readonly host: string;
  readonly lookAlike: boolean;
}

/** An address that may be linked to, or null: http and https only. */
export function webLink(address: string): WebLink | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, href } = new URL(address);
  if (protocol !== "https:" && protocol !== "http:") return null;
  return { href, host: hostname.replace(/^www\./, ""), lookAlike: /(^|\.)xn--/.test(hostname) };
}

/** Links to directions that carry the destination only, never where a person starts from. */
export function directionsLinks(point: readonly [lon: number, lat: number]): {
  readonly google: string;
  readonly osm: string;
} {
  const destination = `${point[1].toFixed(5)},${point[0].toFixed(5)}`;
  return {
    google: `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(destination)}`,
    osm: `https://www.openstreetmap.org/directions?to=${encodeURIComponent(destination)}`,
  };
}
