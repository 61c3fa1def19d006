/**
 * Replacements that close a gap on some target that has it.
 */
import type { Knowledge, Replacement } from '../knowledge/knowledge.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import type { Gap } from './gap.js';
import { BADNESS } from './possibleCases.js';
import { writtenFeatures } from './writtenFeatures.js';

export interface FittingReplacement {
  readonly replacement: Replacement;
  /** Ids of the targets on which it closes the gap. */
  readonly targets: readonly string[];
}

export function replacementsFor(gap: Gap, knowledge: Knowledge): FittingReplacement[] {
  return knowledge.replacements(gap.use.feature).flatMap((replacement) => {
    const written = writtenFeatures(gap.use.feature, replacement);
    const fitting = gap.targets.filter(
      ({ target }) =>
        replacement.targets.includes(target.id) && written.every((id) => works(target, id, knowledge)),
    );
    const targets = [...new Set(fitting.map(({ target }) => target.id))];
    return targets.length > 0 ? [{ replacement, targets }] : [];
  });
}

/** In this version, with these options: what the data says is checked for the newest one. */
function works(target: TargetSpec, featureId: string, knowledge: Knowledge): boolean {
  const cases = knowledge.statement(target, featureId)?.cases ?? [];
  return cases.some(({ behaviour }) => BADNESS[behaviour] <= BADNESS.partial);
}
