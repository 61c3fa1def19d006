/**
 * Why a condition holds on a target, or does not, or cannot be decided: the macros that make the difference.
 */
import type { Decision, Truth } from './decision.js';
import { evaluateExpression } from './expression.js';
import type { GuardChain } from './guardChain.js';
import { namesIn } from './namesIn.js';
import type { TargetEnvironment } from './targetEnvironment.js';

/** A macro and what is known of it. */
export interface Cause {
  readonly macro: string;
  readonly decision: Decision;
}

/** One term of a condition. */
export interface ExplainedTerm {
  /** What has to hold, as the source has it; `negated` where it must not. */
  readonly expression: string;
  readonly negated: boolean;
  /** Zero-based line of the directive; -1 where it is not known. */
  readonly line: number;
  /** Whether the term as a whole holds. */
  readonly truth: Truth;
  /** What it comes from; of an undecided term what nobody can decide. */
  readonly causes: readonly Cause[];
}

/** The terms of a chain, outermost first. */
export function explainedTerms(
  chain: GuardChain | undefined,
  environment: TargetEnvironment,
): ExplainedTerm[] {
  const terms: ExplainedTerm[] = [];
  for (let at = chain; at; at = at.outer) {
    const link = at;
    terms.unshift(
      ...link.terms.map(({ expression, negated }): ExplainedTerm => {
        const value = environment.valueAt(expression, link);
        const truth = environment.truthOfTerm({ expression, negated }, link);
        const causes = causesOf(expression, value, link, environment);
        return { expression, negated, line: link.line, truth, causes };
      }),
    );
  }
  return terms;
}

function causesOf(
  expression: string,
  value: number | undefined,
  link: GuardChain,
  environment: TargetEnvironment,
): Cause[] {
  const causes = [...new Set(namesIn(expression))].map(
    (macro): Cause => ({ macro, decision: environment.decisionAt(macro, link) }),
  );
  if (value === undefined) return causes.filter(({ decision }) => decision.value.state === 'unknown');
  // One that decides alone is all that has to be told.
  const alone = causes.find((cause) => {
    const found = evaluateExpression(expression, {
      macro: (name) => (name === cause.macro ? cause.decision.value : { state: 'unknown' }),
      hasHeader: () => undefined,
    });
    return found !== undefined && (found !== 0) === (value !== 0);
  });
  return alone ? [alone] : causes.filter(({ decision }) => decision.value.state !== 'unknown');
}
