/**
 * What one `#define` says: the vocabulary names and paths in its body, or its value if it is a switch.
 */
import type { Macro, Occurrence } from '../facts/fileFacts.js';
import {
  IS_MACRO,
  KEEP_MACRO_PLACES,
  KEEP_PLACES,
  READ_ARGUMENTS,
  type Vocabulary,
} from '../facts/vocabulary.js';
import { BYTE_CLASS, isWordByte, LETTER } from '../source/byteClass.js';
import { utf16Column } from '../source/column.js';
import { HASH_SEED, hashStep } from '../source/nameTable.js';
import { readArguments } from './argumentList.js';
import type { Directive } from './directive.js';
import { latin1, lineOf, macroParameters } from './directive.js';
import { CLexer } from './lexer.js';
import type { LexerSink } from './lexerSink.js';
import { endsAsPidFile, joinedText, mayBePath, pathOf } from './pathLiteral.js';
import { skipBlanks } from './skip.js';
import { ARROW, COLONS, KEYWORDS, STRING, TAG_WORD, TYPE_WORD, WORD } from './token.js';

const NO_PARAMETERS: readonly string[] = [];
const NO_NAMES: readonly Occurrence[] = [];

/** Longer bodies are no numbers and no names. */
const LONGEST_VALUE = 60;

/** Facts of a `#define`, or undefined if nobody will ask for it. */
export function macroOf(
  bytes: Uint8Array,
  directive: Directive,
  condition: number,
  vocabulary: Vocabulary,
  cplusplus: boolean,
): Macro | undefined {
  const { nameStart, nameEnd, nameHash: hash, bodyStart, bodyEnd } = directive;
  const found = mentionsVocabulary(bytes, bodyStart, bodyEnd, vocabulary);
  const known = vocabulary.table.find(bytes, nameStart, nameEnd, hash) >= KEYWORDS.length;
  const value =
    directive.parametersStart < 0 &&
    bodyEnd - bodyStart <= LONGEST_VALUE &&
    (known || vocabulary.isSwitch(hash))
      ? bodyText(bytes, bodyStart, bodyEnd)
      : undefined;
  const isSwitch = value !== undefined && isSwitchText(value);
  const constants =
    directive.parametersStart < 0 ? constantsIn(bytes, bodyStart, bodyEnd, vocabulary) : undefined;
  const isAsked = vocabulary.asksFor(hash);
  if (!found && !isSwitch && !known && !constants && !isAsked) return undefined;
  const name = latin1(bytes, nameStart, nameEnd);
  const redefines = known && !mentionsName(bytes, bodyStart, bodyEnd, name);
  const body = found ? readBody(bytes, directive, name, condition, vocabulary, cplusplus) : NO_NAMES;
  if (body.length === 0 && !isSwitch && !redefines && !constants && !isAsked) return undefined;
  const at = lineOf(bytes, directive, nameStart);
  return {
    start: nameStart,
    end: nameEnd,
    line: at.line,
    column: utf16Column(bytes, at.lineStart, nameStart),
    name,
    parameters:
      directive.parametersStart < 0
        ? undefined
        : body.length > 0
          ? macroParameters(bytes, directive)
          : NO_PARAMETERS,
    condition,
    body,
    redefines,
    value: isSwitch ? value : undefined,
    isSwitch: isSwitch && !known,
    constants,
    isEnded: false,
  };
}

/** How places of a macro's name are to be read: like those of the names that it leads to. */
export function flagsOfMacro(macro: Macro, vocabulary: Vocabulary): number {
  let flags = IS_MACRO;
  for (const { name, shape, arguments: args } of macro.body) {
    const own = vocabulary.flagsOf(vocabulary.table.get(name));
    if ((own & (KEEP_PLACES | KEEP_MACRO_PLACES)) !== 0) flags |= KEEP_MACRO_PLACES;
    // Another name for a function hands on the arguments of its calls, and a call in the body those that it names.
    if (shape === 'value' && macro.parameters === undefined) flags |= own & READ_ARGUMENTS;
    if (args?.values.some((value) => value.kind === 'parameter')) flags |= READ_ARGUMENTS;
  }
  return flags;
}

/** The text of a body, comments taken out. */
export function bodyText(bytes: Uint8Array, start: number, end: number): string {
  const text = latin1(bytes, start, end);
  return (text.includes('/') ? text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/g, ' ') : text).trim();
}

/** Whether a body is a number, one name, or empty. */
export function isSwitchText(text: string): boolean {
  return /^(?:\(?-?\d\w*\)?|[A-Za-z_]\w*)?$/.test(text);
}

