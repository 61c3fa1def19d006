/**
 * The conditions under which a place of a file is compiled: the groups around it, innermost first, as a linked
 * list that places of one group share.
 */
import type { ConditionGroup, Term } from '../c/conditionGroups.js';
import type { OwnMacro } from '../facts/fileFacts.js';
import { namesIn } from './namesIn.js';
import type { GuardedMacro, OwnMacros } from './ownMacros.js';

export interface GuardChain {
  readonly outer: GuardChain | undefined;
  readonly terms: readonly Term[];
  /** Zero-based line of the directive; -1 in what a file says to others. */
  readonly line: number;
  /** Zero-based line of the `#if` whose branch it is: by then the file has defined what counts. */
  readonly asks: number;
  /** What its file defines for its own conditions; undefined in headers, and in what a file says to others. */
  readonly own: OwnMacros | undefined;
  /** Of a condition of the build: the file that has it. */
  readonly builtBy?: string;
}

/** Chains of one file, made when asked for. */
export class GuardChains {
  private readonly chains = new Map<number, GuardChain>();
  private readonly own: OwnMacros | undefined;
  private readonly ownNames: ReadonlySet<string> = new Set();
  private readonly areForOthers: boolean;

  /**
   * @param own what the file defines for itself; undefined for what others are told, which does not change with lines.
   * @param isHeader whether others include the file: they may define what it asks for.
   */
  constructor(
    private readonly groups: readonly ConditionGroup[],
    own: readonly OwnMacro[] | undefined,
    isHeader = false,
  ) {
    this.areForOthers = own === undefined;
    if (!own || isHeader) return;
    if (own.length === 0) {
      this.own = NOTHING_OWN;
      return;
    }
    // Known before any chain is made: a definition may stand under a condition that asks for it.
    this.ownNames = new Set(own.map(({ name }) => name));
    const macros = new Map<string, GuardedMacro[]>();
    this.own = macros;
    for (const macro of own) {
      const entry = { macro, guard: this.of(macro.condition) };
      const known = macros.get(macro.name);
      if (known) known.push(entry);
      else macros.set(macro.name, [entry]);
    }
  }

  /** The chain of a group by its index, or undefined for what no `#if` surrounds. */
  of(group: number): GuardChain | undefined {
    const missing: number[] = [];
    let index = group;
    while (index >= 0 && !this.chains.has(index)) {
      missing.push(index);
      index = this.groups[index].parent;
    }
    let chain = index >= 0 ? this.chains.get(index) : undefined;
    for (const i of missing.reverse()) {
      const { terms, line, asks } = this.groups[i];
      // A group without terms (an include guard, `#if 1`) says nothing.
      if (terms.length > 0) {
        chain = this.areForOthers
          ? { outer: chain, terms, line: -1, asks: -1, own: undefined }
          : { outer: chain, terms, line, asks, own: this.ownFor(terms) };
      }
      if (chain) this.chains.set(i, chain);
    }
    return chain;
  }

  /** A chain that asks for nothing of its file's own does not hold on to it. */
  private ownFor(terms: readonly Term[]): OwnMacros | undefined {
    const { own, ownNames } = this;
    if (!own || ownNames.size === 0) return own;
    const asks = terms.some(({ expression }) => namesIn(expression).some((name) => ownNames.has(name)));
    return asks ? own : NOTHING_OWN;
  }
}

const NOTHING_OWN: OwnMacros = new Map();

/** The expressions of a chain, outermost first, as a reader would write them. */
export function guardTexts(chain: GuardChain | undefined): string[] {
  const texts: string[] = [];
  for (let at = chain; at; at = at.outer) {
    texts.unshift(at.terms.map(termText).join(' && '));
  }
  return texts;
}

/** What has to hold for a term, as a reader would write it. */
export function termText(term: Term): string {
  // A directive that names nothing: no compiler takes it, and a reader has to look.
  const expression = withoutParentheses(term.expression) || 'an empty condition';
  return term.negated ? negate(expression) : expression;
}

/** `(X)` as `X`, as often as the first parenthesis closes with the last. */
function withoutParentheses(expression: string): string {
  let text = expression;
  for (let i = 0; i < LAYERS_TAKEN_OFF; i++) {
    if (!text.startsWith('(') || !text.endsWith(')') || !closesWithLast(text)) break;
    text = text.slice(1, -1).trim();
  }
  return text;
}

/** Nobody writes more on purpose, and each costs a look at the whole text. */
const LAYERS_TAKEN_OFF = 20;

function closesWithLast(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    if (depth === 0) return false;
  }
  return true;
}

function negate(expression: string): string {
  if (/^!defined\(\w+\)$/.test(expression)) return expression.slice(1);
  return /^(?:\w+|defined\(\w+\))$/.test(expression) ? `!${expression}` : `!(${expression})`;
}
