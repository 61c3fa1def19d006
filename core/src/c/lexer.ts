/**
 * The hot path: one pass over the bytes of a C or C++ file. It knows comments, strings, raw strings, character
 * constants, line splices, digit separators, digraphs, preprocessor directives and the nesting of braces, and
 * tells its sink about the names of a table, each with the tokens before it. It decides nothing about meaning.
 */
import { BYTE_CLASS, DIGIT, LETTER, NEWLINE, SPACE } from '../source/byteClass.js';
import { ColumnCounter } from '../source/column.js';
import { HASH_SEED, hashStep, type NameTable } from '../source/nameTable.js';
import { BraceStack, isInsideFunction } from './braces.js';
import { ConditionTracker } from './conditionGroups.js';
import { Directive } from './directive.js';
import { followDirective } from './followDirective.js';
import type { LexerOptions, LexerSink } from './lexerSink.js';
import { skipCharacter, skipNumber, skipRawString, skipString } from './literal.js';
import { BEFORE_EQUALS, isScope } from './operator.js';
import { endsAsPidFile } from './pathLiteral.js';
import { skipAttribute, skipBlanks, skipBlockComment, skipLineComment, startOfText } from './skip.js';
import { isSplice } from './splice.js';
import { readSplicedWord } from './splicedWord.js';
import {
  ARROW,
  ASSIGNMENT,
  ATTRIBUTE_WORD,
  COLONS,
  KEYWORD_CODES,
  MACRO_HEAD,
  NAMESPACE_WORD,
  NUMBER,
  OPERATOR,
  START,
  STRING,
  TAG_WORD,
  WORD,
} from './token.js';

const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const SLASH = 47;
const BACKSLASH = 92;

/** Reads one text; make a new one for each file. Its fields are the state at the call of the sink. */
export class CLexer {
  readonly conditions: ConditionTracker;
  readonly braces = new BraceStack();
  line = 0;
  lineStart = 0;
  /** Codes of the last three tokens before the name (see token.ts), nearest first. */
  previous = START;
  beforePrevious = START;
  thirdPrevious = START;
  /** Open parentheses and brackets since the last brace or semicolon. */
  parentheses = 0;
  /** Byte offset at which the current top-level region began. */
  regionStart = 0;
  /** Offset of the first unterminated comment, or -1. */
  unterminated = -1;
  readonly columns: ColumnCounter;
  private readonly directive = new Directive();

  constructor(
    readonly bytes: Uint8Array,
    readonly names: NameTable,
    readonly sink: LexerSink,
    readonly options: LexerOptions,
  ) {
    this.conditions = new ConditionTracker(bytes);
    this.columns = new ColumnCounter(bytes);
  }

  /** Reads a whole file. */
  readFile(length: number): void {
    const from = startOfText(this.bytes);
    this.lineStart = from;
    this.regionStart = from;
    this.read(from, length, true);
    if (this.regionStart < length) this.sink.regionEnd(this, this.regionStart, length);
  }

  /** Reads the body of a macro definition as if it stood in a function. */
  readMacroBody(start: number, end: number, line: number, lineStart: number): void {
    this.line = line;
    this.lineStart = lineStart;
    this.previous = MACRO_HEAD;
    this.braces.openFunction();
    this.read(start, end, false);
  }

