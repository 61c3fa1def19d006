/**
 * Literals of the lexer: strings, characters, raw strings and numbers. Lines that they go over are counted.
 */
import { BYTE_CLASS, isWordByte, LETTER } from '../source/byteClass.js';
import type { CLexer } from './lexer.js';
import { isSplice } from './splice.js';

const QUOTE = 34;
const APOSTROPHE = 39;
const BACKSLASH = 92;

/** Offset of the quote that closes a string whose text begins at `start`, or of where it ends without one. */
export function skipString(lexer: CLexer, start: number, end: number): number {
  const { bytes } = lexer;
  let i = start;
  while (i < end) {
    const c = bytes[i];
    if (c === QUOTE) return i;
    if (c === BACKSLASH) {
      if (isSplice(bytes, i)) {
        i += bytes[i + 1] === 13 ? 3 : 2;
        lexer.line++;
        lexer.lineStart = i;
        continue;
      }
      i++;
    } else if (c === 10) {
      return i; // not closed on its line: it ends with the line, as compilers recover
    }
    i++;
  }
  return Math.min(i, end);
}

/** A lone apostrophe (prose in a fragment, a Perl or Lex file) ends at once, so that it swallows no code. */
export function skipCharacter(lexer: CLexer, start: number, end: number): number {
  const { bytes } = lexer;
  const limit = Math.min(end, start + 16);
  let { line, lineStart } = lexer;
  for (let i = start; i < limit; i++) {
    if (isSplice(bytes, i)) {
      i += bytes[i + 1] === 13 ? 2 : 1;
      line++;
      lineStart = i + 1;
    } else if (bytes[i] === BACKSLASH) i++;
    else if (bytes[i] === APOSTROPHE) {
      lexer.line = line;
      lexer.lineStart = lineStart;
      return i + 1;
    } else if (bytes[i] === 10) return start;
  }
  return start;
}

/** Offset behind a raw string whose first quote is at `quote`. */
export function skipRawString(lexer: CLexer, quote: number, end: number): number {
  const { bytes } = lexer;
  let open = quote + 1;
  while (open < end && open - quote <= 17 && bytes[open] !== 40) open++;
  if (bytes[open] !== 40) return quote + 1;
  const delimiter = bytes.subarray(quote + 1, open);
  for (let i = open + 1; i < end; i++) {
    if (bytes[i] === 10) {
      lexer.line++;
      lexer.lineStart = i + 1;
    } else if (bytes[i] === 41 && bytes[i + 1 + delimiter.length] === QUOTE) {
      if (delimiter.every((byte, k) => bytes[i + 1 + k] === byte)) return i + delimiter.length + 2;
    }
  }
  if (lexer.unterminated < 0) lexer.unterminated = quote;
  return end;
}

/** Offset behind a number. */
export function skipNumber(bytes: Uint8Array, start: number, end: number, cplusplus: boolean): number {
  let i = start + 1;
  while (i < end) {
    const c = bytes[i];
    if (BYTE_CLASS[c] >= LETTER || c === 46) {
      const exponent = (c | 32) === 101 || (c | 32) === 112;
      i++;
      if (exponent && (bytes[i] === 43 || bytes[i] === 45) && !isHexInteger(bytes, start, c)) i++;
    } else if (cplusplus && c === APOSTROPHE && isWordByte(bytes[i + 1])) i += 2;
    else break;
  }
  return i;
}

/** In `0xe+1` the e is a digit, not an exponent. */
function isHexInteger(bytes: Uint8Array, start: number, letter: number): boolean {
  return (letter | 32) === 101 && bytes[start] === 48 && (bytes[start + 1] | 32) === 120;
}
