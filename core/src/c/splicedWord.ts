/**
 * A word that splices divide, which is seldom: it is put together as a string.
 */
import { isWordByte } from '../source/byteClass.js';
import type { CLexer } from './lexer.js';
import { isSplice } from './splice.js';

export interface SplicedWord {
  readonly word: string;
  readonly end: number;
  /** Lines that it goes over, and the start of the last. */
  readonly lines: number;
  readonly lineStart: number;
}

export function readSplicedWord(lexer: CLexer, start: number, end: number): SplicedWord {
  const { bytes } = lexer;
  let word = '';
  let lines = 0;
  let lineStart = lexer.lineStart;
  let i = start;
  while (i < end) {
    if (isWordByte(bytes[i])) word += String.fromCharCode(bytes[i++]);
    else if (isSplice(bytes, i)) {
      i += bytes[i + 1] === 13 ? 3 : 2;
      lines++;
      lineStart = i;
    } else break;
  }
  return { word, end: i, lines, lineStart };
}
