/**
 * What was read of a program, in a form that is written to a file and taken up again: by the next scan of the same
 * folder, or where the shares of several machines are put together.
 */
import { FactTables, readText, writeText } from '../facts/factTables.js';
import { NumberLog } from '../facts/numberLog.js';
import { HeaderRecord, readHashes, writeHashes } from './headerRecord.js';

/** What became of one file. */
export type FileRecord =
  /** Its facts stand in the log between two places. */
  | { readonly kind: 'read'; readonly start: number; readonly end: number; readonly idleUnless: IdleUnless }
  /** A header that holds nothing but macros that lead nowhere, and its length in bytes. */
  | { readonly kind: 'idle'; readonly length: number }
  /** It is no text. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It could not be read, or belongs to another share. */
  | { readonly kind: 'unread' };

/**
 * Hashes of the names by which a header was not idle, since some condition may ask for them; undefined for a file that
 * is not idle whatever conditions ask for.
 */
export type IdleUnless = readonly number[] | undefined;

const KINDS: readonly FileRecord['kind'][] = ['read', 'idle', 'refused', 'unread'];
export const UNREAD: FileRecord = { kind: 'unread' };

export interface ProgramRecord {
  readonly headers: HeaderRecord;
  /** Hashes of the names that conditions of the whole program ask for. */
  readonly inConditions: ReadonlySet<number>;
  /** All files that were listed, by path. */
  readonly files: ReadonlyMap<string, FileRecord>;
  readonly log: NumberLog;
  readonly tables: FactTables;
}

/** The record in pieces, one behind the other. */
export function encodeRecord(record: ProgramRecord): NumberLog[] {
  const { headers, inConditions, files, tables } = record;
  const facts = isDense(record) ? record.log : new NumberLog();
  const listed = new NumberLog();
  listed.write(files.size);
  for (const [path, file] of files) {
    writeText(listed, path);
    listed.write(KINDS.indexOf(file.kind));
    if (file.kind === 'read') {
      const start = facts === record.log ? file.start : facts.length;
      if (facts !== record.log) facts.copy(record.log, file.start, file.end);
      listed.write(start);
      listed.write(start + file.end - file.start);
      listed.write(file.idleUnless ? file.idleUnless.length + 1 : 0);
      for (const hash of file.idleUnless ?? []) listed.write(hash >>> 0);
    } else if (file.kind === 'idle') listed.write(file.length);
    else if (file.kind === 'refused') listed.write(tables.textId(file.reason));
  }
  headers.write(listed);
  writeHashes(listed, inConditions);
  // Last, since all the others put texts in.
  const texts = new NumberLog();
  tables.write(texts);
  return [texts, listed, facts];
}

/** @param parts as `encodeRecord` gave them. Anything else gives nonsense: the bytes have to be checked before. */
export function decodeRecord([texts, listed, facts]: readonly Uint8Array[]): ProgramRecord {
  const tables = FactTables.read(NumberLog.of(texts).from(0));
  const numbers = NumberLog.of(listed).from(0);
  const files = new Map<string, FileRecord>();
  for (let left = numbers.next(); left > 0; left--) {
    const path = readText(numbers);
    const kind = KINDS[numbers.next()];
    if (kind === 'read') {
      const start = numbers.next();
      const end = numbers.next();
      const hashes = numbers.next() - 1;
      const idleUnless = hashes < 0 ? undefined : Array.from({ length: hashes }, () => numbers.next());
      files.set(path, { kind, start, end, idleUnless });
    } else if (kind === 'idle') files.set(path, { kind, length: numbers.next() });
    else if (kind === 'refused') files.set(path, { kind, reason: tables.text(numbers.next()) });
    else files.set(path, UNREAD);
  }
  const headers = HeaderRecord.read(numbers, tables);
  return { headers, inConditions: readHashes(numbers), files, log: NumberLog.of(facts), tables };
}

/** Whether nothing stands in the log but the facts of the files. */
function isDense({ files, log }: ProgramRecord): boolean {
  let length = 0;
  for (const file of files.values()) if (file.kind === 'read') length += file.end - file.start;
  return length === log.length;
}
