/**
 * One file as numbers. First comes what the file says to others, then what waits for them.
 */
import type { ConditionGroup, Term } from '../c/conditionGroups.js';
import type { FactTables } from './factTables.js';
import type { Definition, FileProblem, Include, KeptFacts, PathLiteral } from './fileFacts.js';
import type { NumberLog, NumberReader } from './numberLog.js';
import { readList, readPlace, readTexts, writePlace, writeTexts } from './packedArguments.js';
import { readMacro, readOccurrence, writeMacro, writeOccurrence } from './packedOccurrence.js';
import { readOwnMacro, writeOwnMacro } from './packedOwnMacro.js';
import { readSuppression, writeSuppression } from './packedSuppression.js';
import type { KnownFile, ReadFile } from './readFile.js';

const IS_KEPT = 1;
const DEFINES_MAIN = 2;
const COMPUTES_INCLUDES = 4;

const IS_STATIC = 1;
const DEFINITION_KINDS: readonly Definition['kind'][] = ['function', 'variable', 'method'];

/** How an include is packed: as one that may become a use, with its place, and in which brackets it stands. */
const IS_USE = 1;
const ANGLED = 2;

/** Stands for a condition that nothing packed hangs on. */
const IDLE: ConditionGroup = { parent: -1, line: 0, asks: 0, terms: [] };
const NONE: readonly never[] = [];

/** Told of the number of a condition. */
type OnTerm = (term: number) => void;

/**
 * @param isKept whether anything of the file may become a use.
 * @param onTerm told of each condition around something that may, by its number.
 */
export function writeFile(
  log: NumberLog,
  file: ReadFile,
  isKept: boolean,
  tables: FactTables,
  onTerm: OnTerm,
): void {
  const { facts, uses, unseen, suppressions } = file;
  const { definesMain, computesIncludes, occurrences, counted, undefinitions, paths } = facts;
  log.write(
    (isKept ? IS_KEPT : 0) | (definesMain ? DEFINES_MAIN : 0) | (computesIncludes ? COMPUTES_INCLUDES : 0),
  );
  log.write(facts.byteLength);
  writeTexts(log, unseen, tables);
  writeConditions(log, file, tables, isKept ? onTerm : ignored);
  log.write(facts.includes.length);
  for (const include of facts.includes) writeInclude(log, include, uses.includes(include), tables);
  log.write(facts.macros.length);
  for (const macro of facts.macros) writeMacro(log, macro, tables);
  log.write(facts.definitions.length);
  for (const definition of facts.definitions) writeDefinition(log, definition, tables);
  log.write(facts.problems.length);
  for (const { message, line } of facts.problems) {
    log.write(tables.textId(message));
    log.write(line);
  }
  log.write(suppressions.length);
  for (const one of suppressions) writeSuppression(log, one, tables);
  if (!isKept) return;
  log.write(undefinitions.length);
  for (const { name, line, condition } of undefinitions) {
    log.write(tables.textId(name));
    log.write(line);
    log.write(condition + 1);
  }
  log.write(facts.own.length);
  for (const macro of facts.own) writeOwnMacro(log, macro, tables);
  log.write(occurrences.length);
  for (const occurrence of occurrences) writeOccurrence(log, occurrence, tables);
  writeTexts(log, counted, tables);
  log.write(paths.length);
  for (const path of paths) {
    writePlace(log, path);
    log.write(path.condition + 1);
    log.write(tables.textId(path.text));
  }
}

/** What a file says to others, as it was packed. */
export interface PackedKnown {
  readonly file: KnownFile;
  readonly isKept: boolean;
  /** Numbers of the conditions around something that may become a use. */
  readonly terms: readonly number[];
}

export function readKnown(numbers: NumberReader, path: string, tables: FactTables): PackedKnown {
  const terms: number[] = [];
  const { isKept, told, unseen, includes } = readTold(numbers, path, tables, (term) => {
    terms.push(term);
  });
  const problems = readList(numbers, (): FileProblem => {
    const message = tables.text(numbers.next());
    return { message, line: numbers.next() };
  });
  const suppressions = readList(numbers, () => readSuppression(numbers, tables));
  return {
    isKept,
    terms,
    file: { facts: Object.assign(told, { includes, problems }), unseen, suppressions },
  };
}

/** All that is kept of a file of which anything is. */
export function readKept(numbers: NumberReader, path: string, tables: FactTables): KeptFacts {
  const { told, includes } = readTold(numbers, path, tables, ignored);
  for (let left = numbers.next(); left > 0; left--) {
    numbers.next();
    numbers.next(); // problems were told already
  }
  for (let left = numbers.next(); left > 0; left--) readSuppression(numbers, tables);
  const undefinitions = readList(numbers, () => {
    const name = tables.text(numbers.next());
    const line = numbers.next();
    return { name, line, condition: numbers.next() - 1 };
  });
  const own = readList(numbers, () => readOwnMacro(numbers, tables));
  return {
    path,
    own,
    occurrences: readList(numbers, () => readOccurrence(numbers, tables)),
    counted: readTexts(numbers, tables),
    macros: told.macros,
    undefinitions,
    definitions: told.definitions,
    includes: includes.filter((include): include is Include => 'start' in include),
    paths: readList(numbers, (): PathLiteral => {
      const { start, end, line, column } = readPlace(numbers);
      const condition = numbers.next() - 1;
      return { start, end, line, column, text: tables.text(numbers.next()), condition };
    }),
    conditions: told.conditions,
    problems: NONE,
  };
}

