import { createHash } from "node:crypto";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Of this project; never to change, for every id of every feed hangs on it. */
const NAMESPACE = "2f7f9c9e-5a0c-5a53-8d63-6d0a3f2f4b1c";

/** A UUID made from a name (version 5, RFC 9562): the same name gives the same id in every build. */
export function uuidOf(name: string, namespace = NAMESPACE): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex").slice(0, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Whether an id is a UUID already, as those of other feeds are; it is then kept. */
export const isUuid = (id: string): boolean => UUID.test(id);
