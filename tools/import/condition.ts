/**
 * Turns the conditions of the facts into the grammar of the data: arguments where a constant can decide, words
 * where it cannot.
 */
import type { Condition } from '#core/knowledge/schema.generated.js';
import type { FactCondition } from './factRow.js';
import { stateText } from './stateText.js';

/** The condition of a case; `undefined` for the one that always holds. */
export function conditionOf(fact: FactCondition | undefined): Condition | undefined {
  if (!fact || 'else' in fact) return undefined;
  if (!('struct' in fact)) {
    if (Array.isArray(fact.all)) return { all: fact.all.map(required) };
    if (Array.isArray(fact.any)) return { any: fact.any.map(required) };
  }
  return argumentCondition(fact) ?? { state: stateText(fact) };
}

function required(fact: FactCondition): Condition {
  const condition = conditionOf(fact);
  if (!condition) throw new Error('a part of a condition always holds');
  return condition;
}

function argumentCondition(fact: FactCondition): Condition | undefined {
  if (typeof fact.arg !== 'number' || 'struct' in fact || 'moving' in fact) return undefined;
  const arg = fact.arg;
  if ('masked' in fact) return futexOperation(arg, fact);
  if ('orFlagsAll' in fact) {
    const bits = fact.orFlagsAll as string[];
    return {
      any: [{ arg, in: fact.in as string[] }, { all: bits.map((bit) => ({ arg, flagsAny: [bit] })) }],
    };
  }
  for (const [key, make] of ARGUMENT) {
    if (key in fact) return make(arg, fact[key]);
  }
  return undefined;
}

const ARGUMENT: readonly (readonly [string, (arg: number, value: unknown) => Condition])[] = [
  ['is', (arg, value) => ({ arg, is: String(value) })],
  ['not', (arg, value) => ({ arg, not: String(value) })],
  ['in', (arg, value) => ({ arg, in: names(value) })],
  ['notIn', (arg, value) => ({ arg, notIn: names(value) })],
  ['base', (arg, value) => ({ arg, baseIn: names(value) })],
  ['baseNot', (arg, value) => ({ arg, baseNotIn: names(value) })],
  ['flagsAny', (arg, value) => ({ arg, flagsAny: names(value) })],
  ['hasFlag', (arg, value) => ({ arg, flagsAny: names(value) })],
  ['flagsNone', (arg, value) => ({ arg, flagsNone: names(value) })],
  ['lacksFlag', (arg, value) => ({ arg, flagsNone: names(value) })],
  ['flagsOutside', (arg, value) => ({ arg, flagsOutside: names(value) })],
  ['le', (arg, value) => ({ arg, lessThan: Number(value) + 1 })],
  ['below', (arg, value) => ({ arg, lessThan: Number(value) })],
  ['gt', (arg, value) => ({ arg, greaterThan: Number(value) })],
  ['negative', (arg) => ({ arg, lessThan: 0 })],
  ['outside', outsideRange],
  ['outOfRange', (arg) => ({ arg, notIn: [...RESOURCES] })],
  ['startsWith', (arg, value) => ({ arg, startsWith: String(value) })],
  ['contains', (arg, value) => ({ arg, contains: String(value) })],
  ['literal', (arg) => ({ arg, literal: true })],
];

/** The resources that OSv keeps a limit for. */
const RESOURCES = [
  'RLIMIT_CPU',
  'RLIMIT_FSIZE',
  'RLIMIT_DATA',
  'RLIMIT_STACK',
  'RLIMIT_CORE',
  'RLIMIT_RSS',
  'RLIMIT_NPROC',
  'RLIMIT_NOFILE',
  'RLIMIT_MEMLOCK',
  'RLIMIT_AS',
  'RLIMIT_LOCKS',
  'RLIMIT_SIGPENDING',
  'RLIMIT_MSGQUEUE',
  'RLIMIT_NICE',
  'RLIMIT_RTPRIO',
] as const;

function names(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

function outsideRange(arg: number, value: unknown): Condition {
  const [low, high] = String(value).split('..').map(Number);
  return {
    any: [
      { arg, lessThan: low },
      { arg, greaterThan: high },
    ],
  };
}

/** Lists the ways to write an operation, since its flags may be given with it. */
function futexOperation(arg: number, fact: FactCondition): Condition {
  const key = 'in' in fact ? 'in' : 'notIn';
  const operations = (fact[key] as string[]).filter((name) => !name.endsWith('_PRIVATE'));
  const written = operations.flatMap((name) => [
    name,
    `${name}_PRIVATE`,
    `${name}|FUTEX_PRIVATE_FLAG`,
    `${name}|FUTEX_CLOCK_REALTIME`,
    `${name}_PRIVATE|FUTEX_CLOCK_REALTIME`,
    `${name}|FUTEX_PRIVATE_FLAG|FUTEX_CLOCK_REALTIME`,
  ]);
  return key === 'in' ? { arg, in: written } : { arg, notIn: written };
}
