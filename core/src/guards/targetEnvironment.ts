/**
 * What the preprocessor would know when the program is built for a target: the compiler's macros, the constants
 * of headers, what a configure script would find (`HAVE_FORK`), and switches that the program's own headers set.
 */
import { systemOfMacro } from '../index/pathRole.js';
import type { IndexedMacro, ProgramIndex } from '../index/programIndex.js';
import { integerOf } from '../source/integer.js';
import { evaluateExpression, type MacroEnvironment, type MacroValue } from './expression.js';
import { type GuardChain, termText } from './guardChain.js';
import { isOfOtherCompiler } from './otherCompilers.js';
import { isForeignFunction, isForeignHeader, isForeignMacro } from './otherSystems.js';

/** What is asked of a target, besides its statements. */
export interface TargetMacros {
  /** Macros of the compiler and the C library, with their values. */
  readonly macros: Readonly<Record<string, string>>;
  /** Names that are certainly not defined. */
  readonly undefined: readonly string[];
  /** Operating systems whose code the target builds, by the words of `pathRole`. */
  readonly systems: ReadonlySet<string>;
  /** Whether the C library has a function; undefined if nobody knows. */
  hasFunction(name: string): boolean | undefined;
  hasHeader(header: string): boolean | undefined;
  /** Whether headers define a constant of this name; undefined if nobody knows. */
  hasConstant(name: string): boolean | undefined;
  /** Text of its value; undefined or empty if nobody knows. */
  valueOfConstant(name: string): string | undefined;
}

/** What the user knows of macros of the build: texts, or null for one that is certainly not defined. */
export type BuildMacros = Readonly<Record<string, string | null>>;

/** `NO_X`, `NOX`, `DISABLE_X`, `X_DISABLED`, `OMIT_X`, `WITHOUT_X`. */
const TAKES_AWAY = /(?:^|_)(?:NO|DISABLED?|OMIT|WITHOUT)(?:_|$)|^NO[A-Z]{4,}$/;

/** `TEST_DRIVER`, `TESTPROG`, `UNIT_TEST`, `unbound_testbound`. */
const OF_TESTS = /(?:^|_)(?:unit|self)?test[a-z0-9]*(?:_|$)/i;

export type Truth = 'true' | 'false' | 'undecided';

const UNDEFINED: MacroValue = { state: 'undefined' };
const UNKNOWN: MacroValue = { state: 'unknown' };
const NOT_DEFINED_ANYWHERE: MacroValue = { state: 'unknown' };
const DEFINED: MacroValue = { state: 'defined', value: 1 };

export class TargetEnvironment implements MacroEnvironment {
  private readonly values = new Map<string, MacroValue>();
  private readonly expressions = new Map<string, number | undefined>();
  private readonly chains = new Map<GuardChain, Truth>();
  private readonly foreignChains = new Map<GuardChain, boolean>();
  private readonly foreign: Set<string>;

  /**
   * @param defines the user's own knowledge of the build; it wins over everything.
   */
  constructor(
    private readonly target: TargetMacros,
    private readonly index: ProgramIndex,
    defines: BuildMacros = {},
  ) {
    this.foreign = new Set(target.undefined);
    for (const name of target.undefined) this.values.set(name, UNDEFINED);
    this.values.set('__cplusplus', UNKNOWN);
    for (const [name, value] of Object.entries(defines)) {
      if (value === null) this.foreign.add(name);
      this.values.set(name, value === null ? UNDEFINED : definedAs(value));
    }
  }

  /**
   * Finds the values of macros that the program defines under conditions. They may hang on each other in circles; in one
   * order of asking, all scans of a program decide them in the same way.
   * @param names those of all of them, in an order that hangs on nothing else.
   */
  decide(names: readonly string[]): void {
    for (const name of names) this.macro(name);
  }

  /** Whether the place that a chain surrounds is compiled. */
  truthOf(chain: GuardChain | undefined): Truth {
    const pending: GuardChain[] = [];
    let at = chain;
    while (at && !this.chains.has(at)) {
      pending.push(at);
      at = at.outer;
    }
    let truth: Truth = at ? (this.chains.get(at) as Truth) : 'true';
    for (const link of pending.reverse()) {
      if (truth !== 'false') truth = both(truth, this.truthOfTerms(link));
      this.chains.set(link, truth);
    }
    return truth;
  }

  /** Whether a chain fails for a macro of another operating system, compiler or build. */
  isForeign(chain: GuardChain | undefined): boolean {
    if (chain === undefined) return false;
    let isForeign = this.foreignChains.get(chain);
    if (isForeign === undefined) {
      isForeign = this.isForeignLink(chain) || this.isForeign(chain.outer);
      this.foreignChains.set(chain, isForeign);
    }
    return isForeign;
  }

  private isForeignLink(link: GuardChain): boolean {
    if (this.truthOfTerms(link) !== 'false') return false;
    const names = link.terms.flatMap((term) => term.expression.match(/[A-Za-z_]\w*/g) ?? []);
    return names.some((name) => {
      this.macro(name); // of a name that nobody has asked for it is not known
      return this.foreign.has(name);
    });
  }

  /** What has to hold of a chain and nobody can decide, outermost first. */
  undecided(chain: GuardChain | undefined): string[] {
    const texts: string[] = [];
    for (let at = chain; at; at = at.outer) {
      const terms = at.terms.filter((term) => this.value(term.expression) === undefined);
      texts.unshift(...terms.map(termText));
    }
    return [...new Set(texts)];
  }

  /** Whether an expression has a value whatever the build is. */
  isDecided(expression: string): boolean {
    return this.value(expression) !== undefined;
  }