function readBody(
  bytes: Uint8Array,
  directive: Directive,
  macroName: string,
  condition: number,
  vocabulary: Vocabulary,
  cplusplus: boolean,
): readonly Occurrence[] {
  const body: Occurrence[] = [];
  const parameters = macroParameters(bytes, directive);
  const sink: LexerSink = {
    name(lexer, id, start, end) {
      const { previous } = lexer;
      if (previous === 46 || previous === ARROW || previous === TAG_WORD || previous === TYPE_WORD) return;
      if (previous === COLONS && lexer.beforePrevious === WORD) return;
      if (previous === 35) return; // made a string
      const name = vocabulary.nameOf(id);
      if (name === macroName || parameters?.includes(name)) return;
      const next = lexer.nextToken(end);
      const isCall = next < directive.bodyEnd && bytes[next] === 40;
      const flags = vocabulary.flagsOf(id);
      const isAlias = !isCall && isWholeBody(bytes, directive, start, end);
      if (!isCall && !isAlias && (flags & IS_MACRO) === 0) return;
      if (isCall && previous === WORD) return;
      body.push({
        name,
        start,
        end,
        line: lexer.line,
        column: lexer.columnOf(start),
        shape: isCall ? 'call' : 'value',
        condition,
        doubtful: false,
        isTableEntry: false,
        inClass: false,
        qualified: false,
        detaches: false,
        textBehind: isCall ? undefined : joinedText(bytes, end, directive.bodyEnd) || undefined,
        arguments:
          isCall && (flags & READ_ARGUMENTS) !== 0
            ? readArguments(
                bytes,
                next,
                lexer.line,
                lexer.lineStart,
                start,
                lexer.columns.ahead(),
                parameters,
              )
            : undefined,
      });
    },
    pathString(lexer, start, end) {
      if (lexer.previous === STRING) return;
      const name = pathOf(bytes, start, end, directive.bodyEnd);
      if (name === undefined) return;
      vocabulary.add(name, KEEP_PLACES);
      body.push({
        name,
        start,
        end,
        line: lexer.line,
        column: lexer.columnOf(start),
        shape: 'value',
        condition,
        doubtful: false,
        isTableEntry: false,
        inClass: false,
        qualified: false,
        detaches: false,
        textBehind: undefined,
        arguments: undefined,
      });
    },
    directive() {},
    regionEnd() {},
  };
  const lexer = new CLexer(bytes, vocabulary.table, sink, { cplusplus });
  const { line, lineStart } = lineOf(bytes, directive, directive.bodyStart);
  lexer.readMacroBody(directive.bodyStart, directive.bodyEnd, line, lineStart);
  return body.slice();
}

/** Whether the body is nothing but this name, so that the macro is another name for it. */
function isWholeBody(bytes: Uint8Array, directive: Directive, start: number, end: number): boolean {
  const before = latin1(bytes, directive.bodyStart, start);
  const after = latin1(bytes, end, directive.bodyEnd);
  return /^[\s(\\]*$/.test(before) && /^[\s)]*(?:\/\*[\s\S]*\*\/\s*|\/\/.*)?$/.test(after);
}

/** Constants of the platform, joined by `|`, if a body is nothing else. */
function constantsIn(
  bytes: Uint8Array,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): readonly string[] | undefined {
  let names: string[] | undefined;
  let i = start;
  while (i < end) {
    const c = bytes[i];
    if (BYTE_CLASS[c] === LETTER) {
      const wordStart = i;
      let hash = HASH_SEED;
      while (i < end && isWordByte(bytes[i])) hash = hashStep(hash, bytes[i++]);
      const id = vocabulary.constants.find(bytes, wordStart, i, hash);
      if (id < 0) return undefined;
      names ??= [];
      names.push(vocabulary.constants.names[id]);
    } else if (c === 124 || c === 40 || c === 41) i++;
    else {
      const next = skipBlanks(bytes, i, end);
      if (next === i) return undefined;
      i = next;
    }
  }
  return names;
}

/** `#define read(a, b) read((a), (b))` gives the name no other meaning. */
function mentionsName(bytes: Uint8Array, start: number, end: number, name: string): boolean {
  let i = start;
  while (i < end) {
    const wordStart = i;
    while (i < end && isWordByte(bytes[i])) i++;
    if (i - wordStart === name.length && latin1(bytes, wordStart, i) === name) return true;
    if (i === wordStart) i++;
  }
  return false;
}

/** Whether a quote stands before or behind the text of a path that is looked at. */
function standsAtPath(bytes: Uint8Array, quote: number): boolean {
  return (bytes[quote + 1] === 47 && mayBePath(bytes, quote + 1)) || endsAsPidFile(bytes, quote);
}

function mentionsVocabulary(bytes: Uint8Array, start: number, end: number, vocabulary: Vocabulary): boolean {
  let i = start;
  while (i < end) {
    if (BYTE_CLASS[bytes[i]] !== LETTER) {
      // Letters inside a number are not a name.
      if (isWordByte(bytes[i])) while (i < end && isWordByte(bytes[i])) i++;
      else if (bytes[i] === 34 && standsAtPath(bytes, i)) return true;
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
