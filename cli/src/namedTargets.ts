/**
 * The targets that a command line names, each once.
 */
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { formatTargetSpec, parseTargetSpec, type TargetSpec } from '#core/knowledge/targetSpec.js';

/** The targets in the order of their first mention, or what is wrong with one. `osv` and `osv@master` are one. */
export function namedTargets(
  texts: readonly string[],
  knowledge: Knowledge,
): { value: TargetSpec[] } | { problem: string } {
  const targets = new Map<string, TargetSpec>();
  for (const text of texts) {
    const parsed = parseTargetSpec(text, knowledge);
    if ('problem' in parsed) return parsed;
    const name = formatTargetSpec(parsed.value, knowledge.targets.get(parsed.value.id));
    if (!targets.has(name)) targets.set(name, parsed.value);
  }
  return { value: [...targets.values()] };
}
