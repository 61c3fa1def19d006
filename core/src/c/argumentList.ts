/**
 * Reads the arguments of one call from the bytes behind its name, as far as they can be told without types:
 * numbers, string literals, constants joined by `|`.
 */

import type { Argument, CallArguments, NamedConstant } from '../facts/fileFacts.js';
import { BYTE_CLASS, DIGIT, isWordByte, LETTER } from '../source/byteClass.js';
import type { ColumnCounter } from '../source/column.js';
import { integerOf } from '../source/integer.js';
import { latin1 } from './directive.js';
import { skipBlanks } from './skip.js';

const UNKNOWN: Argument = { kind: 'unknown' };
const TEXT: Argument = { kind: 'text' };
const ADDRESS: Argument = { kind: 'address' };
const NAME: Argument = { kind: 'name' };
const NO_PARAMETERS: readonly string[] = [];

/** Calls with longer argument lists are read up to here. */
const MAX_BYTES = 16384;

interface Position {
  line: number;
  lineStart: number;
}

/**
 * Reads from the opening parenthesis at `open`; `line` and `lineStart` are those of the call's name at `from`; `columns` is the reader's own.
 * @param parameters those of the macro in whose body the call stands.
 */
export function readArguments(
  bytes: Uint8Array,
  open: number,
  line: number,
  lineStart: number,
  from: number,
  columns: ColumnCounter,
  parameters: readonly string[] = NO_PARAMETERS,
): CallArguments {
  const limit = Math.min(bytes.length, open + MAX_BYTES);
  const position: Position = { line, lineStart };
  advance(bytes, from, open, position);
  const values: Argument[] = [];
  const constants: CallArguments['constants'][number][] = [];
  const strings: CallArguments['strings'][number][] = [];
  let callNumber: NamedConstant | undefined;
  let current = new ArgumentReader();
  let depth = 0;
  /** Depth inside the parentheses of another call, while they are read: what they hold is that call's. */
  let otherCall = Number.POSITIVE_INFINITY;
  let i = open;
  while (i < limit) {
    const at = skipBlanks(bytes, i, limit);
    advance(bytes, i, at, position);
    i = at;
    if (i >= limit) break;
    const c = bytes[i];
    const cls = BYTE_CLASS[c];
    let end = i + 1;
    if (cls === LETTER) {
      while (end < limit && isWordByte(bytes[end])) end++;
      const word = latin1(bytes, i, end);
      const isCall = bytes[skipBlanks(bytes, end, limit)] === 40;
      const isOther = depth >= otherCall;
      if (isCall && !isOther && /[a-z]/.test(word)) otherCall = depth + 1;
      if (isOther) current.other();
      else if (depth === 1 || /^[A-Z_]/.test(word)) current.word(word, depth, isCall);
      else current.nestedWord(word);
      if (!isOther && values.length === 0 && /^(?:SYS_|__NR_)/.test(word)) {
        const column = columns.at(position.lineStart, i);
        callNumber = { name: word, start: i, end, line: position.line, column };
      }
      if (!isCall && !isOther && /^_?[A-Z][A-Z0-9_]*$/.test(word)) {
        const column = columns.at(position.lineStart, i);
        constants.push({ name: word, start: i, end, line: position.line, column, argument: values.length });
      }
    } else if (cls === DIGIT) {
      while (end < limit && (isWordByte(bytes[end]) || bytes[end] === 46 || isDigitSeparator(bytes, end)))
        end++;
      if (depth >= otherCall) current.other();
      else current.number(latin1(bytes, i, end));
    } else if (c === 34) {
      end = endOfLiteral(bytes, i + 1, limit);
      const text = latin1(bytes, i + 1, end - 1);
      const column = columns.at(position.lineStart, i);
      strings.push({ text, start: i, end, line: position.line, column, argument: values.length });
      current.string(text);
    } else if (c === 39) {
      end = i + 1;
      while (end < limit && bytes[end] !== 39 && bytes[end] !== 10) end += bytes[end] === 92 ? 2 : 1;
      end++;
      current.other();
    } else if (c === 40 || c === 91 || c === 123) {
      depth++;
      if (depth > 1) current.open(c);
    } else if (c === 41 || c === 93 || c === 125) {
      depth--;
      if (depth === 0) break;
      if (depth < otherCall) otherCall = Number.POSITIVE_INFINITY;
      current.close();
    } else if (c === 44 && depth === 1) {
      values.push(current.value(parameters));
      current = new ArgumentReader();
    } else if (depth >= otherCall) current.other();
    else current.operator(c);
    advance(bytes, i, end, position);
    i = end;
  }
  if (values.length > 0 || !current.isEmpty) values.push(current.value(parameters));
  return { values: tight(values), constants: tight(constants), strings: tight(strings), callNumber };
}

const NONE: readonly never[] = [];

/** A list without the room that it was given to grow: many are kept. */
function tight<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

/** Puts one argument together from its tokens. */
class ArgumentReader {
  isEmpty = true;
  private names: string[] = [];
  private literal: string | undefined;
  private numeric: number | undefined;
  private minus = false;
  private plain = true;
  private hasVariable = false;
  private operators = '';
  /** Constants behind the first `?`. */
  private chosen: string[] | undefined;
  private variables = 0;
  private beginsWithLiteral = false;
  private isAddress = false;
  /** A call without arguments that is the whole argument: `getpid()`. */
  private call: string | undefined;
  /** Whether parentheses with nothing but words in them have just closed: a cast, if a value follows. */
  private mayBeCast = false;
  private wordsInParentheses = 0;
  /** The name that is the whole argument so far, but for parentheses and a cast. */
  private whole: string | undefined;

