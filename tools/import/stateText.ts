/**
 * Words the conditions that no argument shows. Each text completes a sentence that begins with "when".
 */
import type { FactCondition } from './factRow.js';

/** Text of a condition on the state of things; throws on one that it does not know. */
export function stateText(condition: FactCondition): string {
  for (const [key, words] of WORDS) {
    if (key in condition) return words(condition);
  }
  throw new Error(`no words for ${JSON.stringify(condition)}`);
}

const WORDS: readonly (readonly [string, (condition: FactCondition) => string])[] = [
  ['handler', handlerText],
  ['sockaddrFamily', (c) => `the address is ${ADDRESS[String(c.sockaddrFamily)]}`],
  ['sockaddrFamilyNotIn', (c) => `the address family is none of ${list(c.sockaddrFamilyNotIn, 'and')}`],
  ['moving', () => 'the area is a private writable mapping of a file and has to move'],
  ['from', fromText],
  ['fs', (c) => `the file is on ${list(c.fs, 'or')}`],
  ['fileType', (c) => fileTypeText(c.fileType as string[])],
  ['aligned', () => 'the address is not aligned to a page'],
  ['cpuCountNotIn', () => 'the set names several CPUs but not all'],
  ['strlenGt', (c) => `the name is longer than ${c.strlenGt} bytes`],
  ['caller', () => 'the caller does not own the mutex'],
  ['isNot', () => 'the alignment is not a power of two'],
  ['looksLike', () => 'the name is a numeric address'],
  ['field', fieldText],
  ['struct', structText],
];

const ADDRESS: Readonly<Record<string, string>> = { AF_UNIX: 'a sockaddr_un' };

function handlerText(condition: FactCondition): string {
  const signal = condition.signal ? String(condition.signal) : 'the signal';
  if (condition.handler === 'SIG_IGN') return `${signal} is ignored (SIG_IGN)`;
  return `no handler is installed for ${signal}`;
}

function fromText(condition: FactCondition): string {
  const origins = Array.isArray(condition.from) ? condition.from : [condition.from];
  if (origins.some((origin) => ['socketpair', 'pipe', 'socket'].includes(String(origin)))) {
    return `the descriptor comes from ${list(origins, 'or')}`;
  }
  const limit = condition.note === 'blocks below 2 MiB' ? ' and the block is smaller than 2 MiB' : '';
  return `the address comes from ${list(origins, 'or')}${limit}`;
}

function fileTypeText(types: readonly string[]): string {
  const names = types.filter((type) => type !== '0');
  const asked = `the mode asks for ${list(names, 'or')}`;
  return names.length < types.length ? `${asked} or names no type` : asked;
}

function fieldText(condition: FactCondition): string {
  const field = String(condition.field);
  if (condition.not === 'NULL') return `${field} is set`;
  if ('not' in condition) return `${field} is not ${condition.not}`;
  if ('flagsAny' in condition) return `${field} has ${list(condition.flagsAny, 'or')}`;
  if ('flagsNone' in condition) return `${field} lacks ${list(condition.flagsNone, 'and')}`;
  return `${field} is neither ${list(condition.notIn, 'nor')}`;
}

function structText(condition: FactCondition): string {
  if (Array.isArray(condition.all)) return condition.all.map(fieldText).join(' and ');
  return `the timeout is shorter than ${String(condition.lessThan).replace('ms', ' ms')}`;
}

function list(value: unknown, word: string): string {
  const items = (Array.isArray(value) ? value : [value]).map(String);
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]}`;
}
