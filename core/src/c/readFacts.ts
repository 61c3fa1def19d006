/**
 * Bytes of a C or C++ file to its facts. The lexer finds the names; this file tells a call from a declaration, a
 * definition, a member or a variable by the tokens around, and marks as doubtful what tokens cannot tell.
 */
import type {
  Definition,
  FileFacts,
  FileProblem,
  Include,
  Occurrence,
  PathLiteral,
} from '../facts/fileFacts.js';
import { IS_FUNCTION, IS_IN_STD, IS_MACRO, MAIN, type Vocabulary } from '../facts/vocabulary.js';
import { isHeaderPath } from '../index/programIndex.js';
import { ENUM_BRACE, INITIALIZER_BRACE, TYPE_BRACE } from './braces.js';
import { CallRoles, startsLine } from './callRole.js';
import { isInStandardNamespace } from './classScope.js';
import { callsByDeclaration, type FileLevelRole, fileLevelRole, hasStatic } from './declaration.js';
import { type Directive, latin1, lineOf } from './directive.js';
import { comparesTexts, enclosingCall } from './enclosingCall.js';
import { FileMacros } from './fileMacros.js';
import { CLexer } from './lexer.js';
import type { LexerSink } from './lexerSink.js';
import { type DoubtfulRegion, KEEPS, OccurrenceList } from './occurrenceList.js';
import { OwnMacroList } from './ownMacroList.js';
import { pathOf } from './pathLiteral.js';
import { ARROW, COLONS, OPERATOR_WORD, STRING, TAG_WORD, WORD } from './token.js';
import {
  argumentsBehind,
  isDeclaredAfter,
  isMacroArgument,
  isValuePosition,
  variableRole,
} from './valuePosition.js';

export interface ReadResult {
  readonly facts: FileFacts & { occurrences: Occurrence[] };
  readonly doubtful: readonly DoubtfulRegion[];
}

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
  const reader = new FactsReader(text, cplusplus, vocabulary, path);
  const lexer = new CLexer(text, vocabulary.table, reader, {
    cplusplus,
    isTemplate: path.endsWith('.in'),
  });
  lexer.readFile(length);
  const { list, macros } = reader;
  list.finish();
  const counted = list.countedNames();
  macros.restoreVocabulary();
  return {
    facts: {
      path,
      cplusplus,
      byteLength: length,
      occurrences: list.occurrences,
      counted,
      macros: macros.macros,
      undefinitions: macros.undefinitions,
      own: reader.own?.askedFor(lexer.conditions.groups) ?? [],
      definitions: reader.definitions,
      definesMain: reader.definesMain,
      includes: reader.includes,
      computesIncludes: reader.computesIncludes,
      paths: reader.paths,
      conditions: lexer.conditions.groups,
      problems: problemsOf(lexer),
    },
    doubtful: list.doubtful,
  };
}

function problemsOf({ unterminated, line }: CLexer): FileProblem[] {
  if (unterminated < 0) return [];
  return [{ message: 'a comment or raw string is not closed; the rest was not read', line }];
}

class FactsReader implements LexerSink {
  readonly list: OccurrenceList;
  readonly macros: FileMacros;
  readonly definitions: Definition[] = [];
  definesMain = false;
  computesIncludes = false;
  readonly includes: Include[] = [];
  readonly paths: PathLiteral[] = [];
  /** Undefined in a header. */
  readonly own: OwnMacroList | undefined;
  private readonly roles: CallRoles;
  /** In an XS file a declaration at the start of a line makes Perl call the function. */
  private readonly isPerlExtension: boolean;

  constructor(
    private readonly bytes: Uint8Array,
    cplusplus: boolean,
    private readonly vocabulary: Vocabulary,
    path: string,
  ) {
    this.isPerlExtension = path.endsWith('.xs');
    this.own = isHeaderPath(path) ? undefined : new OwnMacroList(bytes);
    this.list = new OccurrenceList(bytes, cplusplus, vocabulary);
    this.macros = new FileMacros(bytes, cplusplus, vocabulary);
    this.roles = new CallRoles(bytes, cplusplus);
  }

