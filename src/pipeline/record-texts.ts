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

/** A record's text, in a block that all threads share. */
export type RecordText = Uint8Array<SharedArrayBuffer>;
/** Texts of records that were made already. */
export type MadeTexts = ReadonlyMap<Service, RecordText>;

/** Bytes taken at once: room for some thousand records. */
const BLOCK = 1 << 22;

/** Makes texts of records, in blocks outside of the heap: a hundred thousand strings would be looked at again and again
 * by the collector of garbage. */
export function createTextMaker(): (service: Service) => RecordText {
  let block = new SharedArrayBuffer(0);
  let bytes = Buffer.from(block);
  let held = 0;
  return (service) => {
    const text = JSON.stringify(service);
    if (held + text.length * 3 > block.byteLength) {
      block = new SharedArrayBuffer(Math.max(BLOCK, text.length * 3));
      bytes = Buffer.from(block);
      held = 0;
    }
    const start = held;
    held += bytes.write(text, held, "utf8");
    return new Uint8Array(block, start, held - start);
  };
}

/** The texts of these records: those that are made, and the others when first asked for. */
export function createRecordTexts(services: readonly Service[], made: MadeTexts = new Map()): RecordTexts {
  const make = createTextMaker();
  const known: (RecordText | undefined)[] = services.map((service) => made.get(service));
  const at = (place: number): RecordText => {
    const text = known[place] ?? make(services[place] as Service);
    known[place] = text;
    return text;
  };
  return { at, packed: () => packTexts(services.map((_, place) => at(place))) };
}

/** Texts as another thread can be given them. */
export function packTexts(texts: readonly RecordText[]): PackedTexts {
  const numbers = new Map<SharedArrayBuffer, number>();
  const spots = new Uint32Array(texts.length * 3);
  texts.forEach(({ buffer, byteOffset, length }, i) => {
    const number = numbers.get(buffer) ?? numbers.size;
    numbers.set(buffer, number);
    spots.set([number, byteOffset, byteOffset + length], i * 3);
  });
  return { blocks: [...numbers.keys()], spots };
}

/** The records that packed texts say, in their order, and the text of each. */
export function* unpackRecords({
  blocks,
  spots,
}: PackedTexts): Generator<readonly [record: Service, text: RecordText]> {
  const bytes = blocks.map((block) => Buffer.from(block));
  for (let i = 0; i < spots.length; i += 3) {
    const [number, start, end] = [spots[i] ?? 0, spots[i + 1] ?? 0, spots[i + 2] ?? 0];
    const block = blocks[number];
    const text = bytes[number]?.toString("utf8", start, end);
    if (block === undefined || text === undefined) throw new Error(`There is no block number ${number} of texts.`);
    // Our own text of a record that `createService` made.
    yield [JSON.parse(text) as Service, new Uint8Array(block, start, end - start)];
  }
}
