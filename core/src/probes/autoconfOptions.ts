/**
 * Options of Autoconf: what they are called, and what they are where the builder says nothing.
 */
import type { M4Argument } from './macroCalls.js';
import type { Option } from './option.js';
import type { VariableCondition } from './shellCondition.js';

/** Whether a condition on one option holds where the builder says nothing; undefined where that is not known. */
export function isDefault(
  { fallback }: Option,
  conditions: readonly VariableCondition[] | undefined,
  negated: boolean,
): boolean | undefined {
  if (conditions?.length !== 1 || (fallback !== 'yes' && fallback !== 'no')) return undefined;
  return (conditions[0].isYes !== negated) === (fallback === 'yes');
}

/** The same for a pattern with which the option is compared. */
export function isDefaultCase({ fallback }: Option, pattern: string): boolean | undefined {
  const words = pattern.split('|').map((word) => word.trim().replace(/^["'xX]+|["']+$/g, ''));
  if (!words.every((word) => word === 'yes' || word === 'no')) return undefined;
  return fallback === 'yes' || fallback === 'no' ? words.includes(fallback) : undefined;
}

/** Whether all hold where the builder says nothing; undefined where that is not known. */
export function allOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/**
 * What an option is where the builder says nothing: by the action for that, by the help text, by the name that the help
 * gives to the option.
 */
export function defaultOf(word: string, help: string, otherwise: string): string | undefined {
  const own = `(?:enable|with)_${word.replace(/[-.+]/g, '_')}`;
  const set = new RegExp(`^\\s*\\w*${own}\\w*=["']?(yes|no)\\b["']?\\s*$`).exec(otherwise)?.[1];
  if (set !== undefined) return set;
  const told = /default[:= ]+["'[]*(\w+)/i.exec(help)?.[1];
  if (told !== undefined) return told;
  return /^[[\s]*--(?:disable|without)-/.test(help) ? 'yes' : undefined;
}

/** `PHP_ARG_ENABLE(name, message, help, default)`: off where it is left out. */
export function phpDefault(argument: M4Argument | undefined): string | undefined {
  const text = argument?.text ?? '';
  return text === '' ? 'no' : /^\w+$/.exec(text)?.[0];
}

/** The help of an option in plain words. */
export function helpText(text: string): string {
  return text
    .replace(/[[\]]/g, ' ')
    .replace(/^\s*--[\w=-]+\s*,?/, ' ')
    .replace(/[\s,)]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}
