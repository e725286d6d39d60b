/** Writes numbers into as few bytes as they need: seven bits a byte, least first, the eighth says "more follows". */
export class ByteWriter {
  private buffer = new Uint8Array(1024);
  private length = 0;

  byte(value: number): void {
    if (this.length === this.buffer.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.length++] = value;
  }

  /** A whole number from 0 to 2³¹ − 1. */
  number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** A whole number of either sign, up to 2³⁰: 0, −1, 1, −2 … as 0, 1, 2, 3 …. */
  signed(value: number): void {
    this.number(value < 0 ? -value * 2 - 1 : value * 2);
  }

  /** ASCII text of up to 127 characters. */
  text(value: string): void {
    this.number(value.length);
    for (let i = 0; i < value.length; i++) this.byte(value.charCodeAt(i));
  }

  /** All that several writers hold, one after the other. */
  static join(writers: readonly ByteWriter[]): Uint8Array<ArrayBuffer> {
    const joined = new Uint8Array(writers.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const writer of writers) {
      joined.set(writer.buffer.subarray(0, writer.length), at);
      at += writer.length;
    }
    return joined;
  }
}

/** Reads what a `ByteWriter` wrote. Reading past the end throws the sentence it was given. */
export class ByteReader {
  private position = 0;

  constructor(
    private readonly source: Uint8Array,
    private readonly endsTooEarly: string,
  ) {}

  byte(): number {
    const value = this.source[this.position++];
    if (value === undefined) throw new Error(this.endsTooEarly);
    return value;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  text(): string {
    let value = "";
    for (let left = this.number(); left > 0; left--) value += String.fromCharCode(this.byte());
    return value;
  }

  /** The next `count` bytes, as a view. */
  bytes(count: number): Uint8Array {
    if (this.position + count > this.source.length) throw new Error(this.endsTooEarly);
    this.position += count;
    return this.source.subarray(this.position - count, this.position);
  }
}