  private read(start: number, end: number, directives: boolean): void {
    const { bytes, names, sink } = this;
    const { cplusplus } = this.options;
    let i = start;
    let previous = this.previous;
    let beforePrevious = START;
    let thirdPrevious = START;
    let parentheses = 0;
    let lineHasToken = !directives;
    while (i < end) {
      const c = bytes[i];
      const cls = BYTE_CLASS[c];
      if (cls === SPACE) {
        i++;
        continue;
      }
      if (cls === LETTER) {
        const wordStart = i;
        let hash = HASH_SEED;
        let b = c;
        do {
          hash = hashStep(hash, b);
          b = ++i < end ? bytes[i] : 0;
        } while (BYTE_CLASS[b] >= LETTER);
        lineHasToken = true;
        if (b === BACKSLASH && isSplice(bytes, i)) {
          const spliced = readSplicedWord(this, wordStart, end);
          i = spliced.end;
          const id = names.get(spliced.word);
          const code = id >= 0 && id < KEYWORD_CODES.length ? KEYWORD_CODES[id] : WORD;
          if (id >= KEYWORD_CODES.length) {
            this.previous = previous;
            this.beforePrevious = beforePrevious;
            this.thirdPrevious = thirdPrevious;
            this.parentheses = parentheses;
            sink.name(this, id, wordStart, i);
          }
          this.line += spliced.lines;
          if (spliced.lines > 0) this.lineStart = spliced.lineStart;
          thirdPrevious = beforePrevious;
          beforePrevious = previous;
          previous = code;
          continue;
        }
        const id = names.find(bytes, wordStart, i, hash);
        let code = WORD;
        if (id >= 0) {
          if (id < KEYWORD_CODES.length) {
            code = KEYWORD_CODES[id];
            if (code === ATTRIBUTE_WORD) {
              i = skipAttribute(this, i, end);
              continue;
            }
            if (code === TAG_WORD) this.braces.sawTag(bytes[wordStart] === 101 /* e of enum */);
            else if (code === NAMESPACE_WORD) this.braces.sawNamespace();
          } else {
            this.previous = previous;
            this.beforePrevious = beforePrevious;
            this.thirdPrevious = thirdPrevious;
            this.parentheses = parentheses;
            sink.name(this, id, wordStart, i);
          }
        } else if (cplusplus && (b === QUOTE || b === APOSTROPHE) && i - wordStart <= 3) {
          // A prefix of a literal: only the raw string needs to be known.
          if (b === QUOTE && bytes[i - 1] === 82 /* R */) {
            i = skipRawString(this, i, end);
            thirdPrevious = beforePrevious;
            beforePrevious = previous;
            previous = STRING;
            continue;
          }
        }
        thirdPrevious = beforePrevious;
        beforePrevious = previous;
        previous = code;
        continue;
      }
      if (cls === NEWLINE) {
        i++;
        this.line++;
        this.lineStart = i;
        lineHasToken = !directives;
        continue;
      }
      if (c === SLASH) {
        const next = bytes[i + 1];
        if (next === 42 /* * */) {
          i = skipBlockComment(this, i, end);
          continue;
        }
        if (next === SLASH) {
          i = skipLineComment(this, i, end);
          continue;
        }
      }
      if (c === BACKSLASH && isSplice(bytes, i)) {
        i += bytes[i + 1] === 13 ? 3 : 2;
        this.line++;
        this.lineStart = i;
        continue;
      }
      if (!lineHasToken && (c === HASH || (c === 37 && bytes[i + 1] === 58)) /* # or %: */) {
        i = followDirective(this, this.directive, c === HASH ? i + 1 : i + 2, end);
        continue;
      }
      lineHasToken = true;
      let code: number = c;
      if (cls === DIGIT) {
        i = skipNumber(bytes, i, end, cplusplus);
        code = NUMBER;
      } else if (c === QUOTE) {
        const textStart = i + 1;
        const { line, lineStart } = this;
        const textEnd = skipString(this, textStart, end);
        if (bytes[textStart] === SLASH || endsAsPidFile(bytes, textEnd)) {
          const endLine = this.line;
          const endLineStart = this.lineStart;
          this.line = line;
          this.lineStart = lineStart;
          this.previous = previous;
          this.beforePrevious = beforePrevious;
          this.parentheses = parentheses;
          sink.pathString(this, textStart, textEnd);
          this.line = endLine;
          this.lineStart = endLineStart;
        }
        i = bytes[textEnd] === QUOTE && textEnd < end ? textEnd + 1 : textEnd;
        code = STRING;
      } else if (c === APOSTROPHE) {
        i = skipCharacter(this, i + 1, end);
        code = NUMBER;
      } else if (c === 45 && bytes[i + 1] === 62 /* -> */) {
        i += 2;
        code = ARROW;
      } else if (c === 58 && bytes[i + 1] === 58 /* :: */) {
        i += 2;
        code = COLONS;
      } else {
        const next = i + 1 < end ? bytes[i + 1] : 0;
        if (next === 61 /* = */ && BEFORE_EQUALS[c] === 1) {
          code = c === 61 || c === 33 || c === 60 || c === 62 ? OPERATOR : ASSIGNMENT;
          i += 2;
        } else if ((c === 38 || c === 124 || c === 60) && next === c) {
          // `>>` may close two template argument lists, so it stays two tokens.
          code = OPERATOR;
          i += 2;
        } else if (
          c === 60 &&
          (next === 37 || (next === 58 && !(cplusplus && isScope(bytes, i + 1)))) /* <% <: */
        ) {
          code = next === 37 ? 123 : 91;
          i += 2;
        } else if ((c === 37 && next === 62) || (c === 58 && next === 62) /* %> :> */) {
          code = c === 37 ? 125 : 93;
          i += 2;
        } else {
          i++;
        }
        if (code === 40 || code === 91) parentheses++;
        else if (code === 41 || code === 93) {
          if (parentheses > 0) parentheses--;
        } else if (code === 123) {
          this.braces.open(previous, beforePrevious, parentheses);
          parentheses = 0;
        } else if (code === 125) {
          this.braces.close(directives && i - 1 === this.lineStart);
          parentheses = 0;
          if (this.braces.depth === 0) this.endRegion(i);
        } else if (code === 59) {
          parentheses = 0;
          if (this.braces.depth === 0) {
            this.braces.sawSemicolon();
            this.endRegion(i);
          }
        }
      }
      thirdPrevious = beforePrevious;
      beforePrevious = previous;
      previous = code;
    }
  }

  private endRegion(end: number): void {
    this.sink.regionEnd(this, this.regionStart, end);
    this.regionStart = end;
  }

  /** Whether code at this place is executed: inside a function's braces. */
  get inFunction(): boolean {
    return isInsideFunction(this.braces);
  }

  /** Column of an offset in the line that is read. */
  columnOf(offset: number): number {
    return this.columns.at(this.lineStart, offset);
  }

  /** Offset of the next token's first byte after `offset`, over blanks, comments and splices. */
  nextToken(offset: number): number {
    return skipBlanks(this.bytes, offset, this.bytes.length);
  }
}
