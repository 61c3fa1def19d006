/**
 * Only the macros of a header, fast: comments and strings are stepped over, code is not looked at. Macros of
 * headers have to be known before the files that use them are read.
 */
import { IS_MACRO, KEEP_PLACES, READ_ARGUMENTS, type Vocabulary } from '../facts/vocabulary.js';
import { BYTE_CLASS, SPACE } from '../source/byteClass.js';
import { readDirective } from './directive.js';
import { macroOf } from './macroFacts.js';

/** Adds the names of macros that lead to the vocabulary to it. Returns whether there was a new one. */
export function readMacroNames(
  bytes: Uint8Array,
  length: number,
  cplusplus: boolean,
  vocabulary: Vocabulary,
): boolean {
  let found = false;
  let atLineStart = true;
  let i = 0;
  while (i < length) {
    const c = bytes[i];
    if (c === 10) {
      atLineStart = true;
      i++;
    } else if (BYTE_CLASS[c] === SPACE) i++;
    else if (c === 35 && atLineStart) {
      const directive = readDirective(bytes, i + 1, length, 0, i);
      if (directive.kind === 'define') {
        const { nameStart, name } = directive;
        const place = { start: nameStart, end: nameStart + name.length, line: 0, column: 0 };
        const macro = macroOf(bytes, directive, place, -1, vocabulary, cplusplus);
        if (macro && macro.body.length > 0) found = addMacroName(name, vocabulary) || found;
      }
      i = Math.max(directive.end, i + 1);
    } else {
      atLineStart = false;
      if (c === 47 && bytes[i + 1] === 42) {
        i += 2;
        while (i < length && !(bytes[i] === 42 && bytes[i + 1] === 47)) i++;
        i += 2;
      } else if (c === 47 && bytes[i + 1] === 47) {
        while (i < length && bytes[i] !== 10) i++;
      } else i = endOfLineOrComment(bytes, i + 1, length);
    }
  }
  return found;
}

/** Steps over code up to a newline or something that may be a comment. */
function endOfLineOrComment(bytes: Uint8Array, start: number, length: number): number {
  let i = start;
  while (i < length && bytes[i] !== 10 && bytes[i] !== 47) {
    if (bytes[i] === 34) {
      i++;
      while (i < length && bytes[i] !== 34 && bytes[i] !== 10) i += bytes[i] === 92 ? 2 : 1;
      if (bytes[i] === 34) i++;
    } else i++;
  }
  return i;
}

function addMacroName(name: string, vocabulary: Vocabulary): boolean {
  const known = vocabulary.table.get(name);
  if (known >= 0 && (vocabulary.flagsOf(known) & IS_MACRO) !== 0) return false;
  vocabulary.add(name, IS_MACRO | KEEP_PLACES | READ_ARGUMENTS);
  return true;
}
