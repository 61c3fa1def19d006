/**
 * Macros that a file defines for its own conditions, as numbers.
 */
import type { FactTables } from './factTables.js';
import type { OwnMacro } from './fileFacts.js';
import type { NumberLog } from './numberLog.js';

const KINDS: readonly OwnMacro['kind'][] = ['define', 'undef', 'unsure'];

export function writeOwnMacro(log: NumberLog, macro: OwnMacro, tables: FactTables): void {
  for (const number of ownMacroNumbers(macro, tables)) log.write(number);
}

export function readOwnMacro(numbers: { next(): number }, tables: FactTables): OwnMacro {
  const kind = KINDS[numbers.next()];
  const name = tables.text(numbers.next());
  const line = numbers.next();
  const condition = numbers.next() - 1;
  const value = numbers.next();
  return { kind, name, line, condition, value: value === 0 ? undefined : tables.text(value - 1) };
}

/** Always of the same length. */
export function ownMacroNumbers(macro: OwnMacro, tables: FactTables): number[] {
  const { kind, name, line, condition, value } = macro;
  return [
    KINDS.indexOf(kind),
    tables.textId(name),
    line,
    condition + 1,
    value === undefined ? 0 : 1 + tables.textId(value),
  ];
}
