/**
 * What the text of a macro is worth in a condition.
 */
import { integerOf } from '../source/integer.js';
import type { Asked } from './decision.js';
import type { MacroValue } from './expression.js';

/** @param text the macro's body; undefined if nobody knows it. */
export function definedAs(text: string | undefined): MacroValue {
  if (text === undefined) return { state: 'defined', value: undefined };
  const number = text.replace(/^\((.*)\)$/, '$1').replace(/[uUlL]+$/, '');
  const isNumber = /^-?(?:\d+|0x[\da-f]+)$/i.test(number);
  const magnitude = isNumber ? integerOf(number.replace('-', '')) : Number.NaN;
  return {
    state: 'defined',
    value: isNumber ? (number.startsWith('-') ? -magnitude : magnitude) : undefined,
  };
}

/** The same, where a name is worth what its own macro is. */
export function definedThrough(text: string | undefined, asked: Asked): MacroValue {
  if (text === undefined || !/^[A-Za-z_]\w*$/.test(text)) return definedAs(text);
  const other = asked.macro(text);
  return other.state === 'defined' ? other : { state: 'defined', value: undefined };
}
