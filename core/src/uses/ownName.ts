/**
 * Whether, and under which conditions, a name that the platform offers means something of the program's own at a place.
 */
import type { ConditionGroup } from '../c/conditionGroups.js';
import type { KeptFacts } from '../facts/fileFacts.js';
import type { GuardChain } from '../guards/guardChain.js';
import type { MacroView } from '../index/macroView.js';
import type { IndexedDefinition, ProgramIndex } from '../index/programIndex.js';

/** Conditions under which something of the program's own takes a name's place, alternatives; or always. */
export type Replaced = readonly GuardChain[] | 'always';

const NONE: readonly never[] = [];

/**
 * A definition hides the platform's function where it is certain to be there: in its own file and in those that
 * are linked with it, a static one of a header in the files that include it. Under a condition that the place does
 * not share it hides it where the condition holds; one in a stand-in, where the platform lacks the function.
 * @param mayBeMember whether a bare name may be a member of a class here.
 * @param view what the file sees of headers.
 */
export function replacedBy(
  name: string,
  guard: GuardChain | undefined,
  mayBeMember: boolean,
  facts: KeptFacts,
  index: ProgramIndex,
  view: MacroView,
): Replaced {
  const definitions = index.definitionsOf(name);
  if (definitions.length === 0) return NONE;
  let conditions: GuardChain[] | undefined;
  for (const entry of definitions) {
    if (!maySee(entry, mayBeMember, facts, index, view)) continue;
    const condition = isStandIn(entry, facts) ? whereMissing(entry) : entry.guard;
    const rest = condition && withoutShared(condition, guard);
    if (rest === undefined) return 'always';
    conditions ??= [];
    conditions.push(rest);
  }
  if (isDefinedEitherWay(name, definitions, facts)) return 'always';
  return conditions ?? NONE;
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

/** Whether a definition may be what the name means in a file. */
function maySee(
  entry: IndexedDefinition,
  mayBeMember: boolean,
  facts: KeptFacts,
  index: ProgramIndex,
  view: MacroView,
): boolean {
  const { definition, path } = entry;
  if (definition.kind === 'method') return mayBeMember;
  const isBuilt = index.isBuilt(path);
  if (path === facts.path) return isBuilt || !entry.isReplacement;
  if (isBuilt === false || !entry.isForAll) return false;
  return definition.isStatic ? view.sees(entry) : index.mayLink(path, facts.path);
}

function isStandIn(entry: IndexedDefinition, facts: KeptFacts): boolean {
  return entry.isReplacement && entry.path !== facts.path && entry.guard === undefined;
}

/** A build takes a stand-in where a configure script does not find the function. */
function whereMissing({ definition }: IndexedDefinition): GuardChain {
  const expression = `defined(HAVE_${definition.name.toUpperCase()})`;
  return { outer: undefined, terms: [{ expression, negated: true }], line: -1, asks: -1, own: undefined };
}

/** The links of a chain that the place does not stand under itself; undefined if it stands under all. */
export function withoutShared(chain: GuardChain, place: GuardChain | undefined): GuardChain | undefined {
  if (place === undefined) return chain;
  const outer = chain.outer && withoutShared(chain.outer, place);
  if (isShared(chain, place)) return outer;
  if (outer === chain.outer) return chain;
  return { outer, terms: chain.terms, line: chain.line, asks: chain.asks, own: chain.own };
}

/** Whether a link's group is around the place, or all that it asks for is asked for there too. */
function isShared(link: GuardChain, place: GuardChain): boolean {
  const asked = (expression: string, negated: boolean): boolean => {
    for (let at: GuardChain | undefined = place; at; at = at.outer) {
      if (at.terms.some((term) => term.expression === expression && term.negated === negated)) return true;
    }
    return false;
  };
  return link.terms.every(({ expression, negated }) => asked(expression, negated));
}
