import type { Service } from "../services/service.ts";

/** Records as JSON in UTF-8, each made once though several files hold it. */
export interface RecordTexts {
  /** The record at this place of the list that they were made for. */
  at(place: number): Uint8Array;
  /** All of them, in memory that another thread reads as well. */
  packed(): PackedTexts;
}

/** Texts of records where every thread can read them: nothing is copied when one thread hands them to another. */
export interface PackedTexts {
  readonly blocks: readonly SharedArrayBuffer[];
  /** For each record, the number of its block and where in it its text begins and ends. */
  readonly spots: Uint32Array;
}

/** Bytes taken at once: room for some thousand records. */
const BLOCK = 1 << 22;

/**
 * The texts of these records, each made when first asked for. They are kept as bytes outside of the heap, since a
 * hundred thousand strings would be looked at again and again by the collector of garbage.
 */
export function createRecordTexts(services: readonly Service[]): RecordTexts {
  const blocks: SharedArrayBuffer[] = [];
  let block: Buffer = Buffer.alloc(0);
  let held = 0;
  const made: (Uint8Array | undefined)[] = new Array(services.length);
  const spots = new Uint32Array(services.length * 3);
  const at = (place: number): Uint8Array => {
    const known = made[place];
    if (known !== undefined) return known;
    const text = JSON.stringify(services[place]);
    if (held + text.length * 3 > block.length) {
      const shared = new SharedArrayBuffer(Math.max(BLOCK, text.length * 3));
      blocks.push(shared);
      block = Buffer.from(shared);
      held = 0;
    }
    const end = held + block.write(text, held, "utf8");
    const bytes = block.subarray(held, end);
    made[place] = bytes;
    spots.set([blocks.length - 1, held, end], place * 3);
    held = end;
    return bytes;
  };
  return {
    at,
    packed() {
      for (let place = 0; place < services.length; place++) at(place);
      return { blocks, spots };
    },
  };
}

/** The records that such texts say, in their order. */
export function recordsIn({ blocks, spots }: PackedTexts): Service[] {
  const bytes = blocks.map((block) => Buffer.from(block));
  const records: Service[] = [];
  for (let i = 0; i < spots.length; i += 3) {
    const text = bytes[spots[i] as number]?.toString("utf8", spots[i + 1], spots[i + 2]) ?? "";
    // Our own text of a record that `createService` made.
    records.push(JSON.parse(text) as Service);
  }
  return records;
}
