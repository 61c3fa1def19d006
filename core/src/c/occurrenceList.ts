/**
 * The occurrences of one file while it is read. A name that is declared as a variable is none of the platform in the
 * function, or the file, that declares it.
 */
import type { Occurrence } from '../facts/fileFacts.js';
import {
  IS_MACRO,
  KEEP_MACRO_PLACES,
  KEEP_PLACES,
  READ_ARGUMENTS,
  type Vocabulary,
} from '../facts/vocabulary.js';
import { readArguments } from './argumentList.js';
import { ENUM_BRACE, INITIALIZER_BRACE, TYPE_BRACE } from './braces.js';
import { isInClass } from './classScope.js';
import { DaemonShape } from './daemonShape.js';
import { latin1 } from './directive.js';
import type { CLexer } from './lexer.js';
import { joinedText } from './pathLiteral.js';

/** A doubtful occurrence and the top-level region of the file that a tree is needed of. */
export interface DoubtfulRegion {
  readonly start: number;
  readonly end: number;
  readonly occurrences: Occurrence[];
}

/** Flags of names whose places are kept. */
export const KEEPS = KEEP_PLACES | KEEP_MACRO_PLACES;

/** No function forks more often to become a daemon. */
const MAX_FORKS = 8;

/** Objects that are made by the thousand are written out field by field: spreading gives each a shape of its own. */
export class OccurrenceList {
  occurrences: Occurrence[] = [];
  readonly doubtful: DoubtfulRegion[] = [];
  private readonly counted = new Set<number>();
  private readonly fileVariables = new Set<string>();
  private regionVariables = new Set<string>();
  private regionFirst = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly cplusplus: boolean,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Whether a name of which no place is kept has been counted. */
  hasCounted(id: number): boolean {
    return this.counted.has(id);
  }

  /** @param open offset of the parenthesis that begins the arguments, or -1. */
  keep(
    lexer: CLexer,
    id: number,
    flags: number,
    start: number,
    end: number,
    shape: 'call' | 'value',
    open: number,
    doubtful: boolean,
    qualified: boolean,
  ): void {
    if ((flags & KEEPS) === 0) {
      if (!doubtful && !this.regionVariables.has(this.vocabulary.nameOf(id))) this.counted.add(id);
      return;
    }
    this.occurrences.push({
      start,
      end,
      line: lexer.line,
      column: lexer.columnOf(start),
      name: this.vocabulary.nameOf(id),
      shape,
      condition: lexer.conditions.current,
      doubtful,
      isTableEntry: lexer.braces.innermost === INITIALIZER_BRACE || lexer.previous === 38,
      inClass: this.cplusplus && isInClass(lexer),
      qualified,
      detaches: false,
      textBehind:
        shape === 'value' && (flags & IS_MACRO) !== 0
          ? joinedText(this.bytes, end, this.bytes.length) || undefined
          : undefined,
      arguments:
        open >= 0 && (flags & READ_ARGUMENTS) !== 0
          ? readArguments(this.bytes, open, lexer.line, lexer.lineStart, start, lexer.columns.ahead())
          : undefined,
    });
  }

  /** A name that is declared, or used as only a variable can be. */
  variable(lexer: CLexer, id: number): void {
    const { innermost } = lexer.braces;
    if (innermost === TYPE_BRACE) return;
    const isFileEnumerator = innermost === ENUM_BRACE && !lexer.inFunction;
    this.hide(id, isFileEnumerator || (lexer.braces.depth === 0 && lexer.parentheses === 0));
  }

  /** `pid_t (*fork)(void);` at file level, or the same among the parameters of a function. */
  pointerVariable(lexer: CLexer, id: number): void {
    if (lexer.braces.depth === 0) this.hide(id, lexer.parentheses === 1);
  }

  private hide(id: number, inWholeFile: boolean): void {
    (inWholeFile ? this.fileVariables : this.regionVariables).add(this.vocabulary.nameOf(id));
  }

  /** A top-level region has ended. */
  regionEnd(start: number, end: number): void {
    const { occurrences, regionFirst, regionVariables } = this;
    if (regionVariables.size > 0) {
      let kept = regionFirst;
      for (let i = kept; i < occurrences.length; i++) {
        const one = occurrences[i];
        if (one.qualified || !regionVariables.has(one.name)) occurrences[kept++] = one;
      }
      if (kept < occurrences.length) occurrences.length = kept;
      regionVariables.clear();
    }
    this.markDaemons(start, end);
    // Most regions have none: no list is made for them.
    let doubtful: Occurrence[] | undefined;
    for (let i = regionFirst; i < occurrences.length; i++) {
      if (!occurrences[i].doubtful) continue;
      doubtful ??= [];
      doubtful.push(occurrences[i]);
    }
    if (doubtful) this.doubtful.push({ start, end, occurrences: doubtful });
    this.regionFirst = occurrences.length;
  }

  /** Tells the forks of a region by which the program becomes a daemon from those that serve something else. */
  private markDaemons(start: number, end: number): void {
    let shape: DaemonShape | undefined;
    let asked = 0;
    for (let i = this.regionFirst; i < this.occurrences.length && asked < MAX_FORKS; i++) {
      const occurrence = this.occurrences[i];
      if (occurrence.shape !== 'call' || (occurrence.name !== 'fork' && occurrence.name !== 'vfork'))
        continue;
      if (asked++ === 0) shape = DaemonShape.of(latin1(this.bytes, start, end));
      if (!shape) return;
      occurrence.detaches = shape.isDetachingFork(occurrence.start - start);
    }
  }

  /** After the last region: what the whole file declares hides names in all of it. */
  finish(): void {
    if (this.fileVariables.size === 0) return;
    this.occurrences = this.occurrences.filter(
      (occurrence) => occurrence.qualified || !this.fileVariables.has(occurrence.name),
    );
  }

  countedNames(): string[] {
    return [...this.counted]
      .map((id) => this.vocabulary.nameOf(id))
      .filter((name) => !this.fileVariables.has(name));
  }
}
