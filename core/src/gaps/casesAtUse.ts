/**
 * The cases of a feature's statement at one use. A statement about a constant speaks of the call that the constant is
 * filed under.
 */
import type { Condition, Statement } from '../knowledge/schema.generated.js';
import type { Use } from '../uses/use.js';
import { type PossibleCases, possibleCases } from './possibleCases.js';

/** What another call does with a constant is for the statement of that call to say. */
const TOLD_BY_THE_CALL: PossibleCases = {
  cases: [{ behaviour: 'supported' }],
  usual: { behaviour: 'supported' },
  isDecided: true,
  exceptions: [],
};

const OTHER_VALUE: Condition = { state: 'the other value is chosen' };

export function casesAtUse(use: Use, statement: Statement): PossibleCases {
  if (use.isAside && !isUndeclared(statement)) return TOLD_BY_THE_CALL;
  const found = possibleCases(statement, use.arguments);
  if (!use.isAlternative || isUndeclared(statement)) return found;
  return { ...found, isDecided: false, exceptions: [OTHER_VALUE] };
}

/** Whether the name of a constant is in no header: then it does not compile, whichever call it is written in. */
function isUndeclared({ cases }: Statement): boolean {
  return cases.some((one) => !one.when && one.behaviour === 'missing' && one.at === 'compile');
}