  name(lexer: CLexer, id: number, start: number, end: number): void {
    const flags = this.vocabulary.flagsOf(id);
    if ((flags & KEEPS) === 0 && this.list.hasCounted(id)) return;
    const { previous } = lexer;
    if (previous === 46 || previous === ARROW || previous === TAG_WORD || previous === OPERATOR_WORD) return;
    const qualified = previous === COLONS;
    if (qualified && lexer.beforePrevious === WORD && !this.isStandard(flags, start)) {
      this.method(lexer, id, start, end);
      return;
    }
    if (lexer.braces.innermost === ENUM_BRACE) {
      this.list.variable(lexer, id);
      return;
    }
    const next = lexer.nextToken(end);
    if (previous === 42 && lexer.beforePrevious === 40 && !lexer.inFunction && this.bytes[next] === 41) {
      this.list.pointerVariable(lexer, id);
      return;
    }
    if (this.bytes[next] === 40) this.callLike(lexer, id, flags, start, end, next, qualified);
    else this.valueLike(lexer, id, flags, start, end, next, qualified);
  }

  /** Whether the qualified name at a place is one that C++ takes from C: `std::system`, but not `std::advance`. */
  private isStandard(flags: number, start: number): boolean {
    return (flags & (IS_FUNCTION | IS_IN_STD)) !== IS_FUNCTION && isInStandardNamespace(this.bytes, start);
  }

  pathString(lexer: CLexer, start: number, end: number): void {
    // A literal behind another goes on with its text.
    if (lexer.previous === STRING) return;
    const text = pathOf(this.bytes, start, end, this.bytes.length);
    if (text === undefined) return;
    // What a path is compared with is not asked for.
    const call = enclosingCall(this.bytes, start - 1);
    if (call !== undefined && comparesTexts(call)) return;
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
    if (directive.kind === 'include') this.include(lexer, directive);
    else if (directive.kind === 'define') this.macros.define(lexer, directive);
    else if (directive.kind === 'undef') this.macros.undefine(lexer, directive);
    this.own?.add(directive, lexer.conditions.current);
  }

  regionEnd(_lexer: CLexer, start: number, end: number): void {
    for (let i = this.definitions.length - 1; i >= 0 && this.definitions[i].start >= start; i--) {
      this.definitions[i].regionEnd = end;
    }
    this.list.regionEnd(start, end);
  }

  private include(lexer: CLexer, directive: Directive): void {
    const { nameStart, nameEnd } = directive;
    if (nameEnd === nameStart) {
      this.computesIncludes = true;
      return;
    }
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
      const role = this.roles.of(lexer, start, open);
      if (role === 'declaration') return;
      this.list.keep(lexer, id, flags, start, end, 'call', open, role === 'doubtful', qualified);
      return;
    }
    if (lexer.braces.innermost === TYPE_BRACE) {
      this.define(lexer, id, start, end, 'method', false);
      return;
    }
    if (lexer.braces.innermost === INITIALIZER_BRACE) {
      this.list.keep(lexer, id, flags, start, end, 'call', open, false, qualified);
      return;
    }
    const role: FileLevelRole =
      this.isPerlExtension && startsLine(lexer, start)
        ? callsByDeclaration(this.bytes, open)
          ? 'call'
          : 'declaration'
        : fileLevelRole(lexer, open, (flags & IS_MACRO) !== 0);
    if (role === 'call') this.list.keep(lexer, id, flags, start, end, 'call', open, false, qualified);
    else if (role === 'definition') {
      this.define(lexer, id, start, end, 'function', hasStatic(this.bytes, lexer.regionStart, start));
    }
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
        this.list.keep(lexer, id, flags, start, end, 'value', -1, false, qualified);
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
      this.list.variable(lexer, id);
      return;
    }
    if ((flags & KEEPS) === 0 || lexer.braces.innermost === TYPE_BRACE) return;
    if (role === 'other' || !isValuePosition(before, this.bytes, next)) return;
    if (lexer.parentheses > 0 && previous !== 38 && isMacroArgument(this.bytes, start)) return;
    // `(name)(0)` is a call that no macro takes the place of.
    const isCalled = open >= 0 && (isDereferenced || (previous === 40 && !isDeclaredAfter(beforePrevious)));
    this.list.keep(lexer, id, flags, start, end, 'value', isCalled ? open : -1, true, qualified);
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
    const name = this.vocabulary.nameOf(id);
    if (name === MAIN) {
      this.definesMain ||= kind === 'function';
      return;
    }
    this.definitions.push({
      start,
      end,
      line: lexer.line,
      column: lexer.columnOf(start),
      name,
      kind,
      isStatic,
      condition: lexer.conditions.current,
      regionEnd: end,
    });
  }
}
