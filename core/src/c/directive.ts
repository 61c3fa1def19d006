/**
 * One preprocessor directive, read to the end of its logical line.
 */
import { BYTE_CLASS, isWordByte, LETTER, SPACE } from '../source/byteClass.js';
import { HASH_SEED, hashBytes, hashStep, NameTable } from '../source/nameTable.js';
import { isSplice } from './splice.js';

export type DirectiveKind = 'if' | 'elif' | 'else' | 'endif' | 'include' | 'define' | 'undef' | 'other';

/** Filled anew for every directive of a text: a header may hold a hundred thousand of them. Offsets are bytes. */
export class Directive {
  kind: DirectiveKind = 'other';
  /** The expression of an `#if` (`defined(X)` for `#ifdef X`), else empty. */
  text = '';
  /** The macro of `#define` and `#undef`, or the header of an `#include` without its quotes; empty if a macro says it. */
  nameStart = 0;
  nameEnd = 0;
  /** Hash of the macro's name (see `nameTable`) of a `#define` or `#undef`. */
  nameHash = 0;
  /** Whether an `#include` is written with angle brackets. */
  angled = false;
  /** Where the parameters of a function-like macro stand, without parentheses; -1 for an object-like one. */
  parametersStart = -1;
  parametersEnd = -1;
  bodyStart = 0;
  bodyEnd = 0;
  /** Line and line start of the directive itself. */
  line = 0;
  lineStart = 0;
  /** Offset of the newline that ends it, or of the end of the text. */
  end = 0;
  endLine = 0;
  endLineStart = 0;
}

/** What each word after the `#` is. */
const WORDS: readonly (readonly [word: string, kind: DirectiveKind])[] = [
  ['define', 'define'],
  ['if', 'if'],
  ['ifdef', 'if'],
  ['ifndef', 'if'],
  ['elif', 'elif'],
  ['elifdef', 'elif'],
  ['elifndef', 'elif'],
  ['else', 'else'],
  ['endif', 'endif'],
  ['include', 'include'],
  ['include_next', 'include'],
  ['import', 'include'],
  ['undef', 'undef'],
];
const WORD_TABLE = new NameTable();
for (const [word] of WORDS) WORD_TABLE.add(word);

/** Reads the directive whose `#` ends just before `start` into `directive`. */
export function readDirective(
  directive: Directive,
  bytes: Uint8Array,
  start: number,
  limit: number,
  line: number,
  lineStart: number,
): void {
  directive.line = line;
  directive.lineStart = lineStart;
  directive.endLine = line;
  directive.endLineStart = lineStart;
  directive.text = '';
  if (readPlainDefine(directive, bytes, start, limit)) return;
  readLogicalLine(directive, bytes, start, limit);
  const { end } = directive;
  let i = skipInLine(bytes, start, end);
  const wordStart = i;
  let hash = HASH_SEED;
  while (i < end && isWordByte(bytes[i])) hash = hashStep(hash, bytes[i++]);
  const id = WORD_TABLE.find(bytes, wordStart, i, hash);
  const kind = id < 0 ? 'other' : WORDS[id][1];
  directive.kind = kind;
  directive.nameStart = i;
  directive.nameEnd = i;
  if (kind === 'define') readDefine(directive, bytes, i);
  else if (kind === 'if' || kind === 'elif') directive.text = condition(bytes, i, end, WORDS[id][0]);
  else if (kind === 'include') readInclude(directive, bytes, i);
  else if (kind === 'undef') {
    readName(directive, bytes, i);
    directive.nameHash = hashBytes(bytes, directive.nameStart, directive.nameEnd);
  }
}

/**
 * Most directives are `#define NAME` with blanks between and nothing else: each of their bytes is looked at once.
 * Returns false, having done nothing, for any other.
 */
function readPlainDefine(directive: Directive, bytes: Uint8Array, start: number, limit: number): boolean {
  let i = start;
  while (bytes[i] === 32 || bytes[i] === 9) i++;
  for (let k = 0; k < DEFINE.length; k++) if (bytes[i + k] !== DEFINE[k]) return false;
  i += DEFINE.length;
  if (bytes[i] !== 32 && bytes[i] !== 9) return false;
  while (bytes[i] === 32 || bytes[i] === 9) i++;
  const nameStart = i;
  let hash = HASH_SEED;
  while (i < limit && BYTE_CLASS[bytes[i]] >= LETTER) hash = hashStep(hash, bytes[i++]);
  if (i === nameStart) return false;
  directive.kind = 'define';
  directive.nameStart = nameStart;
  directive.nameEnd = i;
  directive.nameHash = hash;
  readLogicalLine(directive, bytes, i, limit);
  readParameters(directive, bytes);
  return true;
}

const DEFINE = [100, 101, 102, 105, 110, 101];

function condition(bytes: Uint8Array, start: number, end: number, word: string): string {
  const text = expressionText(bytes, start, end);
  if (word === 'if' || word === 'elif') return text;
  const [name] = text.split(/\W/, 1);
  return word.endsWith('ndef') ? `!defined(${name})` : `defined(${name})`;
}

function readInclude(directive: Directive, bytes: Uint8Array, start: number): void {
  const { end } = directive;
  const open = skipInLine(bytes, start, end);
  const closing = bytes[open] === 60 ? 62 : bytes[open] === 34 ? 34 : -1;
  if (closing < 0) {
    // A macro may stand for the name: the name stays empty.
    if (BYTE_CLASS[bytes[open]] !== LETTER) directive.kind = 'other';
    return;
  }
  let close = open + 1;
  while (close < end && bytes[close] !== closing) close++;
  directive.angled = closing === 62;
  directive.nameStart = open + 1;
  directive.nameEnd = close;
}

