/**
 * One preprocessor directive, read to the end of its logical line.
 */
import { BYTE_CLASS, isWordByte, SPACE } from '../source/byteClass.js';

export interface Directive {
  readonly kind: 'if' | 'elif' | 'else' | 'endif' | 'include' | 'define' | 'undef' | 'other';
  /** The expression of an `#if` (`defined(X)` for `#ifdef X`), the header of an `#include`, else empty. */
  readonly text: string;
  /** The macro of `#define` and `#undef`, else empty. */
  readonly name: string;
  /** Where the parameters of a function-like macro stand, without parentheses; -1 for an object-like one. */
  readonly parametersStart: number;
  readonly parametersEnd: number;
  /** Whether an `#include` is written with angle brackets. */
  readonly angled: boolean;
  /** Offset of the macro's name or of the header. */
  readonly nameStart: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Line and line start of the directive itself. */
  readonly line: number;
  readonly lineStart: number;
  /** Offset of the newline that ends it, or of the end of the text. */
  readonly end: number;
  readonly endLine: number;
  readonly endLineStart: number;
}

/** Reads the directive whose `#` ends just before `start`. */
export function readDirective(
  bytes: Uint8Array,
  start: number,
  limit: number,
  line: number,
  lineStart: number,
): Directive {
  const extent = logicalLine(bytes, start, limit, line, lineStart);
  let i = skipInLine(bytes, start, extent.end);
  const wordStart = i;
  while (i < extent.end && isWordByte(bytes[i])) i++;
  const word = latin1(bytes, wordStart, i);
  const base = {
    text: '',
    name: '',
    parametersStart: -1,
    parametersEnd: -1,
    angled: false,
    nameStart: i,
    bodyStart: i,
    bodyEnd: extent.end,
    line,
    lineStart,
    ...extent,
  };
  switch (word) {
    case 'if':
    case 'elif':
      return { ...base, kind: word, text: expressionText(bytes, i, extent.end) };
    case 'ifdef':
    case 'ifndef':
    case 'elifdef':
    case 'elifndef': {
      const name = expressionText(bytes, i, extent.end).split(/\W/, 1)[0];
      const text = word.endsWith('ndef') ? `!defined(${name})` : `defined(${name})`;
      return { ...base, kind: word.startsWith('el') ? 'elif' : 'if', text };
    }
    case 'else':
    case 'endif':
      return { ...base, kind: word };
    case 'include':
    case 'include_next':
    case 'import':
      return readInclude(bytes, i, extent.end, base);
    case 'define':
      return readDefine(bytes, i, extent.end, base);
    case 'undef': {
      const nameStart = skipInLine(bytes, i, extent.end);
      return { ...base, kind: 'undef', nameStart, name: wordAt(bytes, nameStart, extent.end) };
    }
    default:
      return { ...base, kind: 'other' };
  }
}

type Base = Omit<Directive, 'kind'>;

function readInclude(bytes: Uint8Array, start: number, end: number, base: Base): Directive {
  const open = skipInLine(bytes, start, end);
  const closing = bytes[open] === 60 ? 62 : bytes[open] === 34 ? 34 : -1;
  if (closing < 0) return { ...base, kind: 'other' };
  let close = open + 1;
  while (close < end && bytes[close] !== closing) close++;
  return {
    ...base,
    kind: 'include',
    angled: closing === 62,
    nameStart: open + 1,
    text: latin1(bytes, open + 1, close),
  };
}

function readDefine(bytes: Uint8Array, start: number, end: number, base: Base): Directive {
  const nameStart = skipInLine(bytes, start, end);
  const name = wordAt(bytes, nameStart, end);
  if (name === '') return { ...base, kind: 'other' };
  let i = nameStart + name.length;
  let parametersStart = -1;
  let parametersEnd = -1;
  if (bytes[i] === 40) {
    parametersStart = i + 1;
    while (i < end && bytes[i] !== 41) i++;
    parametersEnd = i++;
  }
  return { ...base, kind: 'define', name, nameStart, parametersStart, parametersEnd, bodyStart: i };
}

/** Names of the parameters of a function-like macro; undefined for an object-like one. */
export function macroParameters(bytes: Uint8Array, directive: Directive): readonly string[] | undefined {
  if (directive.parametersStart < 0) return undefined;
  return latin1(bytes, directive.parametersStart, directive.parametersEnd).match(/\w+|\.\.\./g) ?? [];
}

/** The logical line from `start`: splices and block comments carry it on. */
function logicalLine(bytes: Uint8Array, start: number, limit: number, line: number, lineStart: number) {
  let endLine = line;
  let endLineStart = lineStart;
  let i = start;
  while (i < limit && bytes[i] !== 10) {
    const c = bytes[i];
    if (c === 92 && (bytes[i + 1] === 10 || (bytes[i + 1] === 13 && bytes[i + 2] === 10))) {
      i += bytes[i + 1] === 13 ? 3 : 2;
      endLine++;
      endLineStart = i;
    } else if (c === 47 && bytes[i + 1] === 42) {
      i += 2;
      while (i < limit && !(bytes[i] === 42 && bytes[i + 1] === 47)) {
        if (bytes[i] === 10) {
          endLine++;
          endLineStart = i + 1;
        }
        i++;
      }
      i += 2;
    } else if (c === 47 && bytes[i + 1] === 47) {
      while (i < limit && bytes[i] !== 10) i++;
    } else if (c === 34) {
      i = endOfString(bytes, i + 1, limit);
    } else i++;
  }
  return { end: Math.min(i, limit), endLine, endLineStart };
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

function wordAt(bytes: Uint8Array, start: number, end: number): string {
  let i = start;
  while (i < end && isWordByte(bytes[i])) i++;
  return latin1(bytes, start, i);
}

/** Text of a range of bytes, each byte one character. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  if (end - start < 64) {
    for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]);
    return text;
  }
  for (let i = start; i < end; i += 4096) {
    text += String.fromCharCode(...bytes.subarray(i, Math.min(end, i + 4096)));
  }
  return text;
}
