/**
 * A condition on the arguments in words, to follow "when".
 */
import type { Condition } from '../knowledge/schema.generated.js';

export function conditionText(condition: Condition): string {
  if ('all' in condition) return condition.all.map(conditionText).join(' and ');
  if ('any' in condition) return condition.any.map(conditionText).join(' or ');
  if ('state' in condition) return condition.state;
  if ('count' in condition) return `it has ${condition.count} arguments`;
  const argument = `argument ${condition.arg + 1}`;
  if ('is' in condition) return `${argument} is ${condition.is}`;
  if ('not' in condition) return `${argument} is not ${condition.not}`;
  if ('in' in condition) return `${argument} is ${list(condition.in)}`;
  if ('notIn' in condition) return `${argument} is not ${list(condition.notIn)}`;
  if ('flagsAny' in condition) return `${argument} has ${list(condition.flagsAny)}`;
  if ('flagsNone' in condition) return `${argument} lacks ${list(condition.flagsNone)}`;
  if ('flagsOutside' in condition) return `${argument} has bits other than ${list(condition.flagsOutside)}`;
  if ('baseIn' in condition) return `${argument} is ${list(condition.baseIn)}`;
  if ('baseNotIn' in condition) return `${argument} is not ${list(condition.baseNotIn)}`;
  if ('lessThan' in condition) return `${argument} is less than ${condition.lessThan}`;
  if ('greaterThan' in condition) return `${argument} is greater than ${condition.greaterThan}`;
  if ('startsWith' in condition) return `${argument} starts with "${condition.startsWith}"`;
  if ('contains' in condition) return `${argument} contains "${condition.contains}"`;
  return `${argument} is a literal`;
}

/** More names than this do not fit into a sentence. */
const NAMES_SHOWN = 4;

function list(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'nothing';
  if (names.length > NAMES_SHOWN + 1) {
    return `${names.slice(0, NAMES_SHOWN).join(', ')} or ${names.length - NAMES_SHOWN} others`;
  }
  return `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}