  macro(name: string): MacroValue {
    const known = this.values.get(name);
    if (known) return known;
    // Asked for again while it is being found, it hangs on itself.
    this.values.set(name, UNKNOWN);
    const value = this.find(name);
    this.values.set(name, value);
    return value;
  }

  hasHeader(header: string): boolean | undefined {
    return (
      this.target.hasHeader(header) ?? (isForeignHeader(header, this.target.systems) ? false : undefined)
    );
  }

  private truthOfTerms(link: GuardChain): Truth {
    let truth: Truth = 'true';
    for (const term of link.terms) {
      const value = this.value(term.expression);
      if (value === undefined) truth = both(truth, 'undecided');
      else if ((value !== 0) === term.negated) return 'false';
    }
    return truth;
  }

  private value(expression: string): number | undefined {
    if (this.expressions.has(expression)) return this.expressions.get(expression);
    const value = evaluateExpression(expression, this);
    this.expressions.set(expression, value);
    return value;
  }

  private find(name: string): MacroValue {
    // Every build that makes a config.h says so.
    if (name === 'HAVE_CONFIG_H') return DEFINED;
    const predefined = this.target.macros[name];
    if (predefined !== undefined) return this.valueOf(predefined);
    if (isOfOtherCompiler(name) || isForeignMacro(name, this.target.systems)) {
      this.foreign.add(name);
      return UNDEFINED;
    }
    const system = systemOfMacro(name);
    if (system !== undefined) {
      if (this.target.systems.has(system)) return { state: 'defined', value: 1 };
      this.foreign.add(name);
      return UNDEFINED;
    }
    const own = this.fromProgram(name);
    if (own.state === 'defined') return own;
    const configured = this.fromConfigure(name, own === NOT_DEFINED_ANYWHERE);
    if (configured.state !== 'unknown') return configured;
    const constant = this.target.hasConstant(name);
    if (constant !== undefined) return constant ? definedAs(this.target.valueOfConstant(name)) : UNDEFINED;
    // A switch that takes something away is off unless the builder asks: nothing in the program sets it.
    // So is one that makes a test of a file.
    if (own === NOT_DEFINED_ANYWHERE && (TAKES_AWAY.test(name) || OF_TESTS.test(name))) return UNDEFINED;
    return own;
  }

  /** A switch that the program's headers define for this target, or only for others. */
  private fromProgram(name: string): MacroValue {
    const definitions = this.index.macrosNamed(name);
    if (definitions.length === 0) return NOT_DEFINED_ANYWHERE;
    let possible = false;
    for (const entry of definitions) {
      const truth = this.truthOf(entry.guard);
      if (truth === 'true') return this.valueOf(entry.macro.value);
      if (truth === 'undecided' || !this.isForeign(entry.guard)) possible = true;
    }
    return possible || !definitions.every(isSwitchedBySystem) ? UNKNOWN : UNDEFINED;
  }

  /** What a macro's text is worth; a name is worth what its own macro is. */
  private valueOf(text: string | undefined): MacroValue {
    if (text === undefined || !/^[A-Za-z_]\w*$/.test(text)) return definedAs(text);
    const other = this.macro(text);
    return other.state === 'defined' ? other : { state: 'defined', value: undefined };
  }

  /**
   * `HAVE_FORK`, `NGX_HAVE_SYS_EPOLL_H`: what a configure script would find on the target.
   * @param isBuilders whether no header of the program says anything of the macro.
   */
  private fromConfigure(name: string, isBuilders: boolean): MacroValue {
    const match = /(?:^|_)HA(?:VE|S)_(?:FUNC_|LIBC_)?([A-Z][A-Z0-9_]*)$/.exec(name);
    if (!match) return UNKNOWN;
    const what = match[1].toLowerCase();
    const { target } = this;
    let exists: boolean | undefined;
    if (what.endsWith('_h')) {
      for (const header of headerNames(what.slice(0, -2))) {
        exists ??= isBuilders ? this.hasHeader(header) : target.hasHeader(header);
      }
    } else {
      exists = target.hasFunction(what);
      if (exists === undefined && isBuilders && isForeignFunction(what, target.systems)) exists = false;
    }
    return exists === undefined ? UNKNOWN : exists ? DEFINED : UNDEFINED;
  }
}

/** `sys_epoll` may be `sys/epoll.h` or `sys_epoll.h`. */
function headerNames(words: string): string[] {
  const parts = words.split('_');
  const names = new Set<string>();
  for (let folders = parts.length - 1; folders >= 0; folders--) {
    names.add(
      `${parts.slice(0, folders).join('/')}${folders > 0 ? '/' : ''}${parts.slice(folders).join('_')}.h`,
    );
  }
  return [...names];
}

function isSwitchedBySystem(entry: IndexedMacro): boolean {
  return entry.guard !== undefined;
}

function definedAs(text: string | undefined): MacroValue {
  if (text === undefined) return { state: 'defined', value: undefined };
  const number = text.replace(/^\((.*)\)$/, '$1').replace(/[uUlL]+$/, '');
  const isNumber = /^-?(?:\d+|0x[\da-f]+)$/i.test(number);
  const magnitude = isNumber ? integerOf(number.replace('-', '')) : Number.NaN;
  return {
    state: 'defined',
    value: isNumber ? (number.startsWith('-') ? -magnitude : magnitude) : undefined,
  };
}

function both(a: Truth, b: Truth): Truth {
  if (a === 'false' || b === 'false') return 'false';
  return a === 'undecided' || b === 'undecided' ? 'undecided' : 'true';
}
