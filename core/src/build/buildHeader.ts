/**
 * A header that is no part of the scanned files, read for its macros: what a configure script wrote, or what lies
 * beside the folder that is scanned.
 */
import { latin1 } from '../c/directive.js';
import { CLexer } from '../c/lexer.js';
import type { LexerSink } from '../c/lexerSink.js';
import { type GuardChain, GuardChains } from '../guards/guardChain.js';
import type { WrittenInclude } from '../index/inclusions.js';
import { NameTable } from '../source/nameTable.js';

/** A definition of a macro in such a header. */
export interface HeaderMacro {
  readonly name: string;
  /** Text of a body that is short; undefined for a longer one and for a macro with parameters. */
  readonly value: string | undefined;
  readonly guard: GuardChain | undefined;
  /** Zero-based. */
  readonly line: number;
}

export interface BuildHeader {
  readonly macros: readonly HeaderMacro[];
  /** Lines, zero-based, of what a configure script says is not defined, by name. */
  readonly undefined: ReadonlyMap<string, number>;
  readonly includes: readonly WrittenInclude[];
  /** Expressions of its conditions. */
  readonly conditions: readonly string[];
}

/** Longer bodies are no numbers and no names. */
const LONGEST_VALUE = 60;

/** Reads a header. Never throws on bad source. */
export function readBuildHeader(bytes: Uint8Array, length: number): BuildHeader {
  const text = bytes.subarray(0, length);
  const macros: (Omit<HeaderMacro, 'guard'> & { readonly condition: number })[] = [];
  const includes: { readonly header: string; readonly angled: boolean; readonly condition: number }[] = [];
  const sink: LexerSink = {
    directive(lexer, directive) {
      const { kind, nameStart, nameEnd, bodyStart, bodyEnd } = directive;
      const condition = lexer.conditions.current;
      if (kind === 'include' && nameEnd > nameStart) {
        includes.push({ header: latin1(text, nameStart, nameEnd), angled: directive.angled, condition });
      } else if (kind === 'define') {
        const hasValue = directive.parametersStart < 0 && bodyEnd - bodyStart <= LONGEST_VALUE;
        const value = hasValue ? withoutComments(latin1(text, bodyStart, bodyEnd)) : undefined;
        macros.push({ name: latin1(text, nameStart, nameEnd), value, condition, line: directive.line });
      }
    },
    name() {},
    pathString() {},
    regionEnd() {},
  };
  const lexer = new CLexer(text, NO_NAMES, sink, { cplusplus: false, isTemplate: false });
  lexer.readFile(length);
  const chains = new GuardChains(lexer.conditions.groups, undefined);
  return {
    macros: macros.map(({ name, value, condition, line }) => ({
      name,
      value,
      guard: chains.of(condition),
      line,
    })),
    undefined: undefinedIn(text),
    includes: includes.map(({ header, angled, condition }) => ({
      header,
      angled,
      guard: chains.of(condition),
    })),
    conditions: lexer.conditions.groups.flatMap(({ terms }) => terms.map(({ expression }) => expression)),
  };
}

const NO_NAMES = new NameTable();

/** A configure script writes `#undef X` as a comment where it did not find X. */
function undefinedIn(bytes: Uint8Array): Map<string, number> {
  const names = new Map<string, number>();
  if (!hasUndefinition(bytes)) return names;
  latin1(bytes, 0, bytes.length)
    .split('\n')
    .forEach((line, i) => {
      const name = /^\s*\/\*\s*#\s*undef\s+([A-Za-z_]\w*)\s*\*\/\s*$/.exec(line)?.[1];
      if (name !== undefined) names.set(name, i);
    });
  return names;
}

/** Whether some `#` stands behind the beginning of a comment and before a `u`: few headers have any. */
function hasUndefinition(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(HASH); i >= 0; i = bytes.indexOf(HASH, i + 1)) {
    let before = i - 1;
    while (before > 0 && bytes[before] === BLANK) before--;
    if (bytes[before] !== STAR || bytes[before - 1] !== SLASH) continue;
    let after = i + 1;
    while (bytes[after] === BLANK) after++;
    if (bytes[after] === LETTER_U) return true;
  }
  return false;
}

const HASH = 35;
const BLANK = 32;
const STAR = 42;
const SLASH = 47;
const LETTER_U = 117;

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/g, ' ').trim();
}
