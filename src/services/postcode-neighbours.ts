/** How many earlier postcodes are asked for their LSOA: twice as many save 3 % and cost twice the time. */
const MEMORY = 64;

/**
 * The LSOAs of the postcodes just before, nearest first: a postcode mostly shares the LSOA of its nearest neighbour,
 * so that its place in this order is a small number. Writer and reader keep the same memory.
 */
export class Neighbours {
  private readonly x = new Int32Array(MEMORY);
  private readonly y = new Int32Array(MEMORY);
  private readonly lsoa = new Int32Array(MEMORY);
  private readonly taken = new Uint8Array(MEMORY);
  private size = 0;
  private next = 0;

  /** Place of the LSOA in the order, from 1; 0 when none of them has it. */
  placeOf(lsoa: number, x: number, y: number): number {
    for (let place = 1, found = this.at(1, x, y); found >= 0; found = this.at(++place, x, y)) {
      if (found === lsoa) return place;
    }
    return 0;
  }

  /** The LSOA at a place in the order, from 1; -1 beyond the last. */
  at(place: number, x: number, y: number): number {
    const { size, taken } = this;
    if (place > 1) taken.fill(0);
    for (let round = 1; ; round++) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < size; i++) {
        if (round > 1 && taken[i] === 1) continue;
        const dx = (this.x[i] as number) - x;
        const dy = (this.y[i] as number) - y;
        const distance = dx * dx + dy * dy;
        if (distance < least) {
          least = distance;
          best = i;
        }
      }
      if (best < 0) return -1;
      const lsoa = this.lsoa[best] as number;
      if (round === place) return lsoa;
      for (let i = 0; i < size; i++) if (this.lsoa[i] === lsoa) taken[i] = 1;
    }
  }

  remember(lsoa: number, x: number, y: number): void {
    this.x[this.next] = x;
    this.y[this.next] = y;
    this.lsoa[this.next] = lsoa;
    this.size = Math.max(this.size, this.next + 1);
    this.next = (this.next + 1) % MEMORY;
  }
}
