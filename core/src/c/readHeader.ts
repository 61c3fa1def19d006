/**
 * Only the macros and conditions of a header, fast: comments and strings are stepped over, code is not looked at.
 * The macros of headers have to be known before the files that use them are read.
 */
import type { Vocabulary } from '../facts/vocabulary.js';
import { BYTE_CLASS, LETTER, SPACE } from '../source/byteClass.js';
import { hashBytes, hashName } from '../source/nameTable.js';
import { guardedName } from './conditionGroups.js';
import { Directive, latin1, readDirective } from './directive.js';
import { flagsOfMacro, macroOf } from './macroFacts.js';
import { startOfText } from './skip.js';

/** What a header says of macros and includes; sets hold hashes of names (see `nameTable`). */
export class HeaderSummary {
  /** What it includes, as written. */
  readonly includes: string[] = [];
  /** Macros that lead to the vocabulary. */
  readonly macros: { readonly name: string; readonly body: readonly string[]; readonly flags: number }[] = [];
  /** Those of them of which the vocabulary did not know all. */
  readonly fresh: string[] = [];
  /** Names in the bodies of macros: the header must be read again when one of them turns out to matter. */
  readonly inBodies = new Set<number>();
  /** Names that conditions ask for. */
  readonly inConditions = new Set<number>();
  /** All macros that it defines. */
  readonly defined: number[] = [];
  /** Whether it holds nothing but conditions and macros that do not lead to the vocabulary. */
  isIdle = true;
}

/** Reads a header, and adds the names of its macros that lead to the vocabulary to it. */
export function readHeader(
  bytes: Uint8Array,
  length: number,
  cplusplus: boolean,
  vocabulary: Vocabulary,
): HeaderSummary {
  const summary = new HeaderSummary();
  const directive = new Directive();
  let atLineStart = true;
  /** The first condition, until the next directive tells whether it is an include guard, which asks for nothing. */
  let first: string | undefined;
  let sawDirective = false;
  let i = startOfText(bytes);
  while (i < length) {
    const c = bytes[i];
    if (c === 10) {
      atLineStart = true;
      i++;
    } else if (BYTE_CLASS[c] === SPACE) i++;
    else if (c === 35 && atLineStart) {
      readDirective(directive, bytes, i + 1, length, 0, i);
      if (first !== undefined && (directive.kind === 'define' || directive.text !== '')) {
        const isGuard =
          directive.kind === 'define' &&
          latin1(bytes, directive.nameStart, directive.nameEnd) === guardedName(first);
        if (!isGuard) addNamesOf(first, summary.inConditions);
        first = undefined;
      }
      if (directive.kind === 'define') {
        sawDirective = true;
        summary.defined.push(directive.nameHash);
        if (addNames(bytes, directive.bodyStart, directive.bodyEnd, summary.inBodies)) {
          const macro = macroOf(bytes, directive, -1, vocabulary, cplusplus);
          if (macro?.constants) summary.isIdle = false;
          if (macro && macro.body.length > 0) {
            const names = macro.body.map((inner) => inner.name);
            const flags = flagsOfMacro(macro, vocabulary);
            summary.macros.push({ name: macro.name, body: [...new Set(names)], flags });
            if (addMacroName(macro.name, flags, vocabulary)) summary.fresh.push(macro.name);
          }
        }
      } else if (directive.kind === 'include') {
        const { nameStart, nameEnd } = directive;
        if (nameEnd > nameStart) summary.includes.push(latin1(bytes, nameStart, nameEnd));
        summary.isIdle = false;
      } else if (directive.text !== '') {
        if (sawDirective) addNamesOf(directive.text, summary.inConditions);
        else first = directive.text;
        sawDirective = true;
      }
      i = Math.max(directive.end, i + 1);
    } else {
      atLineStart = false;
      if (c === 47 && bytes[i + 1] === 42) {
        i += 2;
        while (i < length && !(bytes[i] === 42 && bytes[i + 1] === 47)) i++;
        if (i >= length) summary.isIdle = false; // not closed: what is wrong is told when the file is read
        i += 2;
      } else if (c === 47 && bytes[i + 1] === 47) {
        while (i < length && bytes[i] !== 10) i++;
      } else {
        summary.isIdle = false;
        i = endOfLineOrComment(bytes, i + 1, length);
      }
    }
  }
  if (first !== undefined) addNamesOf(first, summary.inConditions);
  if (summary.macros.length > 0) summary.isIdle = false;
  return summary;
}

/** Adds the hashes of the names in an expression. */
export function addNamesOf(expression: string, hashes: Set<number>): void {
  for (const name of expression.match(/[A-Za-z_]\w*/g) ?? []) hashes.add(hashName(name));
}

/** Adds the hashes of the names between two offsets; returns whether there was one. */
function addNames(bytes: Uint8Array, start: number, end: number, hashes: Set<number>): boolean {
  let any = false;
  let i = start;
  while (i < end) {
    const cls = BYTE_CLASS[bytes[i]];
    if (cls < LETTER) {
      i++;
      continue;
    }
    const wordStart = i;
    while (i < end && BYTE_CLASS[bytes[i]] >= LETTER) i++;
    if (cls !== LETTER) continue; // letters inside a number are no name
    hashes.add(hashBytes(bytes, wordStart, i));
    any = true;
  }
  return any;
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

/** Returns whether this says something new of the name. */
function addMacroName(name: string, flags: number, vocabulary: Vocabulary): boolean {
  const known = vocabulary.table.get(name);
  if (known >= 0 && (vocabulary.flagsOf(known) & flags) === flags) return false;
  vocabulary.add(name, flags);
  return true;
}
