import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** A part of a file: text, or the same in UTF-8. */
export type Piece = string | Uint8Array;
/** What a file holds: bytes, one text, or pieces in order, which need not be in memory all at once. */
export type FileContent = Uint8Array | string | Iterable<Piece>;

export interface WrittenFile {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Bytes gathered before they are written; a piece of text takes at most three a letter. */
const BUFFER = 1 << 20;
const LONGEST_PIECE = Math.floor(BUFFER / 3);

/**
 * A long text in UTF-8. Into room for the longest that it may be: finding out how long it will be, as encoders do
 * first, takes many times as long as the writing (measured on 18 MB: 138 ms against 8).
 */
export function utf8Of(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(text.length * 3);
  return bytes.subarray(0, bytes.write(text, "utf8"));
}

/**
 * Writes files into a folder, as UTF-8, and makes the folders beneath it that they need. Pieces of any length are
 * gathered in one buffer, so that a file of hundreds of megabytes costs no more memory than a small one. Throws what
 * the file system throws.
 */
export function createFileWriter(folder: string): (path: string, content: FileContent) => WrittenFile {
  const made = new Set<string>();
  const buffer = Buffer.allocUnsafe(BUFFER);
  return (path, content) => {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    const file = openSync(target, "w");
    const hash = createHash("sha256");
    let bytes = 0;
    const put = (chunk: Uint8Array): void => {
      hash.update(chunk);
      bytes += chunk.length;
      for (let done = 0; done < chunk.length; ) done += writeSync(file, chunk, done);
    };
    let held = 0;
    const flush = (): void => {
      put(buffer.subarray(0, held));
      held = 0;
    };
    const add = (piece: Piece): void => {
      if (piece.length > LONGEST_PIECE) {
        flush();
        put(typeof piece === "string" ? utf8Of(piece) : piece);
        return;
      }
      if (typeof piece !== "string") {
        if (held + piece.length > BUFFER) flush();
        buffer.set(piece, held);
        held += piece.length;
        return;
      }
      if (held + piece.length * 3 > BUFFER) flush();
      held += buffer.write(piece, held, "utf8");
    };
    try {
      if (content instanceof Uint8Array) put(content);
      else if (typeof content === "string") add(content);
      else for (const piece of content) add(piece);
      flush();
    } finally {
      closeSync(file);
    }
    return { bytes, sha256: hash.digest("hex") };
  };
}
