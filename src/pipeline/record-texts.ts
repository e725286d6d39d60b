import type { Service } from "../services/service.ts";

/** Records as JSON in UTF-8, each made once though several files hold it. */
export interface RecordTexts {
  /** The record at this place of the list that they were made for. */
  at(place: number): Uint8Array;
}

/** Bytes taken at once: room for some thousand records. */
const BLOCK = 1 << 22;

/**
 * The texts of these records, each made when first asked for. They are kept as bytes outside of the heap, since a
 * hundred thousand strings would be looked at again and again by the collector of garbage.
 */
export function createRecordTexts(services: readonly Service[]): RecordTexts {
  let block: Buffer = Buffer.alloc(0);
  let held = 0;
  const made: (Uint8Array | undefined)[] = new Array(services.length);
  return {
    at(place) {
      const known = made[place];
      if (known !== undefined) return known;
      const text = JSON.stringify(services[place]);
      if (held + text.length * 3 > block.length) {
        block = Buffer.allocUnsafe(Math.max(BLOCK, text.length * 3));
        held = 0;
      }
      const end = held + block.write(text, held, "utf8");
      const bytes = block.subarray(held, end);
      made[place] = bytes;
      held = end;
      return bytes;
    },
  };
}
