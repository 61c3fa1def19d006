/**
 * Which features a replacement writes.
 */
import type { Replacement } from '../knowledge/knowledge.js';

/** Their ids; a name that is no feature is among them. */
export function writtenFeatures(replacedId: string, { edit }: Pick<Replacement, 'edit'>): string[] {
  if ('name' in edit) return [`function/${edit.name}`];
  // Another constant of the same call.
  if ('flag' in edit) return edit.flag === '' ? [] : [replacedId.replace(/[^/]*$/, edit.flag)];
  if ('skeleton' in edit) return [];
  const code = edit.call.replace(/\/\*.*?\*\//g, '');
  return [...code.matchAll(/([A-Za-z_]\w*)\(/g)].map((match) => `function/${match[1]}`);
}
