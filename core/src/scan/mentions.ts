/**
 * Whether a text names anything of a few names: then what was read of it may be another thing now that these names are
 * looked for, or no more.
 */
import { BYTE_CLASS, isWordByte, LETTER } from '../source/byteClass.js';
import { HASH_SEED, hashStep } from '../source/nameTable.js';

const NEWLINE = 10;
const RETURN = 13;
const BACKSLASH = 92;

/**
 * Says yes too often rather than too seldom: comments count, and so does a word that is broken over two lines.
 * @param names their hashes (see `nameTable`).
 */
export function mentionsAny(bytes: Uint8Array, length: number, names: ReadonlySet<number>): boolean {
  let i = 0;
  while (i < length) {
    const c = bytes[i];
    if (BYTE_CLASS[c] === LETTER) {
      let hash = HASH_SEED;
      while (i < length && isWordByte(bytes[i])) hash = hashStep(hash, bytes[i++]);
      if (names.has(hash)) return true;
    } else if (isWordByte(c)) {
      while (i < length && isWordByte(bytes[i])) i++;
    } else if (c === BACKSLASH && i > 0 && isWordByte(bytes[i - 1])) {
      const newline = bytes[i + 1] === RETURN ? i + 2 : i + 1;
      const after = bytes[newline + 1];
      if (bytes[newline] === NEWLINE && (isWordByte(after) || after === BACKSLASH)) return true;
      i++;
    } else i++;
  }
  return false;
}
