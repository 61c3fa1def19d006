/**
 * The cases of a statement that may hold at one use, worst first.
 */
import type { CallArguments } from '../facts/fileFacts.js';
import type { Behaviour, Case, Statement } from '../knowledge/schema.generated.js';
import { argumentsMeet } from './argumentTruth.js';

/** How bad a behaviour is: a call that reports success and does nothing is worse than one that fails. */
export const BADNESS: Readonly<Record<Behaviour, number>> = {
  supported: 0,
  partial: 1,
  fails: 2,
  'no-op': 3,
  wrong: 4,
  missing: 5,
  hangs: 6,
  aborts: 7,
};

export interface PossibleCases {
  /** Worst first; empty if no case fits, which leaves the use unknown. */
  readonly cases: readonly Case[];
  /** Whether the source decides which case holds. */
  readonly isDecided: boolean;
}

/** Goes through the cases in order: the first that is met ends the search, those before it may hold. */
export function possibleCases(statement: Statement, args: CallArguments | undefined): PossibleCases {
  const possible: Case[] = [];
  for (const one of statement.cases) {
    const met = one.when ? argumentsMeet(one.when, args) : 'met';
    if (met === 'not-met') continue;
    possible.push(one);
    if (met === 'met') break;
  }
  const cases = [...possible].sort((a, b) => BADNESS[b.behaviour] - BADNESS[a.behaviour]);
  return { cases, isDecided: possible.length === 1 };
}
