/**
 * Where the figures come from: by package, by function, and examples of each kind of error.
 */
import type { Judgement, JudgementKind } from './judgement.js';
import type { ScoredSet } from './scoredSet.js';
import type { Tally } from './tally.js';

/** The kinds that count against a scan, or that an author of rules looks at. */
const ERRORS: readonly JudgementKind[] = [
  'false',
  'inactive',
  'not-built',
  'macro-unused',
  'direct-missed',
  'indirect-missed',
  'data-missed',
  'not-imported',
  'import-missed',
];

export function packageLines(set: ScoredSet): string {
  return lines(set.title, set.byPackage());
}

/** The functions with the most errors first. */
export function nameLines(set: ScoredSet): string {
  const byErrors = [...set.byName()].sort(
    ([, one], [, other]) => other.count(...ERRORS) - one.count(...ERRORS),
  );
  return lines(set.title, new Map(byErrors));
}

/** Up to `most` examples of each kind, spread evenly over all of the kind. */
export function exampleLines(set: ScoredSet, most: number): string {
  const examples = new Map<JudgementKind, string[]>();
  for (const [packageName, one] of set.all()) {
    const list = examples.get(one.kind) ?? [];
    examples.set(one.kind, list);
    list.push(exampleText(packageName, one));
  }
  return ERRORS.flatMap((kind) => {
    const list = examples.get(kind) ?? [];
    const step = Math.max(1, Math.floor(list.length / most));
    const shown = list.filter((_, i) => i % step === 0).slice(0, most);
    return shown.map((text) => `  ${set.title}: ${kind}: ${text}\n`);
  }).join('');
}

function exampleText(packageName: string, { name, place }: Judgement): string {
  return place === undefined ? `${packageName} ${name}` : `${packageName} ${place} ${name}`;
}

function lines(title: string, tallies: ReadonlyMap<string, Tally>): string {
  return [...tallies].map(([key, tally]) => `  ${title}: ${key.padEnd(24)} ${countsText(tally)}\n`).join('');
}

function countsText(tally: Tally): string {
  const kinds: readonly JudgementKind[] = [
    'true',
    'macro-used',
    'direct-found',
    'indirect-found',
    'data-found',
    'import-found',
    ...ERRORS,
  ];
  return kinds
    .filter((kind) => tally.count(kind) > 0)
    .map((kind) => `${kind} ${tally.count(kind)}`)
    .join(', ');
}
