/**
 * Parts of a text that hold no tokens: blanks, comments, branches that are never compiled.
 */
import { BYTE_CLASS, NEWLINE, SPACE } from '../source/byteClass.js';
import type { CLexer } from './lexer.js';

/** Skips a block comment whose first byte is at `start`; counts lines. */
export function skipBlockComment(lexer: CLexer, start: number, end: number): number {
  const { bytes } = lexer;
  for (let i = start + 2; i < end; i++) {
    const c = bytes[i];
    if (c === 42) {
      if (bytes[i + 1] === 47) return i + 2;
    } else if (c === 10) {
      lexer.line++;
      lexer.lineStart = i + 1;
    }
  }
  if (lexer.unterminated < 0) lexer.unterminated = start;
  return end;
}

/** Skips a line comment up to, not including, its newline; a splice carries it on to the next line. */
export function skipLineComment(lexer: CLexer, start: number, end: number): number {
  const { bytes } = lexer;
  for (let i = start + 2; i < end; i++) {
    if (bytes[i] !== 10) continue;
    const last = bytes[i - 1] === 13 ? i - 2 : i - 1;
    if (bytes[last] !== 92) return i;
    lexer.line++;
    lexer.lineStart = i + 1;
  }
  return end;
}

/** Skips the parentheses behind `__attribute__`; counts lines. Where they are none that close, nothing is skipped. */
export function skipAttribute(lexer: CLexer, start: number, end: number): number {
  const { bytes } = lexer;
  let depth = 0;
  let i = skipBlanks(bytes, start, end);
  while (i < end) {
    const c = bytes[i];
    if (c === 40) depth++;
    else if (c === 41) depth--;
    else if (c === 59 || c === 123 || c === 125)
      return start; // ; { }
    else if (c === 34) {
      i++;
      while (i < end && bytes[i] !== 34 && bytes[i] !== 10) i += bytes[i] === 92 ? 2 : 1;
    }
    if (depth <= 0) break;
    i = skipBlanks(bytes, i + 1, end);
  }
  if (i >= end || bytes[i] !== 41) return start;
  for (let at = start; at < i; at++) {
    if (bytes[at] !== 10) continue;
    lexer.line++;
    lexer.lineStart = at + 1;
  }
  return i + 1;
}

/** Offset of the first byte at or after `offset` that belongs to a token; changes no state. */
export function skipBlanks(bytes: Uint8Array, offset: number, end: number): number {
  let i = offset;
  while (i < end) {
    const c = bytes[i];
    const cls = BYTE_CLASS[c];
    if (cls === SPACE || cls === NEWLINE) i++;
    else if (c === 47 && bytes[i + 1] === 42) {
      i += 2;
      while (i < end && !(bytes[i] === 42 && bytes[i + 1] === 47)) i++;
      i += 2;
    } else if (c === 47 && bytes[i + 1] === 47) {
      while (i < end && bytes[i] !== 10) i++;
    } else if (c === 92 && (bytes[i + 1] === 10 || (bytes[i + 1] === 13 && bytes[i + 2] === 10))) {
      i += bytes[i + 1] === 13 ? 3 : 2;
    } else break;
  }
  return Math.min(i, end);
}

/**
 * Skips a branch that is never compiled, up to the `#` of the directive that ends it. Comments in it are
 * followed, since one may hide an `#endif`.
 */
export function skipDeadBranch(lexer: CLexer, start: number, end: number): number {
  const { bytes } = lexer;
  let nesting = 0;
  let i = start;
  while (i < end) {
    const first = skipSpaces(bytes, i, end);
    if (bytes[first] === 35 || (bytes[first] === 37 && bytes[first + 1] === 58)) {
      const word = directiveWord(bytes, first + (bytes[first] === 35 ? 1 : 2), end);
      if (word.startsWith('if')) nesting++;
      else if (nesting === 0 && (word === 'endif' || word === 'else' || word.startsWith('elif')))
        return first;
      else if (word === 'endif') nesting--;
    }
    i = first;
    while (i < end && bytes[i] !== 10) {
      if (bytes[i] === 47 && bytes[i + 1] === 42) {
        i = skipBlockComment(lexer, i, end);
      } else if (bytes[i] === 47 && bytes[i + 1] === 47) {
        i = skipLineComment(lexer, i, end);
      } else i++;
    }
    if (i < end) {
      i++;
      lexer.line++;
      lexer.lineStart = i;
    }
  }
  return end;
}

function skipSpaces(bytes: Uint8Array, offset: number, end: number): number {
  let i = offset;
  while (i < end && BYTE_CLASS[bytes[i]] === SPACE) i++;
  return i;
}

function directiveWord(bytes: Uint8Array, offset: number, end: number): string {
  let i = skipSpaces(bytes, offset, end);
  let word = '';
  while (i < end && bytes[i] >= 97 && bytes[i] <= 122 && word.length < 12)
    word += String.fromCharCode(bytes[i++]);
  return word;
}

/** Offset of the first byte behind a byte order mark, which is no token. */
export function startOfText(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
