/**
 * Occurrences and macros as numbers.
 */
import type { FactTables } from './factTables.js';
import type { Macro, Occurrence } from './fileFacts.js';
import type { NumberLog, NumberReader } from './numberLog.js';
import {
  readArguments,
  readList,
  readPlace,
  readTexts,
  writeArguments,
  writePlace,
  writeTexts,
} from './packedArguments.js';

const IS_CALL = 1;
const IS_TABLE_ENTRY = 2;
const IN_CLASS = 4;
const QUALIFIED = 8;
const HAS_ARGUMENTS = 16;
const DETACHES = 32;
const HAS_TEXT_BEHIND = 64;

const REDEFINES = 1;
const IS_ENDED = 2;
const HAS_PARAMETERS = 4;
const HAS_VALUE = 8;
const HAS_CONSTANTS = 16;
const IS_SWITCH = 32;

/** @param occurrence one that is not doubtful any more. */
export function writeOccurrence(log: NumberLog, occurrence: Occurrence, tables: FactTables): void {
  writePlace(log, occurrence);
  log.write(occurrence.condition + 1);
  log.write(tables.textId(occurrence.name));
  log.write(
    (occurrence.shape === 'call' ? IS_CALL : 0) |
      (occurrence.isTableEntry ? IS_TABLE_ENTRY : 0) |
      (occurrence.inClass ? IN_CLASS : 0) |
      (occurrence.qualified ? QUALIFIED : 0) |
      (occurrence.arguments ? HAS_ARGUMENTS : 0) |
      (occurrence.detaches ? DETACHES : 0) |
      (occurrence.textBehind !== undefined ? HAS_TEXT_BEHIND : 0),
  );
  if (occurrence.textBehind !== undefined) log.write(tables.textId(occurrence.textBehind));
  if (occurrence.arguments) writeArguments(log, occurrence.arguments, tables);
}

export function readOccurrence(numbers: NumberReader, tables: FactTables): Occurrence {
  const start = numbers.next();
  const end = start + numbers.next();
  const line = numbers.next();
  const column = numbers.next();
  const condition = numbers.next() - 1;
  const name = tables.text(numbers.next());
  const properties = numbers.next();
  return {
    start,
    end,
    line,
    column,
    name,
    shape: (properties & IS_CALL) !== 0 ? 'call' : 'value',
    condition,
    doubtful: false,
    isTableEntry: (properties & IS_TABLE_ENTRY) !== 0,
    inClass: (properties & IN_CLASS) !== 0,
    qualified: (properties & QUALIFIED) !== 0,
    detaches: (properties & DETACHES) !== 0,
    textBehind: (properties & HAS_TEXT_BEHIND) !== 0 ? tables.text(numbers.next()) : undefined,
    arguments: (properties & HAS_ARGUMENTS) !== 0 ? readArguments(numbers, tables) : undefined,
  };
}

export function writeMacro(log: NumberLog, macro: Macro, tables: FactTables): void {
  const { name, parameters, condition, body, redefines, value, constants, isEnded, isSwitch } = macro;
  writePlace(log, macro);
  log.write(condition + 1);
  log.write(tables.textId(name));
  log.write(
    (redefines ? REDEFINES : 0) |
      (isEnded ? IS_ENDED : 0) |
      (parameters ? HAS_PARAMETERS : 0) |
      (value !== undefined ? HAS_VALUE : 0) |
      (constants ? HAS_CONSTANTS : 0) |
      (isSwitch ? IS_SWITCH : 0),
  );
  if (parameters) writeTexts(log, parameters, tables);
  if (value !== undefined) log.write(tables.textId(value));
  if (constants) writeTexts(log, constants, tables);
  log.write(body.length);
  for (const occurrence of body) writeOccurrence(log, occurrence, tables);
}

export function readMacro(numbers: NumberReader, tables: FactTables): Macro {
  const { start, end, line, column } = readPlace(numbers);
  const condition = numbers.next() - 1;
  const name = tables.text(numbers.next());
  const properties = numbers.next();
  const parameters = (properties & HAS_PARAMETERS) !== 0 ? readTexts(numbers, tables) : undefined;
  const value = (properties & HAS_VALUE) !== 0 ? tables.text(numbers.next()) : undefined;
  const constants = (properties & HAS_CONSTANTS) !== 0 ? readTexts(numbers, tables) : undefined;
  return {
    start,
    end,
    line,
    column,
    name,
    parameters,
    condition,
    body: readList(numbers, () => readOccurrence(numbers, tables)),
    redefines: (properties & REDEFINES) !== 0,
    value,
    isSwitch: (properties & IS_SWITCH) !== 0,
    constants,
    isEnded: (properties & IS_ENDED) !== 0,
  };
}
