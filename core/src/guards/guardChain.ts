/**
 * The conditions under which a place of a file is compiled: the groups around it, innermost first, as a linked
 * list that places of one group share.
 */
import type { ConditionGroup, Term } from '../c/conditionGroups.js';

export interface GuardChain {
  readonly outer: GuardChain | undefined;
  readonly terms: readonly Term[];
  /** Zero-based line of the directive. */
  readonly line: number;
  readonly path: string;
}

/** Chains of one file, made when asked for. */
export class GuardChains {
  private readonly chains = new Map<number, GuardChain>();

  constructor(
    private readonly path: string,
    private readonly groups: readonly ConditionGroup[],
  ) {}

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
      const { terms, line } = this.groups[i];
      // A group without terms (an include guard, `#if 1`) says nothing.
      if (terms.length > 0) chain = { outer: chain, terms, line, path: this.path };
      if (chain) this.chains.set(i, chain);
    }
    return chain;
  }
}

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

/** `(X)` as `X`, where the first parenthesis closes with the last. */
function withoutParentheses(expression: string): string {
  if (!expression.startsWith('(') || !expression.endsWith(')')) return expression;
  let depth = 0;
  for (let i = 0; i < expression.length - 1; i++) {
    if (expression[i] === '(') depth++;
    else if (expression[i] === ')') depth--;
    if (depth === 0) return expression;
  }
  return withoutParentheses(expression.slice(1, -1).trim());
}

function negate(expression: string): string {
  if (/^!defined\(\w+\)$/.test(expression)) return expression.slice(1);
  return /^(?:\w+|defined\(\w+\))$/.test(expression) ? `!${expression}` : `!(${expression})`;
}