function ignored(): void {}

function readTold(numbers: NumberReader, path: string, tables: FactTables, onTerm: OnTerm) {
  const properties = numbers.next();
  const byteLength = numbers.next();
  const unseen = readTexts(numbers, tables);
  const isKept = (properties & IS_KEPT) !== 0;
  const conditions = readConditions(numbers, tables, isKept ? onTerm : ignored);
  const includes = readList(numbers, () => readInclude(numbers, tables));
  const macros = readList(numbers, () => readMacro(numbers, tables));
  const definitions = readList(numbers, () => readDefinition(numbers, tables));
  return {
    isKept,
    unseen,
    includes,
    told: {
      path,
      byteLength,
      macros,
      definitions,
      definesMain: (properties & DEFINES_MAIN) !== 0,
      computesIncludes: (properties & COMPUTES_INCLUDES) !== 0,
      conditions,
    },
  };
}

function writeInclude(log: NumberLog, include: Include, isUse: boolean, tables: FactTables): void {
  const properties = (isUse ? IS_USE : 0) | (include.angled ? ANGLED : 0);
  log.write(tables.textId(include.header) * 4 + properties);
  log.write(include.condition + 1);
  if (isUse) writePlace(log, include);
}

function readInclude(
  numbers: NumberReader,
  tables: FactTables,
): Include | Pick<Include, 'header' | 'angled' | 'condition'> {
  const text = numbers.next();
  const condition = numbers.next() - 1;
  const header = tables.text(text >>> 2);
  const angled = (text & ANGLED) !== 0;
  if ((text & IS_USE) === 0) return { header, angled, condition };
  const { start, end, line, column } = readPlace(numbers);
  return { start, end, line, column, header, angled, condition };
}

function writeDefinition(log: NumberLog, definition: Definition, tables: FactTables): void {
  writePlace(log, definition);
  log.write(definition.condition + 1);
  log.write(tables.textId(definition.name));
  log.write(DEFINITION_KINDS.indexOf(definition.kind) * 2 + (definition.isStatic ? IS_STATIC : 0));
  log.write(definition.regionEnd - definition.end);
}

function readDefinition(numbers: NumberReader, tables: FactTables): Definition {
  const { start, end, line, column } = readPlace(numbers);
  const condition = numbers.next() - 1;
  const name = tables.text(numbers.next());
  const properties = numbers.next();
  return {
    start,
    end,
    line,
    column,
    name,
    kind: DEFINITION_KINDS[properties >>> 1],
    isStatic: (properties & IS_STATIC) !== 0,
    condition,
    regionEnd: end + numbers.next(),
  };
}

/** Conditions around nothing that is packed are let go; indices of conditions stay as they are. */
function writeConditions(
  log: NumberLog,
  { facts, uses }: ReadFile,
  tables: FactTables,
  onTerm: OnTerm,
): void {
  const { conditions } = facts;
  const needed = new Set<number>();
  const need = (condition: number): void => {
    for (let at = condition; at >= 0 && !needed.has(at); at = conditions[at].parent) needed.add(at);
  };
  for (const { condition } of facts.occurrences) need(condition);
  for (const { condition } of facts.macros) need(condition);
  for (const { condition } of facts.undefinitions) need(condition);
  for (const { condition } of facts.definitions) need(condition);
  for (const { condition } of facts.own) need(condition);
  for (const { condition } of facts.paths) need(condition);
  for (const { condition } of uses) need(condition);
  const ofUses = needed.size;
  for (const { condition } of facts.includes) need(condition);
  log.write(needed.size);
  log.write(ofUses);
  let written = 0;
  for (const index of needed) {
    const { parent, line, asks, terms } = conditions[index];
    log.write(index);
    log.write(parent + 1);
    log.write(line);
    log.write(line - asks);
    log.write(terms.length);
    for (const term of terms) {
      const id = tables.termId(term);
      if (written < ofUses) onTerm(id);
      log.write(id);
    }
    written++;
  }
}

function readConditions(
  numbers: NumberReader,
  tables: FactTables,
  onTerm: OnTerm,
): readonly ConditionGroup[] {
  const length = numbers.next();
  const ofUses = numbers.next();
  if (length === 0) return NONE;
  const conditions: ConditionGroup[] = [];
  for (let read = 0; read < length; read++) {
    const index = numbers.next();
    const parent = numbers.next() - 1;
    const line = numbers.next();
    const asks = line - numbers.next();
    const terms: Term[] = [];
    for (let more = numbers.next(); more > 0; more--) {
      const term = numbers.next();
      if (read < ofUses) onTerm(term);
      terms.push(tables.term(term));
    }
    while (conditions.length < index) conditions.push(IDLE);
    conditions[index] = { parent, line, asks, terms };
  }
  return conditions;
}
