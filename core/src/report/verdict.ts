/**
 * The verdict for one target: how much work stands between the program and it. The formula is written out in
 * docs/decisions.
 */
import { familyOf } from '../gaps/familyOf.js';
import type { Gap, TargetGap } from '../gaps/gap.js';
import { weightOf } from '../gaps/weight.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Effort } from '../knowledge/schema.generated.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import { settingOf } from '../servers/server.js';
import type { Figure } from './figure.js';

export type Verdict = 'ready' | 'configure' | 'patch' | 'redesign';

export const VERDICTS: readonly Verdict[] = ['ready', 'configure', 'patch', 'redesign'];

/** Share of used features that must be known for a verdict to stand by itself. */
const FULL_COVERAGE = 0.9;

export interface TargetVerdict {
  /** With what is certain. */
  readonly least: Verdict;
  /** If every condition that nobody can decide turns out badly. */
  readonly most: Verdict;
  /** The gaps that decide `least`, and those that decide `most` if it is worse. */
  readonly because: readonly Gap[];
  readonly unless: readonly Gap[];
  /** Conditions on which `most` hangs. */
  readonly conditions: readonly string[];
  /** Features with a statement over features used; 1 where none is used. */
  readonly coverage: number;
  /** Whether some part of the program uses the platform in ways that nobody can see; then `most` is the worst. */
  readonly hasUntoldUses: boolean;
  /** False where too little is known for the verdict to be more than a lower bound. */
  readonly isCovered: boolean;
}

/**
 * @param target the object that the gaps were found for.
 * @param hasUntoldUses whether some part of the program uses the platform in ways that nobody can see.
 * @param eased what a gap asks for at most, where a setting of the program makes it so; undefined for most gaps.
 */
export function verdictOf(
  gaps: readonly Gap[],
  target: TargetSpec,
  figure: Figure,
  knowledge: Knowledge,
  hasUntoldUses = false,
  eased: (gap: Gap) => Verdict | undefined = () => undefined,
): TargetVerdict {
  let least: Verdict = 'ready';
  let most: Verdict = 'ready';
  const because: Gap[] = [];
  const unless: Gap[] = [];
  for (const gap of gaps) {
    if (gap.use.tags.length > 0 || weightOf(gap.use, knowledge) === 'operate') continue;
    const here = gap.targets.find((one) => one.target === target);
    if (!here) continue;
    const { certain, possible } = verdictsOfGap(gap, here, knowledge, eased(gap));
    if (isWorse(certain, least)) least = certain;
    if (isWorse(possible, most)) most = possible;
  }
  if (isWorse(least, most)) most = least;
  if (hasUntoldUses) most = 'redesign';
  for (const gap of gaps) {
    if (gap.use.tags.length > 0 || weightOf(gap.use, knowledge) === 'operate') continue;
    const here = gap.targets.find((one) => one.target === target);
    if (!here) continue;
    const { certain, possible } = verdictsOfGap(gap, here, knowledge, eased(gap));
    if (certain === least && least !== 'ready') because.push(gap);
    else if (possible === most && most !== least) unless.push(gap);
  }
  const conditions = [
    ...new Set(
      unless.flatMap((gap) => gap.targets.flatMap((one) => (one.target === target ? one.undecided : []))),
    ),
  ].sort();
  const coverage = figure.used === 0 ? 1 : 1 - figure.byBehaviour.unknown / figure.used;
  const isCovered = coverage >= FULL_COVERAGE && !hasUntoldUses;
  return { least, most, because, unless, conditions, coverage, hasUntoldUses, isCovered };
}

/** What one gap asks for certainly, and if all that nobody can decide turns out badly. */
function verdictsOfGap(
  gap: Gap,
  here: TargetGap,
  knowledge: Knowledge,
  most: Verdict | undefined,
): { certain: Verdict; possible: Verdict } {
  const asked = askedFor(gap, here, knowledge);
  const possible = most !== undefined && isWorse(asked, most) ? most : asked;
  return { certain: here.tags.length === 0 && here.isDecided ? possible : 'ready', possible };
}

/** What a gap asks for on a target if its place is compiled. Information never asks for more than a setting. */
export function askedFor(gap: Gap, here: TargetGap, knowledge: Knowledge): Verdict {
  const { severityIfBuilt: severity } = here;
  if (isSettable(gap.use, knowledge)) return 'configure';
  const family = familyOf(gap.use, knowledge);
  if (severity === 'information') {
    return here.behaviour === 'partial' || family?.harm === 'loses-speed' ? 'ready' : 'configure';
  }
  const effort: Effort = family?.effort ?? 'moderate';
  if (effort === 'trivial') return 'configure';
  return effort === 'moderate' || severity === 'warning' ? 'patch' : 'redesign';
}

/** Whether a line of a configuration is all that there is to change. */
function isSettable({ kind, feature }: Gap['use'], knowledge: Knowledge): boolean {
  return kind === 'setting' && settingOf(feature, knowledge.servers())?.setting.kind !== 'always';
}

export function isWorse(a: Verdict, b: Verdict): boolean {
  return VERDICTS.indexOf(a) > VERDICTS.indexOf(b);
}