function readDefine(directive: Directive, bytes: Uint8Array, start: number): void {
  readName(directive, bytes, start);
  if (directive.nameEnd === directive.nameStart) directive.kind = 'other';
  directive.nameHash = hashBytes(bytes, directive.nameStart, directive.nameEnd);
  readParameters(directive, bytes);
}

function readParameters(directive: Directive, bytes: Uint8Array): void {
  const { end } = directive;
  let i = directive.nameEnd;
  directive.parametersStart = -1;
  directive.parametersEnd = -1;
  if (bytes[i] === 40) {
    directive.parametersStart = i + 1;
    while (i < end && bytes[i] !== 41) i++;
    directive.parametersEnd = i++;
  }
  directive.bodyStart = Math.min(i, end);
  directive.bodyEnd = end;
}

function readName(directive: Directive, bytes: Uint8Array, start: number): void {
  const { end } = directive;
  let i = skipInLine(bytes, start, end);
  directive.nameStart = i;
  while (i < end && isWordByte(bytes[i])) i++;
  directive.nameEnd = i;
}

/** The line on which an offset of a directive stands, which splices may divide. */
export function lineOf(
  bytes: Uint8Array,
  directive: Directive,
  offset: number,
): { line: number; lineStart: number } {
  let { line, lineStart } = directive;
  for (let i = lineStart; i < offset; i++) {
    if (bytes[i] !== 10) continue;
    line++;
    lineStart = i + 1;
  }
  return { line, lineStart };
}

/** Names of the parameters of a function-like macro; undefined for an object-like one. */
export function macroParameters(bytes: Uint8Array, directive: Directive): readonly string[] | undefined {
  if (directive.parametersStart < 0) return undefined;
  return latin1(bytes, directive.parametersStart, directive.parametersEnd).match(/\w+|\.\.\./g) ?? [];
}

/** The logical line from `start`: splices and block comments carry it on. */
function readLogicalLine(directive: Directive, bytes: Uint8Array, start: number, limit: number): void {
  let i = start;
  for (;;) {
    while (i < limit && STOPS[bytes[i]] === 0) i++;
    if (i >= limit) break;
    const c = bytes[i];
    if (c === 10) break;
    const next = bytes[i + 1];
    if (c === 92) i = isSplice(bytes, i) ? afterSplice(directive, bytes, i) : i + 1;
    else if (c === 34) i = endOfString(bytes, i + 1, limit);
    else if (next === 42) i = afterBlockComment(directive, bytes, i, limit);
    else if (next === 47) {
      i = endOfLineComment(directive, bytes, i, limit);
      break;
    } else i++;
  }
  directive.end = Math.min(i, limit);
}

/** Bytes that may end a logical line or carry it on: newline, double quote, slash, backslash. */
const STOPS = new Uint8Array(256);
for (const byte of [10, 34, 47, 92]) STOPS[byte] = 1;

function afterSplice(directive: Directive, bytes: Uint8Array, at: number): number {
  const after = at + (bytes[at + 1] === 13 ? 3 : 2);
  directive.endLine++;
  directive.endLineStart = after;
  return after;
}

function afterBlockComment(directive: Directive, bytes: Uint8Array, start: number, limit: number): number {
  let i = start + 2;
  while (i < limit && !(bytes[i] === 42 && bytes[i + 1] === 47)) {
    if (bytes[i] === 10) {
      directive.endLine++;
      directive.endLineStart = i + 1;
    }
    i++;
  }
  return i + 2;
}

/** A splice carries a line comment on. */
function endOfLineComment(directive: Directive, bytes: Uint8Array, start: number, limit: number): number {
  let i = start + 2;
  while (i < limit && bytes[i] !== 10) i = isSplice(bytes, i) ? afterSplice(directive, bytes, i) : i + 1;
  return i;
}

function endOfString(bytes: Uint8Array, start: number, limit: number): number {
  let i = start;
  while (i < limit && bytes[i] !== 34 && bytes[i] !== 10) {
    // A splice inside a string is left to the caller, which counts lines.
    if (bytes[i] === 92) {
      if (bytes[i + 1] === 10 || bytes[i + 1] === 13) return i;
      i++;
    }
    i++;
  }
  return bytes[i] === 34 ? i + 1 : i;
}

/** A controlling expression on one line, without comments and needless blanks. */
function expressionText(bytes: Uint8Array, start: number, end: number): string {
  const text = latin1(bytes, start, end);
  if (!/[\\/\r\t]| {2}/.test(text)) return text.trim();
  return text
    .replace(/\\\r?\n/g, ' ')
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\/\/.*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function skipInLine(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end) {
    if (BYTE_CLASS[bytes[i]] === SPACE) i++;
    else if (bytes[i] === 92 && (bytes[i + 1] === 10 || bytes[i + 1] === 13))
      i += bytes[i + 1] === 13 ? 3 : 2;
    else if (bytes[i] === 47 && bytes[i + 1] === 42) {
      i += 2;
      while (i < end && !(bytes[i] === 42 && bytes[i + 1] === 47)) i++;
      i += 2;
    } else break;
  }
  return Math.min(i, end);
}

/** Text of a range of bytes, each byte one character. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= MAX_ARGUMENTS) return charactersOf(bytes, start, end);
  let text = '';
  for (let i = start; i < end; i += MAX_ARGUMENTS) {
    text += charactersOf(bytes, i, Math.min(end, i + MAX_ARGUMENTS));
  }
  return text;
}

const MAX_ARGUMENTS = 4096;

/** In one call: a text put together from characters would hold a piece of memory for each of them. */
function charactersOf(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
}
