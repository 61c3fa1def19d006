/**
 * The figure beside the verdict: of the features that this code uses, how many behave as on Linux, and what
 * becomes of the others. A feature counts once, by its worst use.
 */
import { casesAtUse } from '../gaps/casesAtUse.js';
import { statementAt } from '../gaps/importStatement.js';
import { BADNESS, possibleCases } from '../gaps/possibleCases.js';
import { standingAt } from '../gaps/standingAt.js';
import type { FeatureStanding, TargetJudgement } from '../gaps/targetGap.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Use } from '../uses/use.js';
import type { Behaviours, Situation } from './situation.js';

/** A count of features by how they fare, before any is counted. */
export const NO_FEATURES: Readonly<Record<FeatureStanding, number>> = {
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

export interface Figure {
  /** Features used on this target: in code that is compiled, or may be. */
  readonly used: number;
  readonly byBehaviour: Readonly<Record<FeatureStanding, number>>;
  /** Features of which nothing is known, sorted. */
  readonly unknown: readonly string[];
  /** How each feature fares, by its id. */
  readonly standings: ReadonlyMap<string, FeatureStanding>;
}

/** Makes the figures of all targets from uses that are told file by file and not kept. */
export class FigureMaker {
  private readonly counted = new Set<string>();
  private readonly situations: Situation[] = [];
  /** Macro conditions of the situations that hang on no other condition. */
  private readonly known = new Map<string, Set<Use['through']>>();
  /** What features do on each target where no arguments are seen. */
  private readonly plain = new Map<string, Behaviours>();

  constructor(
    private readonly judgements: readonly TargetJudgement[],
    private readonly knowledge: Knowledge,
  ) {}

  /**
   * @param counted features that are used, besides those of the uses.
   * @param onSituation told of each use how it stands.
   */
  add(uses: readonly Use[], counted: Iterable<string>, onSituation?: (situation: Situation) => void): void {
    for (const feature of counted) this.counted.add(feature);
    for (const use of uses) {
      // Tests and examples are not the program, a macro's body not yet a use of it.
      if (use.tags.length > 0) continue;
      // How a binary is made is no use of the platform.
      if (use.kind === 'binary') continue;
      // Nor does it use the platform how people look after it.
      if (use.operation || use.kind === 'practice') continue;
      const { feature, guard, included, through, replaced, systems, path } = use;
      const behaviours =
        use.arguments || use.isAside || use.isAlternative || use.imported
          ? this.behavioursOf(use)
          : this.plainBehaviours(use);
      const isKnown = this.isCompiled(use) && this.isKnown(feature, behaviours, use);
      if (isKnown && !onSituation) continue;
      const situation = { feature, behaviours, guard, included, through, replaced, systems, path };
      if (!isKnown) this.situations.push(situation);
      onSituation?.(situation);
    }
  }

  /** Takes situations that were found before, and features that were counted. */
  take(situations: readonly Situation[], counted: Iterable<string>): void {
    for (const feature of counted) this.counted.add(feature);
    for (const situation of situations) this.situations.push(situation);
  }

  /** @param target index of the target. */
  figure(target: number): Figure {
    const worst = this.worstOn(target);
    const byBehaviour = { ...NO_FEATURES };
    const unknown: string[] = [];
    for (const [feature, behaviour] of worst) {
      byBehaviour[behaviour]++;
      if (behaviour === 'unknown') unknown.push(feature);
    }
    return { used: worst.size, byBehaviour, unknown: unknown.sort(), standings: worst };
  }

  /** Features that are used anywhere, compiled or not. */
  usedAnywhere(): ReadonlySet<string> {
    return new Set([...this.counted, ...this.situations.map(({ feature }) => feature)]);
  }

  /** Features that are used on a target, with how they fare there. @param target index of the target. */
  worstOn(target: number): ReadonlyMap<string, FeatureStanding> {
    const judgement = this.judgements[target];
    const worst = new Map<string, FeatureStanding>();
    for (const feature of this.counted) {
      const behaviour = behaviourOf(feature, undefined, judgement, this.knowledge);
      if (behaviour !== undefined) worst.set(feature, behaviour);
    }
    for (const situation of this.situations) {
      const standing = standingAt(situation, judgement);
      if (standing.truth === 'false' || standing.tags.includes('other-os')) continue;
      const behaviour = situation.behaviours[target];
      if (behaviour === undefined) continue;
      const known = worst.get(situation.feature);
      if (known === undefined || badness(behaviour) > badness(known)) worst.set(situation.feature, behaviour);
    }
    return worst;
  }

  /** Whether a use hangs on nothing but conditions, wherever it stands. */
  private isCompiled({ path, through }: Use): boolean {
    return this.judgements.every(({ build }) => !build || (through.length === 0 && build.isPlain(path)));
  }

  private isKnown(
    feature: string,
    behaviours: Behaviours,
    { guard, included, replaced, through, systems }: Use,
  ): boolean {
    if (guard !== undefined || included.length > 0 || replaced.length > 0) return false;
    const key = `${feature} ${behaviours.join()} ${systems.join()}`;
    let known = this.known.get(key);
    if (!known) {
      known = new Set();
      this.known.set(key, known);
    }
    if (known.has(through)) return true;
    known.add(through);
    return false;
  }

  private plainBehaviours(use: Use): Behaviours {
    let behaviours = this.plain.get(use.feature);
    if (!behaviours) {
      behaviours = this.behavioursOf(use);
      this.plain.set(use.feature, behaviours);
    }
    return behaviours;
  }

  private behavioursOf(use: Use): Behaviours {
    return this.judgements.map((judgement) => behaviourOf(use.feature, use, judgement, this.knowledge));
  }
}

function behaviourOf(
  feature: string,
  use: Use | undefined,
  judgement: TargetJudgement,
  knowledge: Knowledge,
): FeatureStanding | undefined {
  const statement = use
    ? statementAt(use, judgement.target, knowledge)
    : knowledge.statement(judgement.target, feature);
  if (statement === 'not-asked') return undefined;
  if (!statement) return 'unknown';
  const { cases, usual } = use ? casesAtUse(use, statement) : possibleCases(statement, undefined);
  if (!usual) return 'unknown';
  // Something worse that only special values or states bring about is a limit.
  const isLimited = usual.behaviour === 'supported' && cases[0].behaviour !== 'supported';
  return isLimited ? 'partial' : usual.behaviour;
}

function badness(behaviour: FeatureStanding): number {
  return behaviour === 'unknown' ? -1 : BADNESS[behaviour];
}
