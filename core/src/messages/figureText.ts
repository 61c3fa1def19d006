/**
 * The figure beside the verdict in words: of the features used, how many behave how.
 */
import type { TargetDocument } from '../report/reportDocument.js';

/** What a reader tells apart; several behaviours may be one of it. */
export type Outcome = 'same' | 'limits' | 'fails' | 'lies' | 'stops' | 'missing' | 'unknown';

export interface FigurePart {
  readonly outcome: Outcome;
  readonly count: number;
  /** To follow the number: `behave as on Linux`. */
  readonly words: string;
}

/** The best first; what does not occur is left out, except what behaves as on Linux. */
export function figureParts({ byBehaviour }: Pick<TargetDocument, 'byBehaviour'>): FigurePart[] {
  const { supported, partial, fails, missing, unknown, hangs, aborts } = byBehaviour;
  const lies = byBehaviour['no-op'] + byBehaviour.wrong;
  const part = (outcome: Outcome, count: number, one: string, many: string): FigurePart => ({
    outcome,
    count,
    words: count === 1 ? one : many,
  });
  return [
    part('same', supported, 'behaves as on Linux', 'behave as on Linux'),
    part('limits', partial, 'has limits', 'have limits'),
    part('fails', fails, 'fails', 'fail'),
    part('lies', lies, 'lies about success', 'lie about success'),
    part('stops', aborts + hangs, 'halts or hangs the guest', 'halt or hang the guest'),
    part('missing', missing, 'is missing', 'are missing'),
    part('unknown', unknown, 'is unknown', 'are unknown'),
  ].filter(({ outcome, count }) => outcome === 'same' || count > 0);
}

/** `of 156 platform features used`. */
export function usedText({ used }: Pick<TargetDocument, 'used'>): string {
  return `of ${used} platform ${used === 1 ? 'feature' : 'features'} used`;
}

export function figureText(target: TargetDocument): string {
  const parts = figureParts(target).map(({ count, words }) => `${count} ${words}`);
  return `${usedText(target)}, ${parts.join(', ')}${unknownText(target)}`;
}

/** Names of features of which nothing is known, the first of them. */
function unknownText({ unknownFeatures }: TargetDocument): string {
  if (unknownFeatures.length === 0) return '';
  const names = unknownFeatures.slice(0, 4).map((id) => id.slice(id.indexOf('/') + 1));
  return ` (${names.join(', ')}${unknownFeatures.length > 4 ? ', ...' : ''})`;
}
