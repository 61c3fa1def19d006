/**
 * Why a use is judged to be compiled on a target or not: a sentence a condition.
 */

import { standingAt } from '../gaps/standingAt.js';
import type { TargetJudgement } from '../gaps/targetGap.js';
import type { Truth } from '../guards/decision.js';
import { type ExplainedTerm, explainedTerms } from '../guards/explanation.js';
import type { GuardChain } from '../guards/guardChain.js';
import type { Use } from '../uses/use.js';
import { termReason } from './decisionText.js';

/** What is asked of a use, or of any other place. */
export type Placed = Pick<Use, 'path' | 'guard' | 'included' | 'through' | 'replaced' | 'systems'>;

export interface StandingReasons {
  readonly truth: Truth;
  /** Sentences, outermost condition first; empty for a use that stands under none. */
  readonly sentences: readonly string[];
}

/**
 * All conditions of a use with what is known of them.
 * @param target its name.
 */
export function standingReasons(use: Placed, judgement: TargetJudgement, target: string): StandingReasons {
  const { systems } = judgement;
  const standing = standingAt(use, judgement);
  const { environment = judgement.environment, included } = standing;
  if (!standing.environment) {
    return { truth: 'false', sentences: [`The build compiles the file for ${target} nowhere.`] };
  }
  const told = (chain: GuardChain | undefined, before = ''): string[] =>
    explainedTerms(chain, environment).map((term) => before + termReason(term, target));
  const foreign = use.systems.filter((system) => !systems.has(system));
  const sentences = [
    ...(use.systems.length > 0 && foreign.length === use.systems.length
      ? [`The file is for ${foreign.join(' or ')}, whose code ${target} does not build.`]
      : []),
    ...alternatives(included).flatMap((chain) => told(chain, fileCondition(chain))),
    ...alternatives(use.through).flatMap((chain) => told(chain, 'Where the macro is defined, ')),
    ...told(use.guard),
    ...use.replaced
      .filter((chain) => environment.truthOf(chain) === 'true')
      .slice(0, 1)
      .flatMap((chain) => ["Something of the program's own takes its place.", ...told(chain)]),
  ];
  return { truth: standing.tags.includes('other-os') ? 'false' : standing.truth, sentences };
}

/**
 * The one or two that decide: those that do not hold, else those that nobody can decide, else the innermost.
 * @param target its name.
 */
export function decidingReasons(use: Placed, judgement: TargetJudgement, target: string): StandingReasons {
  const standing = standingAt(use, judgement);
  const { environment = judgement.environment, included } = standing;
  const all = standingReasons(use, judgement, target);
  if (standing.tags.includes('other-os') && standing.truth !== 'false') {
    return { truth: 'false', sentences: all.sentences.slice(0, 1) };
  }
  const terms = [...included, ...use.through, use.guard].flatMap((chain) =>
    explainedTerms(chain, environment),
  );
  const deciding = decidingTerms(terms, standing.truth).map((term) => termReason(term, target));
  return { truth: all.truth, sentences: deciding.length > 0 ? deciding : all.sentences.slice(0, TOLD) };
}

/** Sentences of a hover. */
const TOLD = 2;

function decidingTerms(terms: readonly ExplainedTerm[], truth: Truth): readonly ExplainedTerm[] {
  const of = terms.filter((term) => term.truth === truth);
  // The innermost are nearest to the reader; of those that fail one is enough.
  return truth === 'false' ? of.slice(0, 1) : of.slice(-TOLD);
}

/** What stands before a condition under which the file is compiled at all. */
function fileCondition(chain: GuardChain | undefined): string {
  const { builtBy, line = 0 } = chain ?? {};
  return builtBy === undefined
    ? 'Where the file is included, '
    : `The file is built under a condition (${builtBy}:${line + 1}): `;
}

/** Of several ways the first stands for all. */
function alternatives(chains: readonly (GuardChain | undefined)[]): readonly (GuardChain | undefined)[] {
  return chains.some((chain) => chain === undefined) ? [] : chains.slice(0, 1);
}
