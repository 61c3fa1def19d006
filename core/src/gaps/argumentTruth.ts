/**
 * Whether the arguments of a call meet a condition of a statement: yes, no, or nobody can tell from the source.
 */
import type { Argument, CallArguments } from '../facts/fileFacts.js';
import type { Condition } from '../knowledge/schema.generated.js';

export type Met = 'met' | 'not-met' | 'cannot-tell';

/** Names that mean a number in every C program. */
const NUMBERS: Readonly<Record<string, number>> = { NULL: 0, false: 0, true: 1 };
/** Bits that may be joined to a socket type without changing it. */
const TYPE_MODIFIERS = new Set(['SOCK_NONBLOCK', 'SOCK_CLOEXEC']);

/** Evaluates a condition; `args` is undefined where the call itself is not seen (a function taken as a value). */
export function argumentsMeet(condition: Condition, args: CallArguments | undefined): Met {
  if ('all' in condition) return all(condition.all.map((part) => argumentsMeet(part, args)));
  if ('any' in condition) return not(all(condition.any.map((part) => not(argumentsMeet(part, args)))));
  if ('state' in condition) return 'cannot-tell'; // what the program did before, or what is outside of it
  if ('count' in condition) {
    if (!args) return 'cannot-tell';
    return args.values.length === condition.count ? 'met' : 'not-met';
  }
  const value = asFamily(args?.values[condition.arg] ?? { kind: 'unknown' });
  if ('is' in condition) return isOneOf(value, [condition.is]);
  if ('in' in condition) return isOneOf(value, condition.in);
  if ('not' in condition) return not(isOneOf(value, [condition.not]));
  if ('notIn' in condition) return not(isOneOf(value, condition.notIn));
  if ('flagsAny' in condition) return hasAny(value, condition.flagsAny);
  if ('flagsNone' in condition) return not(hasAny(value, condition.flagsNone));
  if ('flagsOutside' in condition) return hasOutside(value, condition.flagsOutside);
  if ('baseIn' in condition) return isOneOf(withoutModifiers(value), condition.baseIn);
  if ('baseNotIn' in condition) return not(isOneOf(withoutModifiers(value), condition.baseNotIn));
  if ('lessThan' in condition) return compare(value, (number) => number < condition.lessThan);
  if ('greaterThan' in condition) return compare(value, (number) => number > condition.greaterThan);
  // A text that is not a literal is seldom the special one that a condition names.
  if (value.kind !== 'string') return 'not-met';
  if ('startsWith' in condition) return value.text.startsWith(condition.startsWith) ? 'met' : 'not-met';
  if ('contains' in condition) return value.text.includes(condition.contains) ? 'met' : 'not-met';
  return 'met';
}

/** A name that begins with PF_ is another one of the value that begins with AF_. */
function asFamily(value: Argument): Argument {
  if (value.kind !== 'constants' || !value.names.some((name) => name.startsWith('PF_'))) return value;
  return { ...value, names: value.names.map((name) => name.replace(/^PF_/, 'AF_')) };
}

function isOneOf(value: Argument, names: readonly string[]): Met {
  if (value.kind === 'address') return 'not-met';
  if (value.kind === 'text') return names.some((name) => name.startsWith('"')) ? 'cannot-tell' : 'not-met';
  // A handler is a function of the program if it is none of the constants.
  if (value.kind === 'name') return names.every(isHandler) ? 'not-met' : 'cannot-tell';
  if (value.kind === 'string')
    return names.includes(value.text) || names.includes(`"${value.text}"`) ? 'met' : 'not-met';
  if (value.kind === 'number') {
    if (names.some((name) => numberOf(name) === value.value)) return 'met';
    // A plain number may be the value of a constant; only zero and -1 are written so on purpose.
    return names.every((name) => numberOf(name) !== undefined) || value.value === 0 || value.value === -1
      ? 'not-met'
      : 'cannot-tell';
  }
  if (value.kind !== 'constants' || !value.exact) return 'cannot-tell';
  if (names.some((one) => isSameSet(one.split('|'), value.names))) return 'met';
  // The flags of a message are all bits.
  if (value.names.every((name) => name.startsWith('MSG_')) && names.every((name) => numberOf(name) === 0))
    return 'not-met';
  if (value.names.length > 1) {
    return value.names.every((name) => isPlatformName(name, names)) ? 'not-met' : 'cannot-tell';
  }
  const [name] = value.names;
  const number = NUMBERS[name];
  if (number !== undefined) return names.some((one) => numberOf(one) === number) ? 'met' : 'not-met';
  if (isSignal(name) && names.every((one) => isSignal(one) || numberOf(one) !== undefined)) return 'not-met';
  return isPlatformName(name, names) ? 'not-met' : 'cannot-tell';
}

/** Whether constants joined by `|` are the same ones, in whatever order. */
function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

/** The name of a signal, which is never 0 and never another's number. */
function isSignal(name: string): boolean {
  return /^SIG(?!_)[A-Z0-9]+$/.test(name);
}

/** A constant that stands for a handler of signals. */
function isHandler(name: string): boolean {
  return /^SIG_(?:DFL|ERR|HOLD|IGN)$/.test(name);
}

function hasAny(value: Argument, flags: readonly string[]): Met {
  if (value.kind === 'number') return value.value === 0 ? 'not-met' : 'cannot-tell';
  if (value.kind !== 'constants') return 'cannot-tell';
  if (value.names.some((name) => flags.includes(name))) return 'met';
  return value.exact && value.names.every((name) => isPlatformName(name, flags)) ? 'not-met' : 'cannot-tell';
}

function hasOutside(value: Argument, flags: readonly string[]): Met {
  if (value.kind === 'number') return value.value === 0 ? 'not-met' : 'cannot-tell';
  if (value.kind !== 'constants') return 'cannot-tell';
  if (value.names.some((name) => !flags.includes(name) && isPlatformName(name, flags))) return 'met';
  return value.exact && value.names.every((name) => flags.includes(name)) ? 'not-met' : 'cannot-tell';
}

/** Whether a name looks like a constant of the same headers, not like one of the program's own. */
function isPlatformName(name: string, like: readonly string[]): boolean {
  const prefix = /^_?[A-Z]+_?/.exec(name)?.[0] ?? name;
  return like.some((other) => other.startsWith(prefix.slice(0, 3)));
}

function withoutModifiers(value: Argument): Argument {
  if (value.kind !== 'constants') return value;
  const names = value.names.filter((name) => !TYPE_MODIFIERS.has(name));
  return { ...value, names };
}

/** The range of the numbers of signals, on every system. */
const SIGNAL_NUMBERS = { least: 1, most: 63 };

function compare(value: Argument, test: (number: number) => boolean): Met {
  if (value.kind === 'number') return test(value.value) ? 'met' : 'not-met';
  if (value.kind !== 'constants' || !value.names.every(isSignal)) return 'cannot-tell';
  // A condition that asks for numbers which no signal has.
  return test(SIGNAL_NUMBERS.least) || test(SIGNAL_NUMBERS.most) ? 'cannot-tell' : 'not-met';
}

function numberOf(name: string): number | undefined {
  if (/^-?\d+$/.test(name)) return Number(name);
  return NUMBERS[name];
}

function all(parts: readonly Met[]): Met {
  if (parts.includes('not-met')) return 'not-met';
  return parts.includes('cannot-tell') ? 'cannot-tell' : 'met';
}

function not(met: Met): Met {
  return met === 'met' ? 'not-met' : met === 'not-met' ? 'met' : 'cannot-tell';
}
