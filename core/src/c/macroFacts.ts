/**
 * What one `#define` says: the vocabulary names in its body, or its value if it is a switch.
 */
import type { Macro, Occurrence, Place } from '../facts/fileFacts.js';
import { IS_MACRO, READ_ARGUMENTS, type Vocabulary } from '../facts/vocabulary.js';
import { BYTE_CLASS, isWordByte, LETTER } from '../source/byteClass.js';
import { utf16Column } from '../source/column.js';
import { HASH_SEED, hashStep } from '../source/nameTable.js';
import { readArguments } from './argumentList.js';
import type { Directive } from './directive.js';
import { latin1, macroParameters } from './directive.js';
import { CLexer, type LexerSink } from './lexer.js';
import { ARROW, COLONS, KEYWORDS, TAG_WORD, TYPE_WORD, WORD } from './token.js';

/** Facts of a `#define`, or undefined if nobody will ask for it. */
export function macroOf(
  bytes: Uint8Array,
  directive: Directive,
  place: Place,
  condition: number,
  vocabulary: Vocabulary,
  cplusplus: boolean,
): Macro | undefined {
  const { bodyStart, bodyEnd, name } = directive;
  const found = mentionsVocabulary(bytes, bodyStart, bodyEnd, vocabulary);
  const isObject = directive.parametersStart < 0;
  const value = isObject && bodyEnd - bodyStart <= 60 ? bodyText(bytes, bodyStart, bodyEnd) : undefined;
  const isSwitch = value !== undefined && /^(?:\(?-?\d\w*\)?|[A-Za-z_]\w*)?$/.test(value);
  const redefines = vocabulary.table.get(name) >= KEYWORDS.length && !mentionsItself(bytes, directive);
  if (!found && !isSwitch && !redefines) return undefined;
  const body = found ? readBody(bytes, directive, condition, vocabulary, cplusplus) : [];
  if (body.length === 0 && !isSwitch && !redefines) return undefined;
  const parameters = macroParameters(bytes, directive);
  return { ...place, name, parameters, condition, body, value: isSwitch ? value : undefined };
}

function bodyText(bytes: Uint8Array, start: number, end: number): string {
  const text = latin1(bytes, start, end);
  return (text.includes('/') ? text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/g, ' ') : text).trim();
}

function readBody(
  bytes: Uint8Array,
  directive: Directive,
  condition: number,
  vocabulary: Vocabulary,
  cplusplus: boolean,
): Occurrence[] {
  const body: Occurrence[] = [];
  const parameters = macroParameters(bytes, directive);
  const sink: LexerSink = {
    name(lexer, id, start, end) {
      const { previous } = lexer;
      if (previous === 46 || previous === ARROW || previous === TAG_WORD || previous === TYPE_WORD) return;
      if (previous === COLONS && lexer.beforePrevious === WORD) return;
      if (previous === 35) return; // made a string
      const name = vocabulary.nameOf(id);
      if (name === directive.name || parameters?.includes(name)) return;
      const next = lexer.nextToken(end);
      const isCall = next < directive.bodyEnd && bytes[next] === 40;
      const isAlias = !isCall && isWholeBody(bytes, directive, start, end);
      const flags = vocabulary.flagsOf(id);
      if (!isCall && !isAlias && (flags & IS_MACRO) === 0) return;
      if (isCall && previous === WORD) return;
      body.push({
        name,
        start,
        end,
        line: lexer.line,
        column: utf16Column(bytes, lexer.lineStart, start),
        shape: isCall ? 'call' : 'value',
        condition,
        doubtful: false,
        isTableEntry: false,
        inClass: false,
        qualified: false,
        arguments:
          isCall && (flags & READ_ARGUMENTS) !== 0
            ? readArguments(bytes, next, lexer.line, lexer.lineStart, start)
            : undefined,
      });
    },
    pathString() {},
    directive() {},
    regionEnd() {},
  };
  const lexer = new CLexer(bytes, vocabulary.table, sink, { cplusplus });
  lexer.readMacroBody(directive.bodyStart, directive.bodyEnd, directive.line, directive.lineStart);
  return body;
}

/** Whether the body is nothing but this name, so that the macro is another name for it. */
function isWholeBody(bytes: Uint8Array, directive: Directive, start: number, end: number): boolean {
  const before = latin1(bytes, directive.bodyStart, start);
  const after = latin1(bytes, end, directive.bodyEnd);
  return /^[\s(\\]*$/.test(before) && /^[\s)]*(?:\/\*[\s\S]*\*\/\s*|\/\/.*)?$/.test(after);
}

/** `#define read(a, b) read((a), (b))` gives the name no other meaning. */
function mentionsItself(bytes: Uint8Array, directive: Directive): boolean {
  const { name, bodyStart, bodyEnd } = directive;
  return new RegExp(`\\b${name}\\b`).test(latin1(bytes, bodyStart, bodyEnd));
}

function mentionsVocabulary(bytes: Uint8Array, start: number, end: number, vocabulary: Vocabulary): boolean {
  let i = start;
  while (i < end) {
    if (BYTE_CLASS[bytes[i]] !== LETTER) {
      // Letters inside a number are not a name.
      if (isWordByte(bytes[i])) while (i < end && isWordByte(bytes[i])) i++;
      else i++;
      continue;
    }
    const wordStart = i;
    let hash = HASH_SEED;
    while (i < end && isWordByte(bytes[i])) hash = hashStep(hash, bytes[i++]);
    if (vocabulary.table.find(bytes, wordStart, i, hash) >= KEYWORDS.length) return true;
  }
  return false;
}
