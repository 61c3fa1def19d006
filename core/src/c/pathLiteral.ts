/**
 * String literals that name files below /proc, /sys and /dev, or a file for the number of a process.
 */
import { latin1 } from './directive.js';
import { skipBlanks } from './skip.js';
import { isSplice } from './splice.js';

const PATH_PREFIX = /^\/(?:proc|sys|dev)(?:\/|$)/;
/** A path to a file, not a name of one alone: that may be a key or a word of anything. */
const PID_FILE = /^\S*\/\S*\.pid$/;
const LONGEST = 256;

/**
 * Path in a literal whose text, from `start` to `end`, begins with a slash or ends with `.pid`, and in the literals
 * behind it, which the compiler joins; undefined if it is another one than those that are looked at.
 * @param limit where the text ends that the literal belongs to.
 */
export function pathOf(bytes: Uint8Array, start: number, end: number, limit: number): string | undefined {
  const isPidFile = endsAsPidFile(bytes, end);
  if (!isPidFile && !mayBePath(bytes, start)) return undefined;
  const text = literalText(bytes, start, end) + joinedText(bytes, end + 1, limit);
  if (isPidFile && PID_FILE.test(text)) return text.slice(-LONGEST);
  return bytes[start] === 47 && PATH_PREFIX.test(text) ? text.slice(0, LONGEST) : undefined;
}

/** Whether the text of a literal ends with `.pid`. */
export function endsAsPidFile(bytes: Uint8Array, end: number): boolean {
  return bytes[end - 1] === 100 && bytes[end - 2] === 105 && bytes[end - 3] === 112 && bytes[end - 4] === 46;
}

/** Whether a slash may begin such a path; a splice or another literal may follow it. */
export function mayBePath(bytes: Uint8Array, slash: number): boolean {
  const c = bytes[slash + 1];
  return c === 112 || c === 115 || c === 100 || c === 92 || c === 34; // p s d \ "
}

/** Text of the string literals that stand side by side from `offset` on; empty if none stands there. */
export function joinedText(bytes: Uint8Array, offset: number, limit: number): string {
  let text = '';
  let i = skipBlanks(bytes, offset, limit);
  while (i < limit && bytes[i] === 34 && text.length < LONGEST) {
    const start = i + 1;
    i = start;
    while (i < limit && bytes[i] !== 34) i += bytes[i] === 92 ? 2 : 1;
    text += literalText(bytes, start, Math.min(i, limit));
    i = skipBlanks(bytes, i + 1, limit);
  }
  return text;
}

function literalText(bytes: Uint8Array, start: number, end: number): string {
  const stop = Math.min(end, start + LONGEST);
  for (let i = start; i < stop; i++) {
    if (isSplice(bytes, i)) return latin1(bytes, start, stop).replace(/\\\r?\n/g, '');
  }
  return latin1(bytes, start, stop);
}
