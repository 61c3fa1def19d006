/**
 * The call in whose arguments a place stands, found by going backwards: for the few places that need it.
 */

import { BYTE_CLASS, isWordByte, SPACE } from '../source/byteClass.js';
import { latin1 } from './directive.js';

/** Arguments in front of a place are no longer than this, in bytes. */
const LONGEST = 400;

/** Name of the function; undefined where the place stands in no call, or too far behind its name. */
export function enclosingCall(bytes: Uint8Array, offset: number): string | undefined {
  let depth = 0;
  const stop = Math.max(0, offset - LONGEST);
  for (let i = offset - 1; i >= stop; i--) {
    const c = bytes[i];
    if (c === QUOTE) i = openingQuote(bytes, i, stop);
    else if (c === CLOSE) depth++;
    else if (c === SEMICOLON || c === OPEN_BRACE || c === CLOSE_BRACE) return undefined;
    else if (c === OPEN && depth-- === 0) return wordBefore(bytes, i);
  }
  return undefined;
}

/** Functions that compare texts, or look for one in another: a path that they are given is not asked for. */
const COMPARING =
  /^(?:\w*_)?(?:str|strn|wcs|mem)\w*(?:cmp|str|chr|equal|eq|prefix)\w*$|^(?:\w*_)?(?:fnmatch|streq\w*|strstarts\w*|startswith)$/i;

/** Whether a function of this name compares texts. */
export function comparesTexts(name: string): boolean {
  return COMPARING.test(name);
}

const QUOTE = 34;
const OPEN = 40;
const CLOSE = 41;
const SEMICOLON = 59;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const BACKSLASH = 92;

function openingQuote(bytes: Uint8Array, closing: number, stop: number): number {
  let i = closing - 1;
  while (i > stop && (bytes[i] !== QUOTE || bytes[i - 1] === BACKSLASH)) i--;
  return i;
}

function wordBefore(bytes: Uint8Array, parenthesis: number): string | undefined {
  let end = parenthesis;
  while (end > 0 && BYTE_CLASS[bytes[end - 1]] === SPACE) end--;
  let start = end;
  while (start > 0 && isWordByte(bytes[start - 1])) start--;
  return start < end ? latin1(bytes, start, end) : undefined;
}
