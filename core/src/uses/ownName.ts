/**
 * Whether a name that the platform offers means something of the program's own at a place.
 */
import type { ConditionGroup } from '../c/conditionGroups.js';
import type { KeptFacts } from '../facts/fileFacts.js';
import type { GuardChain } from '../guards/guardChain.js';
import type { IndexedDefinition, ProgramIndex } from '../index/programIndex.js';

/**
 * A definition hides the platform's function where it is certain to be there: in its own file under no condition
 * that the place does not share; in the whole program if it is not static, has no condition and is no stand-in
 * for platforms that lack the function.
 * @param mayBeMember whether a bare name may be a member of a class here.
 */
export function isOwnName(
  name: string,
  guard: GuardChain | undefined,
  mayBeMember: boolean,
  facts: KeptFacts,
  index: ProgramIndex,
): boolean {
  const definitions = index.definitionsOf(name);
  if (definitions.length === 0) return false;
  return (
    definitions.some((entry) => hides(entry, guard, mayBeMember, facts)) ||
    isDefinedEitherWay(name, definitions, facts)
  );
}

/** A function in one branch of an `#if` and a macro of the same name in another: whichever is built, it is its own. */
function isDefinedEitherWay(
  name: string,
  definitions: readonly IndexedDefinition[],
  facts: KeptFacts,
): boolean {
  const macros = facts.macros.filter((macro) => macro.name === name && macro.redefines);
  if (macros.length === 0) return false;
  return definitions.some(
    ({ path, definition }) =>
      path === facts.path &&
      definition.kind === 'function' &&
      macros.some((macro) =>
        areOpposite(facts.conditions[macro.condition], facts.conditions[definition.condition]),
      ),
  );
}

/** Whether two groups are branches of one `#if`: what one asks for, the other rules out. */
function areOpposite(a: ConditionGroup | undefined, b: ConditionGroup | undefined): boolean {
  if (!a || !b || a.parent !== b.parent) return false;
  const rulesOut = (one: ConditionGroup, other: ConditionGroup): boolean =>
    one.terms.some((term) =>
      other.terms.some(
        ({ expression, negated }) => expression === term.expression && negated !== term.negated,
      ),
    );
  return rulesOut(a, b);
}

function hides(
  entry: IndexedDefinition,
  guard: GuardChain | undefined,
  mayBeMember: boolean,
  facts: KeptFacts,
): boolean {
  const { definition } = entry;
  if (definition.kind === 'method') return mayBeMember;
  if (entry.path === facts.path) {
    return !entry.isReplacement && (entry.guard === undefined || shares(guard, entry.guard));
  }
  return !definition.isStatic && entry.guard === undefined && !entry.isReplacement && entry.isForAll;
}

/** Whether the definition's condition is one of those around the place. */
function shares(guard: GuardChain | undefined, definition: GuardChain): boolean {
  for (let at = guard; at; at = at.outer) {
    if (at.path === definition.path && at.line === definition.line) return true;
  }
  return false;
}