  word(word: string, depth: number, isCall: boolean): void {
    this.endCast();
    this.wordsInParentheses = -1;
    this.whole = this.isEmpty && !isCall ? word : undefined;
    if (isCall && depth === 1 && this.isEmpty) this.call = word;
    else if (depth > 1) this.call = undefined;
    this.isEmpty = false;
    if (isCall) {
      this.plain = false;
      this.hasVariable = true;
    } else if (/^_?[A-Z][A-Z0-9_]*$/.test(word) && depth <= 2) {
      this.names.push(word);
      this.chosen?.push(word);
    } else if (word === 'true' || word === 'false') this.numeric = word === 'true' ? 1 : 0;
    else if (word === 'nullptr') this.names.push('NULL');
    else {
      this.hasVariable = true;
      this.variables++;
    }
  }

  /** A word in lower case within parentheses: a variable, or the type of a cast. */
  nestedWord(word: string): void {
    this.endCast();
    const words = this.wordsInParentheses;
    const { isEmpty } = this;
    this.other();
    if (isEmpty) this.whole = word;
    this.wordsInParentheses = words < 0 ? -1 : words + 1;
  }

  number(text: string): void {
    this.endCast();
    this.whole = undefined;
    this.wordsInParentheses = -1;
    this.call = undefined;
    this.isEmpty = false;
    const value = integerOf(text);
    if (Number.isNaN(value) || this.numeric !== undefined) this.plain = false;
    this.numeric = this.minus ? -value : value;
  }

  string(text: string): void {
    this.endCast();
    this.whole = undefined;
    this.wordsInParentheses = -1;
    this.call = undefined;
    if (this.isEmpty) this.beginsWithLiteral = true;
    this.isEmpty = false;
    // Adjacent literals are one.
    this.literal = (this.literal ?? '') + text;
  }

  operator(c: number): void {
    // The star of a pointer type is part of a cast.
    if (c === 42 && this.wordsInParentheses > 0) return;
    this.wordsInParentheses = -1;
    this.whole = undefined;
    this.call = undefined;
    this.mayBeCast = false;
    if (c === 38 /* & */ && this.isEmpty) this.isAddress = true;
    this.isEmpty = false;
    if (c === 45 && this.numeric === undefined && this.names.length === 0 && !this.hasVariable)
      this.minus = true;
    else if (c === 124 /* | */) this.operators += '|';
    else {
      if (c === 63 /* ? */) this.chosen ??= [];
      this.operators += String.fromCharCode(c);
      this.plain = false;
    }
  }

  open(c: number): void {
    if (c !== 40) {
      this.plain = false;
      this.whole = undefined;
    }
    this.wordsInParentheses = this.isEmpty && c === 40 ? 0 : -1;
  }

  close(): void {
    this.mayBeCast = this.wordsInParentheses > 0;
    this.wordsInParentheses = -1;
  }

  /** A value behind parentheses that held only words: they were a type. */
  private endCast(): void {
    if (!this.mayBeCast) return;
    this.mayBeCast = false;
    this.hasVariable = false;
    this.isEmpty = true;
    this.names = [];
  }

  other(): void {
    this.wordsInParentheses = -1;
    this.whole = undefined;
    this.call = undefined;
    this.isEmpty = false;
    this.hasVariable = true;
  }

  value(parameters: readonly string[]): Argument {
    if (this.whole !== undefined && parameters.length > 0) {
      const index = parameters.indexOf(this.whole === '__VA_ARGS__' ? '...' : this.whole);
      if (index >= 0) return { kind: 'parameter', index };
    }
    if (this.call !== undefined) return { kind: 'constants', names: [`${this.call}()`], exact: true };
    const ors = /^\|*$/.test(this.operators);
    if (this.literal !== undefined) {
      // A literal next to a name is joined with a macro's text: then only its beginning is known.
      return this.names.length === 0 && !this.hasVariable && this.plain
        ? { kind: 'string', text: this.literal }
        : this.beginsWithLiteral && this.operators === ''
          ? TEXT
          : UNKNOWN;
    }
    if (this.chosen !== undefined && this.chosen.length > 0) return { kind: 'choice', names: this.chosen };
    if (this.names.length === 0 && this.numeric === undefined && this.variables > 0) {
      if (this.operators === '') return this.variables === 1 && this.plain ? NAME : UNKNOWN;
      if (this.isAddress && /^&(?:->|\.)*$/.test(this.operators)) return ADDRESS;
    }
    if (this.names.length > 0 && ors) {
      const exact = !this.hasVariable && this.plain && this.numeric === undefined;
      if (exact || this.operators !== '') return { kind: 'constants', names: this.names, exact };
      return UNKNOWN;
    }
    if (this.numeric !== undefined && this.plain && !this.hasVariable && this.operators === '') {
      return { kind: 'number', value: this.numeric };
    }
    return UNKNOWN;
  }
}

/** `1'000` in C++14 and C23. */
function isDigitSeparator(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 39 && isWordByte(bytes[at - 1]) && isWordByte(bytes[at + 1]);
}

function endOfLiteral(bytes: Uint8Array, start: number, limit: number): number {
  let i = start;
  while (i < limit && bytes[i] !== 34) i += bytes[i] === 92 ? 2 : 1;
  return Math.min(i + 1, limit);
}

function advance(bytes: Uint8Array, from: number, to: number, position: Position): void {
  for (let i = from; i < to; i++) {
    if (bytes[i] === 10) {
      position.line++;
      position.lineStart = i + 1;
    }
  }
}
