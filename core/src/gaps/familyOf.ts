/**
 * The family by which a use is weighed.
 */
import type { Family, Knowledge } from '../knowledge/knowledge.js';
import type { Use } from '../uses/use.js';

/** What a fork stands for by which a program becomes a daemon: it weighs as the call that does all of it. */
const BECOMING_A_DAEMON = 'function/daemon';

/** Id of the feature whose family and note a use goes by. */
export function weighedFeature(use: Pick<Use, 'feature' | 'purpose'>): string {
  return use.purpose === 'daemon' ? BECOMING_A_DAEMON : use.feature;
}

/** Id of the family of a use; undefined if its feature is not known. */
export function familyIdOf(use: Pick<Use, 'feature' | 'purpose'>, knowledge: Knowledge): string | undefined {
  const feature = knowledge.features.get(weighedFeature(use)) ?? knowledge.features.get(use.feature);
  return feature?.family;
}

export function familyOf(use: Pick<Use, 'feature' | 'purpose'>, knowledge: Knowledge): Family | undefined {
  return knowledge.families.get(familyIdOf(use, knowledge) ?? '');
}
