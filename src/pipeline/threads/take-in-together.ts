import type { IntakeContext } from "../../intake/context.ts";
import { partsOfList } from "../../intake/csv-parts.ts";
import { fileTrouble } from "../../intake/file-trouble.ts";
import { idsOf, joinParts, type TakenIn, takeIn, withRest } from "../../intake/take-in.ts";
import type { Service } from "../../services/service.ts";
import type { SourceBytes } from "../build-publication.ts";
import { createTextMaker, type RecordText, unpackRecords } from "../record-texts.ts";
import { startThread } from "./in-thread.ts";
import type { PackedPart, TakeInOrder } from "./take-in-part.ts";

/** Of a list's bytes, what the thread takes that has begun already. */
const OWN_SHARE = 0.55;

/** The services of a part, as the thread that took it in made them. */
function unpacked({ texts, rowOf, ...part }: PackedPart, made: Map<Service, RecordText>): TakenIn {
  const services = Array.from(unpackRecords(texts), ([service, text], i) => {
    made.set(service, text);
    return { service, row: rowOf[i] ?? 0 };
  });
  return { ...part, services };
}

/**
 * Takes in a long list on two threads, each some rows of it: what it gives is what `takeIn` gives. Null for a source
 * that is short, or that can't be cut. `made` is filled with the texts of its services, which are made while each is
 * at hand.
 */
export async function takeInTogether(
  { entry, bytes }: SourceBytes,
  config: string,
  context: IntakeContext,
  made: Map<Service, RecordText>,
): Promise<TakenIn | null> {
  if (!(bytes instanceof Uint8Array) || (entry.reader !== "csv" && entry.reader !== "auto")) return null;
  const parts = fileTrouble(bytes, entry.file) === null ? partsOfList(bytes, OWN_SHARE) : null;
  if (parts === null) return null;
  const [own, rest] = parts;
  const helper = startThread<TakeInOrder, PackedPart>(new URL("./take-in-part-thread.ts", import.meta.url), {
    config,
    source: entry,
    part: rest,
  });
  try {
    const make = createTextMaker();
    const onService = (service: Service): void => {
      made.set(service, make(service));
    };
    const first = takeIn(entry, own.bytes, context, { onService });
    if (first.trouble !== null) return null;
    // A thread that breaks, as where memory is short, takes nothing with it: its part is read here.
    const theirs = await helper.answer.then(
      (part) => unpacked(part, made),
      () => null,
    );
    const joined = theirs === null ? null : joinParts(first, theirs);
    if (joined !== null) return joined;
    const before = { rows: rest.rowsBefore, ids: idsOf(first) };
    const second = takeIn(entry, rest.bytes, context, { before, onService });
    return second.trouble === null ? withRest(first, second) : null;
  } finally {
    await helper.stop();
  }
}
