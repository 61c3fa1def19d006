/**
 * What the lexer is given and whom it tells.
 */
import type { Directive } from './directive.js';
import type { CLexer } from './lexer.js';

/** What the lexer tells. Offsets are bytes from the start of the text; lines count from zero. */
export interface LexerSink {
  /** A name of the table that is no keyword. The lexer's fields say what stands before it. */
  name(lexer: CLexer, id: number, start: number, end: number): void;
  /** A string literal whose text starts with a slash; `start` and `end` enclose the text without quotes. */
  pathString(lexer: CLexer, start: number, end: number): void;
  /** `#include`, `#define` or `#undef`; the object is filled anew for the next directive. */
  directive(lexer: CLexer, directive: Directive): void;
  /** A top-level region (function, table, declaration) has ended. */
  regionEnd(lexer: CLexer, start: number, end: number): void;
}

/** How a text is to be read. */
export interface LexerOptions {
  readonly cplusplus: boolean;
  /** Whether a configure script makes the file of it, with a definition or none where an `#undef` stands. */
  readonly isTemplate?: boolean;
}
