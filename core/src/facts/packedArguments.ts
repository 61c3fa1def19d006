/**
 * The arguments of calls as numbers.
 */
import type { FactTables } from './factTables.js';
import type { Argument, CallArguments, NamedConstant, Place } from './fileFacts.js';
import type { NumberLog, NumberReader } from './numberLog.js';

const KINDS: readonly Argument['kind'][] = [
  'unknown',
  'name',
  'number',
  'string',
  'constants',
  'choice',
  'text',
  'address',
  'parameter',
];
const UNKNOWN: Argument = { kind: 'unknown' };
const TEXT: Argument = { kind: 'text' };
const ADDRESS: Argument = { kind: 'address' };
const NAME: Argument = { kind: 'name' };
const NONE: readonly never[] = [];

export function writeArguments(log: NumberLog, args: CallArguments, tables: FactTables): void {
  const { values, constants, strings, callNumber } = args;
  log.write(values.length);
  for (const value of values) writeArgument(log, value, tables);
  log.write(constants.length);
  for (const constant of constants) {
    writeConstant(log, constant, tables);
    log.write(constant.argument);
  }
  log.write(strings.length);
  for (const string of strings) {
    writePlace(log, string);
    log.write(tables.textId(string.text));
    log.write(string.argument);
  }
  log.write(callNumber ? 1 : 0);
  if (callNumber) writeConstant(log, callNumber, tables);
}

export function readArguments(numbers: NumberReader, tables: FactTables): CallArguments {
  const values = readList(numbers, () => readArgument(numbers, tables));
  const constants = readList(numbers, () => {
    const { start, end, line, column, name } = readConstant(numbers, tables);
    return { name, start, end, line, column, argument: numbers.next() };
  });
  const strings = readList(numbers, () => {
    const { start, end, line, column } = readPlace(numbers);
    const text = tables.text(numbers.next());
    return { text, start, end, line, column, argument: numbers.next() };
  });
  const callNumber = numbers.next() === 1 ? readConstant(numbers, tables) : undefined;
  return { values, constants, strings, callNumber };
}

export function writePlace(log: NumberLog, { start, end, line, column }: Place): void {
  log.write(start);
  log.write(end - start);
  log.write(line);
  log.write(column);
}

export function readPlace(numbers: NumberReader): Place {
  const start = numbers.next();
  const end = start + numbers.next();
  const line = numbers.next();
  return { start, end, line, column: numbers.next() };
}

/** A list whose length stands before its items; empty ones are all the same. */
export function readList<T>(numbers: NumberReader, item: () => T): readonly T[] {
  const length = numbers.next();
  if (length === 0) return NONE;
  const list = new Array<T>(length);
  for (let i = 0; i < length; i++) list[i] = item();
  return list;
}

export function writeTexts(log: NumberLog, texts: readonly string[], tables: FactTables): void {
  log.write(texts.length);
  for (const text of texts) log.write(tables.textId(text));
}

export function readTexts(numbers: NumberReader, tables: FactTables): readonly string[] {
  return readList(numbers, () => tables.text(numbers.next()));
}

function writeArgument(log: NumberLog, value: Argument, tables: FactTables): void {
  log.write(KINDS.indexOf(value.kind));
  switch (value.kind) {
    case 'number':
      // Any number comes back from its text as it was.
      log.write(tables.textId(String(value.value)));
      break;
    case 'string':
      log.write(tables.textId(value.text));
      break;
    case 'constants':
      log.write(value.exact ? 1 : 0);
      writeTexts(log, value.names, tables);
      break;
    case 'choice':
      writeTexts(log, value.names, tables);
      break;
    case 'parameter':
      log.write(value.index);
  }
}

function readArgument(numbers: NumberReader, tables: FactTables): Argument {
  const kind = KINDS[numbers.next()];
  switch (kind) {
    case 'number':
      return { kind, value: Number(tables.text(numbers.next())) };
    case 'string':
      return { kind, text: tables.text(numbers.next()) };
    case 'constants': {
      const exact = numbers.next() === 1;
      return { kind, names: readTexts(numbers, tables), exact };
    }
    case 'choice':
      return { kind, names: readTexts(numbers, tables) };
    case 'parameter':
      return { kind, index: numbers.next() };
    case 'text':
      return TEXT;
    case 'address':
      return ADDRESS;
    case 'name':
      return NAME;
    default:
      return UNKNOWN;
  }
}

function writeConstant(log: NumberLog, constant: NamedConstant, tables: FactTables): void {
  writePlace(log, constant);
  log.write(tables.textId(constant.name));
}

function readConstant(numbers: NumberReader, tables: FactTables): NamedConstant {
  const { start, end, line, column } = readPlace(numbers);
  return { name: tables.text(numbers.next()), start, end, line, column };
}
