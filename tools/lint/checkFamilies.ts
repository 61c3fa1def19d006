/**
 * Every feature belongs to a family that exists, and every family says what a gap in it costs and takes.
 */
import type { Data } from '../generate/readData.js';

/** Features without a family, families without harm or effort, and families of nothing. */
export function checkFamilies(data: Data): string[] {
  const problems: string[] = [];
  const used = new Set<string>();
  for (const [id, { family }] of Object.entries(data.features.features)) {
    used.add(family);
    if (!Object.hasOwn(data.families, family)) problems.push(`${id}: there is no family "${family}"`);
  }
  for (const [id, family] of Object.entries(data.families)) {
    if (!family.harm) problems.push(`families.json: ${id} has no harm`);
    if (!family.effort) problems.push(`families.json: ${id} has no effort`);
    if (!used.has(id)) problems.push(`families.json: nothing belongs to ${id}`);
  }
  return problems;
}
