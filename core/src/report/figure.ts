/**
 * The figure beside the verdict: of the features that this code uses, how many behave as on Linux, and what
 * becomes of the others. A feature counts once, by its worst use.
 */
import { casesAtUse } from '../gaps/casesAtUse.js';
import type { TargetJudgement } from '../gaps/findGaps.js';
import { BADNESS, possibleCases } from '../gaps/possibleCases.js';
import { standingOf } from '../guards/standing.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Behaviour } from '../knowledge/schema.generated.js';
import type { Use } from '../uses/use.js';

export interface Figure {
  /** Features used on this target: in code that is compiled, or may be. */
  readonly used: number;
  readonly byBehaviour: Readonly<Record<Behaviour | 'unknown', number>>;
  /** Features of which nothing is known, sorted. */
  readonly unknown: readonly string[];
}

export function figureOf(
  uses: readonly Use[],
  counted: ReadonlySet<string>,
  judgement: TargetJudgement,
  knowledge: Knowledge,
): Figure {
  const worst = new Map<string, Behaviour | 'unknown'>();
  for (const feature of counted)
    worst.set(feature, standingOfFeature(feature, undefined, judgement, knowledge));
  for (const use of uses) {
    // Tests and examples are not the program, a macro's body not yet a use of it.
    if (use.tags.length > 0) continue;
    const standing = standingOf(use, judgement.environment, judgement.systems);
    if (standing.truth === 'false' || standing.tags.includes('other-os')) continue;
    const behaviour = standingOfFeature(use.feature, use, judgement, knowledge);
    const known = worst.get(use.feature);
    if (known === undefined || badness(behaviour) > badness(known)) worst.set(use.feature, behaviour);
  }
  const byBehaviour: Record<Behaviour | 'unknown', number> = {
    supported: 0,
    partial: 0,
    'no-op': 0,
    wrong: 0,
    fails: 0,
    hangs: 0,
    aborts: 0,
    missing: 0,
    unknown: 0,
  };
  const unknown: string[] = [];
  for (const [feature, behaviour] of worst) {
    byBehaviour[behaviour]++;
    if (behaviour === 'unknown') unknown.push(feature);
  }
  return { used: worst.size, byBehaviour, unknown: unknown.sort() };
}

function standingOfFeature(
  feature: string,
  use: Use | undefined,
  judgement: TargetJudgement,
  knowledge: Knowledge,
): Behaviour | 'unknown' {
  const statement = knowledge.statement(judgement.target, feature);
  if (!statement) return 'unknown';
  const { cases, usual } = use ? casesAtUse(use, statement) : possibleCases(statement, undefined);
  if (!usual) return 'unknown';
  // Something worse that only special values or states bring about is a limit.
  const isLimited = usual.behaviour === 'supported' && cases[0].behaviour !== 'supported';
  return isLimited ? 'partial' : usual.behaviour;
}

function badness(behaviour: Behaviour | 'unknown'): number {
  return behaviour === 'unknown' ? -1 : BADNESS[behaviour];
}
