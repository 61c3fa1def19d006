/**
 * Facilities group features that exist, each one once, and what stands for the others is known on every target.
 */
import type { Data } from '../generate/readData.js';

export function checkFacilities({ facilities, features, debugging, curated }: Data): string[] {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const [facility, { features: ids }] of Object.entries(facilities.facilities)) {
    for (const id of ids) {
      const place = `facilities.json: ${facility}: ${id}`;
      if (!Object.hasOwn(features.features, id)) problems.push(`${place} is not in features.json`);
      const other = seen.get(id);
      if (other !== undefined) problems.push(`${place} is in ${other} already`);
      seen.set(id, facility);
    }
    for (const target of curated.keys()) {
      if (!Object.hasOwn(debugging.facilities[ids[0]] ?? {}, target))
        problems.push(
          `facilities.json: ${facility}: debugging.json does not say what ${target} has for ${ids[0]}`,
        );
    }
  }
  for (const id of Object.keys(debugging.facilities)) {
    if (!seen.has(id)) problems.push(`debugging.json: ${id} serves no facility`);
  }
  return problems;
}
