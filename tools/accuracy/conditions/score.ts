/**
 * What the core says of conditions, against what was judged by hand.
 */
import type { Truth } from '#core/guards/decision.js';
import type { Answer } from './judgedCondition.js';

export const OUTCOMES = ['right', 'opposite', 'not decided', 'not decidable'] as const;

/** `not decided` could be decided; `not decidable` was decided, though it hangs on the builder. */
export type Outcome = (typeof OUTCOMES)[number];

export function outcomeOf(asked: Truth, judged: Answer): Outcome {
  if (asked === judged) return 'right';
  if (asked === 'undecided') return 'not decided';
  return judged === 'undecided' ? 'not decidable' : 'opposite';
}

export class Score {
  private readonly counts = new Map<Outcome, number>();

  add(outcome: Outcome): void {
    this.counts.set(outcome, this.count(outcome) + 1);
  }

  count(outcome: Outcome): number {
    return this.counts.get(outcome) ?? 0;
  }

  get total(): number {
    return OUTCOMES.reduce((sum, outcome) => sum + this.count(outcome), 0);
  }

  /** Right ones over all; 0 where there are none. */
  get rightShare(): number {
    return this.total === 0 ? 0 : this.count('right') / this.total;
  }
}
