/** What sort of thing a service is. The first four open the list; places are a quieter layer of their own. */
export const KINDS = ["social-prescribing", "service", "group", "champions", "place"] as const;
export type Kind = (typeof KINDS)[number];

/** Whether records of this kind belong to the quiet second layer: libraries, halls, faith buildings. */
export function isPlace(kind: Kind): boolean {
  return kind === "place";
}
