import fc from "fast-check";
import { expect, test } from "vitest";
import { handedOver, indexOfParts, indexParts } from "../../src/app/state/index-parts.ts";
import { encodeServiceIndex } from "../../src/services/encode-index.ts";
import { decodeServiceIndex, type ServiceIndex } from "../../src/services/service-index.ts";
import { anyServices } from "../search/arbitraries.ts";
import { madeUp } from "./fixture.tsx";

/** Through the parts and a copy of each, as a message makes it: what is handed over is gone where it came from. */
function sent(index: ServiceIndex): ServiceIndex | null {
  const take = indexOfParts();
  let made: ServiceIndex | null = null;
  for (const part of indexParts(index)) made = take(structuredClone(part, { transfer: handedOver(part) }));
  return made;
}

test("an index that travelled in parts is the one that was sent", () => {
  fc.assert(
    fc.property(anyServices, (services) => {
      const encoded = encodeServiceIndex(services, ["made-up"]);
      expect(sent(decodeServiceIndex(encoded))).toEqual(decodeServiceIndex(encoded));
    }),
  );
});

test("columns longer than one part arrive whole and in order", () => {
  const services = Array.from({ length: 9000 }, (_, n) => madeUp({ name: `Made-up group ${n}` }));
  const encoded = encodeServiceIndex(services, ["made-up"]);
  expect(sent(decodeServiceIndex(encoded))).toEqual(decodeServiceIndex(encoded));
});
