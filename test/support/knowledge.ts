/**
 * What is known of features and targets, read once from the built bundle.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { loadKnowledge } from '#core/knowledge/loadKnowledge.js';
import { parseTargetSpec, type TargetSpec } from '#core/knowledge/targetSpec.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

let loaded: Knowledge | undefined;

export function shippedKnowledge(): Knowledge {
  loaded ??= loadKnowledge(readFileSync(join(PROJECT_ROOT, 'dist', 'knowledge.json'), 'utf8'));
  return loaded;
}

/** The target that a text names; throws where there is none. */
export function targetOf(text: string): TargetSpec {
  const parsed = parseTargetSpec(text, shippedKnowledge());
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.value;
}
