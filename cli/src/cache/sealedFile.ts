/**
 * A file of parts of bytes that says by itself what it is of and whether it is whole. It is written beside its place and
 * moved there, so that a reader sees an old one or a new one, never half of one.
 */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const SUM_BYTES = 32;
const LENGTH_BYTES = 4;

/** Ends the name of a file that is being written. */
export const UNFINISHED = '.part';

/** A part in pieces, one behind the other. */
export type Pieces = readonly Uint8Array[];

/**
 * @param label what kind of file it is, of what form: the first line of it.
 * @returns the sum over the parts.
 */
export function writeSealed(path: string, label: string, parts: readonly Pieces[]): Uint8Array {
  const lengths = Buffer.alloc((parts.length + 1) * LENGTH_BYTES);
  lengths.writeUInt32LE(parts.length, 0);
  parts.forEach((pieces, i) => {
    const length = pieces.reduce((all, piece) => all + piece.length, 0);
    lengths.writeUInt32LE(length, (i + 1) * LENGTH_BYTES);
  });
  const body = [lengths, ...parts.flat()];
  const hash = createHash('sha256');
  for (const piece of body) hash.update(piece);
  const sum = hash.digest();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`;
  try {
    writePieces(unfinished, [Buffer.from(`${label}\n`), sum, ...body]);
    renameSync(unfinished, path);
    return sum;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** What a sealed file holds, and the sum over it. */
export interface SealedParts {
  readonly parts: Uint8Array[];
  readonly sum: Uint8Array;
}

/** The parts, or why there are none. */
export function readSealed(
  path: string,
  label: string,
): SealedParts | 'missing' | 'of another kind' | 'damaged' {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return 'missing';
  }
  const head = Buffer.from(`${label}\n`);
  if (!bytes.subarray(0, head.length).equals(head)) return 'of another kind';
  const sum = bytes.subarray(head.length, head.length + SUM_BYTES);
  const body = bytes.subarray(head.length + SUM_BYTES);
  if (!createHash('sha256').update(body).digest().equals(sum)) return 'damaged';
  const count = body.readUInt32LE(0);
  const parts: Uint8Array[] = [];
  let at = (count + 1) * LENGTH_BYTES;
  for (let i = 1; i <= count; i++) {
    const length = body.readUInt32LE(i * LENGTH_BYTES);
    parts.push(body.subarray(at, at + length));
    at += length;
  }
  return { parts, sum };
}

/** Large files are not held a second time to be written. */
function writePieces(path: string, pieces: Pieces): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (const piece of pieces) {
      for (let written = 0; written < piece.length; ) {
        written += writeSync(descriptor, piece, written);
      }
    }
  } finally {
    closeSync(descriptor);
  }
}
