/**
 * By what a file is known again: first by what the file system tells of it, which is quick to ask, else by a hash of what
 * it holds.
 */
import { hash } from 'node:crypto';
import type { Stats } from 'node:fs';

/** Size in bytes, times in milliseconds, number of the inode. */
export type FileState = Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino'>;

const NUMBERS = 4;
const HASH_BYTES = 16;

/** In place of a size. */
const OPEN = -1;
const GIVEN_UP = -2;

/** File systems tell times in steps of up to two seconds: a file may change twice in one. */
const STEP_MILLISECONDS = 2000;

/** Stamps of the files of a list, by their numbers in it. */
export class FileStamps {
  private readonly numbers: Float64Array;
  private readonly hashes: Uint8Array;

  /** @param takenAt when the first of them was taken, in milliseconds since 1970. */
  constructor(
    private readonly size: number,
    readonly takenAt: number,
    bytes?: Uint8Array,
  ) {
    const all = bytes ? Uint8Array.from(bytes) : new Uint8Array(FileStamps.bytesOf(size));
    this.numbers = new Float64Array(all.buffer, 0, size * NUMBERS);
    this.hashes = new Uint8Array(all.buffer, size * NUMBERS * 8);
    if (!bytes) this.numbers.fill(OPEN);
  }

  /** Bytes of the stamps of so many files. */
  static bytesOf(size: number): number {
    return size * (NUMBERS * 8 + HASH_BYTES);
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.numbers.buffer);
  }

  set(file: number, { size, mtimeMs, ctimeMs, ino }: FileState, hash: Uint8Array): void {
    this.numbers.set([size, mtimeMs, ctimeMs, ino], file * NUMBERS);
    this.hashes.set(hash.subarray(0, HASH_BYTES), file * HASH_BYTES);
  }

  /** Says that a file cannot be known again, whatever is told of it later. */
  giveUp(file: number): void {
    this.numbers[file * NUMBERS] = GIVEN_UP;
  }

  /** Whether nothing has been told of a file. */
  isOpen(file: number): boolean {
    return this.numbers[file * NUMBERS] === OPEN;
  }

  has(file: number): boolean {
    return file < this.size && this.numbers[file * NUMBERS] >= 0;
  }

  /** Whether the file system tells the same of a file, and tells it of a time that was over when the stamp was taken. */
  isCertain(file: number, { size, mtimeMs, ctimeMs, ino }: FileState): boolean {
    const { numbers } = this;
    const at = file * NUMBERS;
    return (
      this.has(file) &&
      numbers[at] === size &&
      numbers[at + 1] === mtimeMs &&
      numbers[at + 2] === ctimeMs &&
      numbers[at + 3] === ino &&
      Math.max(mtimeMs, ctimeMs) < this.takenAt - STEP_MILLISECONDS
    );
  }

  /** Whether a stamp was taken of a file in the same state. */
  isOf(file: number, { size, mtimeMs, ctimeMs, ino }: FileState): boolean {
    const at = file * NUMBERS;
    const { numbers } = this;
    return (
      numbers[at] === size &&
      numbers[at + 1] === mtimeMs &&
      numbers[at + 2] === ctimeMs &&
      numbers[at + 3] === ino
    );
  }

  hasHash(file: number, hash: Uint8Array): boolean {
    if (!this.has(file)) return false;
    const at = file * HASH_BYTES;
    for (let i = 0; i < HASH_BYTES; i++) if (this.hashes[at + i] !== hash[i]) return false;
    return true;
  }

  hashOf(file: number): Uint8Array {
    return this.hashes.subarray(file * HASH_BYTES, (file + 1) * HASH_BYTES);
  }
}

/** Hash of what a file holds. */
export function contentHash(bytes: Uint8Array): Uint8Array {
  // In one call: an object for each file would hold memory until it is collected.
  return hash('sha256', bytes, 'buffer').subarray(0, HASH_BYTES);
}
