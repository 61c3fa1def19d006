/**
 * Bytes of a C or C++ file to its facts. The lexer finds the names; this file tells a call from a declaration, a
 * definition, a member or a variable by the tokens around, and marks as doubtful what tokens cannot tell.
 */
import type {
  Definition,
  FileFacts,
  FileProblem,
  Include,
  Macro,
  Occurrence,
  PathLiteral,
  Undefinition,
} from '../facts/fileFacts.js';
import {
  IS_FUNCTION,
  IS_MACRO,
  KEEP_MACRO_PLACES,
  KEEP_PLACES,
  READ_ARGUMENTS,
  type Vocabulary,
} from '../facts/vocabulary.js';
import { BYTE_CLASS, isWordByte, SPACE } from '../source/byteClass.js';
import { readArguments } from './argumentList.js';
import { ENUM_BRACE, INITIALIZER_BRACE, TYPE_BRACE } from './braces.js';
import { isAround } from './conditionGroups.js';
import {
  callsByDeclaration,
  definesFunction,
  type FileLevelRole,
  fileLevelRole,
  hasStatic,
  looksLikeParameters,
} from './declaration.js';
import { type Directive, latin1, lineOf } from './directive.js';
import { CLexer, type LexerSink } from './lexer.js';
import { flagsOfMacro, macroOf } from './macroFacts.js';
import { joinedText, pathOf } from './pathLiteral.js';
import { ARROW, COLONS, OPERATOR_WORD, STRING, TAG_WORD, TYPE_WORD, WORD } from './token.js';
import {
  argumentsBehind,
  endsInValue,
  isDeclaredAfter,
  isMacroArgument,
  isValuePosition,
  variableRole,
} from './valuePosition.js';

/** A doubtful occurrence and the top-level region of the file that a tree is needed of. */
export interface DoubtfulRegion {
  readonly start: number;
  readonly end: number;
  readonly occurrences: Occurrence[];
}

export interface ReadResult {
  readonly facts: FileFacts & { occurrences: Occurrence[] };
  readonly doubtful: readonly DoubtfulRegion[];
}

const KEEPS = KEEP_PLACES | KEEP_MACRO_PLACES;

/**
 * Reads one file. The macros that it defines are added to the vocabulary while it is read and taken out again.
 * Never throws on bad source.
 */
export function readFacts(
  path: string,
  bytes: Uint8Array,
  length: number,
  cplusplus: boolean,
  vocabulary: Vocabulary,
): ReadResult {
  const text = bytes.subarray(0, length);
  const reader = new FactsReader(text, cplusplus, vocabulary, path.endsWith('.xs'));
  const size = vocabulary.size;
  const lexer = new CLexer(text, vocabulary.table, reader, { cplusplus });
  lexer.readFile(length);
  reader.finish(lexer);
  const counted = reader.countedNames();
  vocabulary.shrink(size);
  reader.restoreVocabulary();
  return {
    facts: {
      path,
      cplusplus,
      byteLength: length,
      occurrences: reader.occurrences,
      counted,
      macros: reader.macros,
      undefinitions: reader.undefinitions,
      definitions: reader.definitions,
      includes: reader.includes,
      paths: reader.paths,
      conditions: lexer.conditions.groups,
      problems: reader.problems,
    },
    doubtful: reader.doubtful,
  };
}

