/**
 * Uses in source as numbers.
 */
import type { FactTables } from '../facts/factTables.js';
import type { CallArguments } from '../facts/fileFacts.js';
import type { NumberLog, NumberReader } from '../facts/numberLog.js';
import {
  readArguments,
  readList,
  readPlace,
  readTexts,
  writeArguments,
  writePlace,
  writeTexts,
} from '../facts/packedArguments.js';
import type { Use, UseKind, UseTag } from '../uses/use.js';
import type { ChainTable } from './chainTable.js';

const KINDS: readonly UseKind[] = [
  'call',
  'reference',
  'macro',
  'syscall',
  'flag',
  'include',
  'path',
  'command',
  'signal',
  'practice',
];
const TAGS: readonly UseTag[] = ['macro-body', 'test', 'example', 'replacement', 'not-included'];

const HAS_ARGUMENTS = 1;
const HAS_CALL = 2;
const IS_DAEMON = 4;
const IS_ASIDE = 8;
const IS_ALTERNATIVE = 16;
const IS_IGNORED = 32;

export function writeUse(log: NumberLog, use: Use, tables: FactTables, chains: ChainTable): void {
  log.write(tables.textId(use.feature));
  log.write(KINDS.indexOf(use.kind));
  log.write(tables.textId(use.name));
  log.write(tables.textId(use.symbol));
  writePlace(log, use);
  log.write(chains.id(use.guard));
  chains.writeIds(log, use.included);
  chains.writeIds(log, use.through);
  chains.writeIds(log, use.replaced);
  log.write(use.macros.length);
  for (const { name, path, line, column } of use.macros) {
    log.write(tables.textId(name));
    log.write(tables.textId(path));
    log.write(line);
    log.write(column);
  }
  log.write(use.tags.length);
  for (const tag of use.tags) log.write(TAGS.indexOf(tag));
  writeTexts(log, use.systems, tables);
  log.write(
    (use.arguments ? HAS_ARGUMENTS : 0) |
      (use.call !== undefined ? HAS_CALL : 0) |
      (use.purpose === 'daemon' ? IS_DAEMON : 0) |
      (use.isAside ? IS_ASIDE : 0) |
      (use.isAlternative ? IS_ALTERNATIVE : 0) |
      (use.isIgnored ? IS_IGNORED : 0),
  );
  if (use.call !== undefined) log.write(use.call);
  if (use.arguments) writeUsed(log, use.arguments, tables);
}

/** @param path that of the file in which the use stands. */
export function readUse(numbers: NumberReader, path: string, tables: FactTables, chains: ChainTable): Use {
  const feature = tables.text(numbers.next());
  const kind = KINDS[numbers.next()];
  const name = tables.text(numbers.next());
  const symbol = tables.text(numbers.next());
  const { start, end, line, column } = readPlace(numbers);
  const guard = chains.chain(numbers.next());
  const included = chains.readAll(numbers);
  const through = chains.readIds(numbers);
  const replaced = chains.readAll(numbers);
  const macros = readList(numbers, () => {
    const step = tables.text(numbers.next());
    const header = tables.text(numbers.next());
    const at = numbers.next();
    return { name: step, path: header, line: at, column: numbers.next() };
  });
  const tags = readList(numbers, () => TAGS[numbers.next()]);
  const systems = readTexts(numbers, tables);
  const properties = numbers.next();
  const call = (properties & HAS_CALL) !== 0 ? numbers.next() : undefined;
  return {
    feature,
    kind,
    name,
    symbol,
    path,
    line,
    column,
    start,
    end,
    guard,
    included,
    through,
    replaced,
    macros,
    arguments: (properties & HAS_ARGUMENTS) !== 0 ? readUsed(numbers, tables) : undefined,
    call,
    tags,
    purpose: (properties & IS_DAEMON) !== 0 ? 'daemon' : undefined,
    systems,
    isAside: (properties & IS_ASIDE) !== 0,
    isAlternative: (properties & IS_ALTERNATIVE) !== 0,
    ...((properties & IS_IGNORED) !== 0 && { isIgnored: true }),
    imported: undefined,
  };
}

/** Arguments at a use; what the macros on the way have done to them is only of interest where uses are found. */
function writeUsed(log: NumberLog, args: CallArguments, tables: FactTables): void {
  writeArguments(log, args, tables);
  for (const { written } of args.constants) log.write(written === undefined ? 0 : tables.textId(written) + 1);
}

function readUsed(numbers: NumberReader, tables: FactTables): CallArguments {
  const args = readArguments(numbers, tables);
  const constants = args.constants.map((constant) => {
    const written = numbers.next();
    return written === 0 ? constant : { ...constant, written: tables.text(written - 1) };
  });
  return { ...args, constants };
}
