import type { IntakeSource } from "../../intake/context.ts";
import type { ListPart } from "../../intake/csv-parts.ts";
import { type TakenIn, takeIn } from "../../intake/take-in.ts";
import { loadContext } from "../load-context.ts";
import { createTextMaker, type PackedTexts, packTexts, type RecordText } from "../record-texts.ts";

/** A part of a list that another thread is to take in. */
export interface TakeInOrder {
  /** Path of the map's config, which tells words and areas. */
  readonly config: string;
  readonly source: IntakeSource;
  readonly part: ListPart;
}

/** What a part gave: its services as texts in shared memory, for objects would have to be copied one by one. */
export interface PackedPart extends Omit<TakenIn, "services"> {
  readonly texts: PackedTexts;
  /** The row of each service. */
  readonly rowOf: Uint32Array;
}

/** Takes in a part as `takeIn` does. */
export async function takeInPart({ config, source, part }: TakeInOrder): Promise<PackedPart> {
  const { context } = await loadContext(config);
  const make = createTextMaker();
  const texts: RecordText[] = [];
  const rowOf: number[] = [];
  const { services: _, ...taken } = takeIn(source, part.bytes, context, {
    before: { rows: part.rowsBefore, ids: new Map() },
    letsGo: true,
    onService: (service, row) => {
      texts.push(make(service));
      rowOf.push(row);
    },
  });
  return { ...taken, texts: packTexts(texts), rowOf: Uint32Array.from(rowOf) };
}