/** Objects that are made by the thousand are written out field by field: spreading gives each a shape of its own. */
class FactsReader implements LexerSink {
  occurrences: Occurrence[] = [];
  readonly macros: Macro[] = [];
  readonly undefinitions: Undefinition[] = [];
  readonly definitions: Definition[] = [];
  readonly includes: Include[] = [];
  readonly paths: PathLiteral[] = [];
  readonly problems: FileProblem[] = [];
  readonly doubtful: DoubtfulRegion[] = [];
  private readonly counted = new Set<number>();
  private readonly fileVariables = new Set<string>();
  private regionVariables = new Set<string>();
  private regionFirst = 0;
  /** Offset of the semicolon that ends the last declaration seen in a function. */
  private declarationEnd = 0;
  private raised: [id: number, flags: number][] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly cplusplus: boolean,
    private readonly vocabulary: Vocabulary,
    /** In an XS file a declaration at the start of a line makes Perl call the function. */
    private readonly isPerlExtension: boolean,
  ) {}

  name(lexer: CLexer, id: number, start: number, end: number): void {
    const flags = this.vocabulary.flagsOf(id);
    if ((flags & KEEPS) === 0 && this.counted.has(id)) return;
    const { previous } = lexer;
    if (previous === 46 || previous === ARROW || previous === TAG_WORD || previous === OPERATOR_WORD) return;
    const qualified = previous === COLONS;
    if (qualified && lexer.beforePrevious === WORD && !this.isStandardNamespace(start)) {
      this.method(lexer, id, start, end);
      return;
    }
    if (lexer.braces.innermost === ENUM_BRACE) {
      this.variable(lexer, id);
      return;
    }
    const next = lexer.nextToken(end);
    // `pid_t (*fork)(void);`
    if (previous === 42 && lexer.beforePrevious === 40 && !lexer.inFunction && this.bytes[next] === 41) {
      const variables = lexer.parentheses === 1 ? this.fileVariables : this.regionVariables;
      if (lexer.braces.depth === 0) variables.add(this.vocabulary.nameOf(id));
      return;
    }
    if (this.bytes[next] === 40) this.callLike(lexer, id, flags, start, end, next, qualified);
    else this.valueLike(lexer, id, flags, start, end, next, qualified);
  }

  pathString(lexer: CLexer, start: number, end: number): void {
    // A literal behind another goes on with its text.
    if (lexer.previous === STRING) return;
    const text = pathOf(this.bytes, start, end, this.bytes.length);
    if (text === undefined) return;
    this.paths.push({
      start,
      end,
      line: lexer.line,
      column: lexer.columnOf(start),
      text,
      condition: lexer.conditions.current,
    });
  }

  directive(lexer: CLexer, directive: Directive): void {
    if (directive.kind === 'include') {
      const { nameStart, nameEnd } = directive;
      const { line, lineStart } = lineOf(this.bytes, directive, nameStart);
      this.includes.push({
        start: nameStart,
        end: nameEnd,
        line,
        column: lexer.columns.at(lineStart, nameStart),
        header: latin1(this.bytes, nameStart, nameEnd),
        angled: directive.angled,
        condition: lexer.conditions.current,
      });
      return;
    }
    if (directive.kind === 'undef') this.undefine(lexer, directive);
    if (directive.kind !== 'define') return;
    const { bytes, vocabulary, cplusplus } = this;
    const macro = macroOf(bytes, directive, lexer.conditions.current, vocabulary, cplusplus);
    if (!macro) return;
    this.macros.push(macro);
    if (macro.body.length > 0) this.addMacroName(macro);
  }

  regionEnd(_lexer: CLexer, start: number, end: number): void {
    const variables = this.regionVariables;
    if (variables.size > 0) {
      const { occurrences } = this;
      let kept = this.regionFirst;
      for (let i = kept; i < occurrences.length; i++) {
        const one = occurrences[i];
        if (one.qualified || !variables.has(one.name)) occurrences[kept++] = one;
      }
      occurrences.length = kept;
      this.regionVariables = new Set();
    }
    const doubtful = this.occurrences.slice(this.regionFirst).filter((occurrence) => occurrence.doubtful);
    if (doubtful.length > 0) this.doubtful.push({ start, end, occurrences: doubtful });
    this.regionFirst = this.occurrences.length;
  }

  /** After the last region: what the whole file declares hides names in all of it. */
  finish(lexer: CLexer): void {
    if (this.fileVariables.size > 0) {
      this.occurrences = this.occurrences.filter(
        (occurrence) => occurrence.qualified || !this.fileVariables.has(occurrence.name),
      );
    }
    if (lexer.unterminated >= 0) {
      this.problems.push({
        message: 'a comment or raw string is not closed; the rest was not read',
        line: lexer.line,
      });
    }
  }

  countedNames(): string[] {
    return [...this.counted]
      .map((id) => this.vocabulary.nameOf(id))
      .filter((name) => !this.fileVariables.has(name));
  }

  /** Takes back what macros of this file changed on names that stay. */
  restoreVocabulary(): void {
    for (const [id, flags] of this.raised) {
      if (id < this.vocabulary.size) this.vocabulary.clear(id, flags);
    }
  }

  private callLike(
    lexer: CLexer,
    id: number,
    flags: number,
    start: number,
    end: number,
    open: number,
    qualified: boolean,
  ): void {
    if (lexer.inFunction) {
      const role = this.roleInFunction(lexer, start, open);
      if (role === 'declaration') return;
      this.keep(lexer, id, flags, start, end, 'call', open, role === 'doubtful', qualified);
      return;
    }
    if (lexer.braces.innermost === TYPE_BRACE) {
      this.define(lexer, id, start, end, 'method', false);
      return;
    }
    if (lexer.braces.innermost === INITIALIZER_BRACE) {
      this.keep(lexer, id, flags, start, end, 'call', open, false, qualified);
      return;
    }
    const role: FileLevelRole =
      this.isPerlExtension && this.startsLine(lexer, start)
        ? callsByDeclaration(this.bytes, open)
          ? 'call'
          : 'declaration'
        : fileLevelRole(lexer, open, (flags & IS_MACRO) !== 0);
    if (role === 'call') this.keep(lexer, id, flags, start, end, 'call', open, false, qualified);
    else if (role === 'definition') {
      this.define(lexer, id, start, end, 'function', hasStatic(this.bytes, lexer.regionStart, start));
    }
  }

  private roleInFunction(lexer: CLexer, start: number, open: number): 'call' | 'declaration' | 'doubtful' {
    const { previous, beforePrevious } = lexer;
    if (start < this.declarationEnd && lexer.parentheses === 0) return 'declaration';
    if (previous === TYPE_WORD) return this.declares(open);
    // A word on the line before is a macro without a semicolon, not a type.
    if (previous === WORD && this.startsLine(lexer, start)) return 'call';
    if (previous === WORD) return looksLikeParameters(this.bytes, open) ? this.declares(open) : 'doubtful';
    if (previous === 42 && (beforePrevious === TYPE_WORD || beforePrevious === WORD)) {
      if (beforePrevious === WORD && endsInValue(lexer.thirdPrevious)) return 'call';
      return looksLikeParameters(this.bytes, open) ? this.declares(open) : 'doubtful';
    }
    // `std::vector<int> name(x);` or a comparison
    if (this.cplusplus && previous === 62) return 'doubtful';
    // `{` after the closing parenthesis is a nested function, or a region whose braces went wrong.
    return definesFunction(this.bytes, open) && previous !== 40 ? 'doubtful' : 'call';
  }

  /** A declaration goes on to its semicolon: `char *getlogin(), *ttyname();`. */
  private declares(open: number): 'declaration' {
    if (open < this.declarationEnd) return 'declaration';
    const end = this.bytes.indexOf(59, open);
    this.declarationEnd = end < 0 ? this.bytes.length : end;
    return 'declaration';
  }

  private startsLine(lexer: CLexer, start: number): boolean {
    for (let i = lexer.lineStart; i < start; i++) if (BYTE_CLASS[this.bytes[i]] !== SPACE) return false;
    return true;
  }

  private valueLike(
    lexer: CLexer,
    id: number,
    flags: number,
    start: number,
    end: number,
    next: number,
    qualified: boolean,
  ): void {
    if ((flags & IS_MACRO) !== 0 && (flags & IS_FUNCTION) === 0) {
      if (lexer.previous !== WORD || lexer.inFunction) {
        this.keep(lexer, id, flags, start, end, 'value', -1, false, qualified);
      }
      return;
    }
    // What stands before `::name` or `std::name` is what stands before the name.
    const { previous, beforePrevious } = lexer;
    const before = !qualified ? previous : beforePrevious === WORD ? lexer.thirdPrevious : beforePrevious;
    const open = lexer.inFunction ? argumentsBehind(this.bytes, next) : -1;
    // `(*name)(`, unless a type before it makes it a declaration.
    const isDereferenced =
      open >= 0 && previous === 42 && beforePrevious === 40 && !isDeclaredAfter(lexer.thirdPrevious);
    const role = variableRole(before, this.bytes, next, isDereferenced);
    if (role === 'variable') {
      this.variable(lexer, id);
      return;
    }
    if ((flags & KEEPS) === 0 || lexer.braces.innermost === TYPE_BRACE) return;
    if (role === 'other' || !isValuePosition(before, this.bytes, next)) return;
    if (lexer.parentheses > 0 && previous !== 38 && isMacroArgument(this.bytes, start)) return;
    // `(name)(0)` is a call that no macro takes the place of.
    const isCalled = open >= 0 && (isDereferenced || (previous === 40 && !isDeclaredAfter(beforePrevious)));
    this.keep(lexer, id, flags, start, end, 'value', isCalled ? open : -1, true, qualified);
  }

  private keep(
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
      inClass: this.cplusplus && this.isInClass(lexer),
      qualified,
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

  private variable(lexer: CLexer, id: number): void {
    const { innermost } = lexer.braces;
    const isFileEnumerator = innermost === ENUM_BRACE && !lexer.inFunction;
    const atFileLevel = isFileEnumerator || (lexer.braces.depth === 0 && lexer.parentheses === 0);
    if (innermost === TYPE_BRACE) return;
    (atFileLevel ? this.fileVariables : this.regionVariables).add(this.vocabulary.nameOf(id));
  }

  private method(lexer: CLexer, id: number, start: number, end: number): void {
    if (!lexer.inFunction) this.define(lexer, id, start, end, 'method', false);
  }

  private define(
    lexer: CLexer,
    id: number,
    start: number,
    end: number,
    kind: Definition['kind'],
    isStatic: boolean,
  ): void {
    this.definitions.push({
      start,
      end,
      line: lexer.line,
      column: lexer.columnOf(start),
      name: this.vocabulary.nameOf(id),
      kind,
      isStatic,
      condition: lexer.conditions.current,
    });
  }

  /** A macro whose body is worth something is looked for in the rest of the file. */
  private addMacroName(macro: Macro): void {
    const { vocabulary } = this;
    const before = vocabulary.table.get(macro.name);
    const flags = flagsOfMacro(macro, vocabulary);
    if (before >= 0) this.raised.push([before, flags & ~vocabulary.flagsOf(before)]);
    vocabulary.add(macro.name, flags);
  }

  private undefine({ conditions }: CLexer, { nameStart, nameEnd, nameHash, line }: Directive): void {
    if (this.vocabulary.table.find(this.bytes, nameStart, nameEnd, nameHash) < 0) return;
    const name = latin1(this.bytes, nameStart, nameEnd);
    const condition = conditions.currentWithout(name);
    this.undefinitions.push({ name, line, condition });
    for (const macro of this.macros) {
      if (macro.name === name && !macro.isEnded) {
        macro.isEnded = isAround(conditions.groups, condition, macro.condition);
      }
    }
  }

  private isInClass(lexer: CLexer): boolean {
    const { braces } = lexer;
    for (let i = 0; i < braces.length; i++) if (braces.kindAt(i) === TYPE_BRACE) return true;
    // `Type::method(` between the start of the region and its first brace.
    const head = latin1(this.bytes, lexer.regionStart, Math.min(lexer.regionStart + 2000, this.bytes.length));
    return /\w+(?:<[^;{}]*>)?\s*::\s*~?\w+\s*\(/.test(head.split('{', 1)[0]);
  }

  private isStandardNamespace(start: number): boolean {
    let i = start - 1;
    while (i > 0 && !isWordByte(this.bytes[i])) i--;
    return latin1(this.bytes, Math.max(0, i - 2), i + 1) === 'std' && !isWordByte(this.bytes[i - 3]);
  }
}
