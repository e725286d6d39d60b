import { isPlace } from "../services/kinds.ts";
import type { Service } from "../services/service.ts";

/** Where a record stands in a first list that nobody has narrowed: 0 first. */
function tier(service: Service): number {
  const hasPhone = service.contacts.phones.some(({ dial }) => dial !== null);
  if (isPlace(service.kind)) return hasPhone ? 5 : 6;
  if (service.kind === "social-prescribing") return hasPhone ? 0 : 3;
  if (!hasPhone) return 4;
  return service.kind === "champions" ? 2 : 1;
}

/** Latest of the dates that a record has: when it was checked, else its source's. */
const dated = ({ assured, sources }: Service): string => assured.date ?? sources[0]?.date ?? "";

const alphabet = new Intl.Collator("en-GB", { sensitivity: "base", numeric: true });

const PLAIN_NAME = /^(?!.*[0-9]{40})[A-Za-z0-9 ]*$/;

/**
 * A text by whose letters a name is sorted as the alphabet sorts it; null for a name with other signs than plain
 * letters, digits and blanks. Numbers count as such: before their digits stands how many there are.
 */
export function sortKey(name: string): string | null {
  if (!PLAIN_NAME.test(name)) return null;
  return name.toLowerCase().replace(/[0-9]+/g, (digits) => {
    const number = digits.replace(/^0+(?=.)/, "");
    return `${String.fromCharCode(0x30 + number.length)}${number}`;
  });
}

/** Names in the order of an English dictionary, without regard to case and accents, numbers by their size. */
export function compareNames(a: Named, b: Named): number {
  if (a.key !== null && b.key !== null) return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  return alphabet.compare(a.name, b.name);
}

interface Named {
  readonly name: string;
  /** The name's `sortKey`. */
  readonly key: string | null;
}

/**
 * Records in the order in which they are published: schemes that can be rung, then services and groups that can be
 * rung, then the rest, places last; within each the most recently dated first, then by name, then by id, taking turns
 * between the sources, so that one source's hundred rows don't fill the first page.
 */
export function inListOrder(services: readonly Service[]): Service[] {
  const turns = new Map<string, number>();
  const turnOf = (source: string, tier: number): number => {
    const key = `${tier} ${source}`;
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    return turn;
  };
  return services
    .map((service) => ({
      service,
      name: service.name,
      key: sortKey(service.name),
      id: service.id,
      tier: tier(service),
      date: dated(service),
      source: service.sources[0]?.id ?? "",
    }))
    .sort(
      (a, b) =>
        a.tier - b.tier ||
        (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) ||
        compareNames(a, b) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ service, source, tier }) => ({ service, tier, turn: turnOf(source, tier) }))
    .sort((a, b) => a.tier - b.tier || a.turn - b.turn)
    .map(({ service }) => service);
}
