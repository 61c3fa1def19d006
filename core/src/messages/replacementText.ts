/**
 * What can be written instead of a feature, in a line: what it does, for which targets, whether it is safe.
 */
import type { Knowledge, Replacement } from '../knowledge/knowledge.js';

export function replacementText(
  { title, targets, safe, guarded }: Replacement,
  knowledge: Knowledge,
): string {
  const names = targets.map((id) => knowledge.targets.get(id)?.name ?? id).join(' and ');
  const where = guarded ? `within an #if for ${names}` : `for ${names}`;
  return `${title} (${where}${safe ? '; safe on Linux' : ''})`;
}
