/**
 * Uses of a program that bear on a claim: those that are gaps bear it out, those that behave as on Linux speak against it.
 */
import type { Gap, TargetGap } from '../gaps/gap.js';
import type { Knowledge, TargetInfo } from '../knowledge/knowledge.js';
import type { EssayClaim } from '../knowledge/schema.generated.js';
import { evidenceSummary } from '../messages/evidenceText.js';
import { outcomeText, subject } from '../messages/gapMessage.js';
import { featureName } from '../operability/featureName.js';
import type { TargetReport } from '../report/report.js';

/** Symbols, and traits of the target, that are told; the rest are counted. */
const SHOWN = 6;

export interface Sides {
  readonly bearsOut: string[];
  readonly speaksAgainst: string[];
}

/** Which features bear on a claim. */
export function featuresOf(
  { families, features }: EssayClaim,
  knowledge: Knowledge,
): (feature: string) => boolean {
  const named = new Set(features);
  const kinds = new Set(families);
  return (feature) => named.has(feature) || kinds.has(knowledge.features.get(feature)?.family ?? '');
}

/** @returns also whether some use of the program bears the claim out, and not the target alone. */
export function claimUses(
  claim: EssayClaim,
  report: TargetReport,
  gaps: readonly Gap[],
  bears: (feature: string) => boolean,
  knowledge: Knowledge,
): Sides & { readonly hasUses: boolean } {
  const features = new Set(claim.features);
  const found = gapLines(gaps, report, bears);
  const practices = report.operability.facilities
    .flatMap((facility) => facility.features)
    .filter(({ feature, places }) => features.has(feature) && places.length > 0);
  const relied = practices.map(({ feature, places, count }) => {
    const [{ path, line }] = places;
    const more = count > 1 ? ` and ${count - 1} more` : '';
    return `${PRACTICES[feature] ?? featureName(feature)} at ${path}:${line + 1}${more}`;
  });
  // What stands in for it there.
  const instead = practices.flatMap(({ substitute }) =>
    substitute && substitute.level !== 'none'
      ? [`${substitute.what.replace(/\.$/, '')} [${evidenceSummary(substitute.evidence)}]`]
      : [],
  );
  const working = [...report.figure.standings]
    .filter(([feature, standing]) => standing === 'supported' && bears(feature))
    .map(([feature]) => featureName(feature))
    .sort();
  return {
    bearsOut: [
      ...shortened(found),
      ...relied,
      ...(claim.traits ?? []).flatMap((trait) => traitLine(trait, report, knowledge)),
    ],
    speaksAgainst: [
      ...instead,
      ...(working.length > 0
        ? [`${listed(working)} ${working.length === 1 ? 'behaves' : 'behave'} as on Linux`]
        : []),
    ],
    hasUses: found.length + relied.length > 0,
  };
}

/** What stands behind a practice. */
const PRACTICES: Readonly<Record<string, string>> = {
  'practice/short-backlog': 'a queue for new connections that is shorter than 128',
  'practice/restart-only': 'a unit that restarts and keeps neither a core file nor a log',
};

/** One line a symbol and outcome, with its first place. */
function gapLines(
  gaps: readonly Gap[],
  { target }: TargetReport,
  bears: (feature: string) => boolean,
): string[] {
  const lines = new Map<string, { place: string; count: number }>();
  for (const { use, targets } of gaps) {
    if (use.tags.length > 0 || !bears(use.feature)) continue;
    const here = targets.find((one) => one.target === target);
    if (!here || here.behaviour === 'partial' || here.substitute) continue;
    const key = `${subject(use)} ${plainOutcome(here, use)}`;
    const known = lines.get(key);
    if (known) known.count++;
    else lines.set(key, { place: `${use.path}:${use.line + 1}`, count: 1 });
  }
  return [...lines].map(
    ([text, { place, count }]) => `${text}, at ${place}${count > 1 ? ` and ${count - 1} more` : ''}`,
  );
}

/** Without what stands in parentheses. */
function plainOutcome(here: TargetGap, use: Gap['use']): string {
  return outcomeText(here, use).replace(/ \([^()]*\)/g, '');
}

function traitLine(trait: string, { target }: TargetReport, knowledge: Knowledge): string[] {
  const statement = knowledge.statement(target, trait);
  if (!statement?.note || statement.cases.every(({ behaviour }) => behaviour === 'supported')) return [];
  const info = knowledge.targets.get(target.id) as TargetInfo;
  const note = statement.note.replace(/\.$/, '');
  return [`${note} [${evidenceSummary(statement.evidence, info, target.version)}]`];
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), `${lines.length - SHOWN} more of the kind`];
}

/** `a, b and 3 more`. */
export function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return names.slice(0, SHOWN).join(', ') + more;
}
