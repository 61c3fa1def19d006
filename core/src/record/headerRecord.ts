/**
 * What the headers of a program have said of their macros, so that they need not be asked again.
 */
import type { FactTables } from '../facts/factTables.js';
import { NumberLog, type NumberReader } from '../facts/numberLog.js';
import { readList, readTexts, writeTexts } from '../facts/packedArguments.js';
import type { AddedName, Vocabulary } from '../facts/vocabulary.js';
import type { ProgramIndex } from '../index/programIndex.js';

/** What one header says. */
type Announcement = {
  readonly includes: readonly string[];
  readonly macros: readonly { readonly name: string; readonly body: readonly string[] }[];
};

export class HeaderRecord {
  /** Names that the macros of headers have put into the vocabulary, or of which they have changed the flags. */
  added: readonly AddedName[] = [];
  /** Hashes of the names that the headers' conditions ask for. */
  inConditions: ReadonlySet<number> = new Set();
  /** What headers say, in the order in which they were read. */
  private readonly announcements = new NumberLog();
  private count = 0;

  constructor(private readonly tables: FactTables) {}

  /** A record that was written by `write`. */
  static read(numbers: NumberReader, tables: FactTables): HeaderRecord {
    const record = new HeaderRecord(tables);
    record.added = readList(numbers, () => {
      const name = tables.text(numbers.next());
      return { name, flags: numbers.next() };
    });
    record.inConditions = readHashes(numbers);
    for (let left = numbers.next(); left > 0; left--) {
      record.announce(tables.text(numbers.next()), readAnnouncement(numbers, tables));
    }
    return record;
  }

  /** Takes in what a header says; again where a later reading of it says more. */
  announce(path: string, { includes, macros }: Announcement): void {
    const { announcements: log, tables } = this;
    log.write(tables.textId(path));
    writeTexts(log, includes, tables);
    log.write(macros.length);
    for (const { name, body } of macros) {
      log.write(tables.textId(name));
      writeTexts(log, body, tables);
    }
    this.count++;
  }

  /** Says all of it to a vocabulary and an index that know nothing of the headers. */
  tell(vocabulary: Vocabulary, index: ProgramIndex): void {
    const { announcements, tables, added, count } = this;
    for (const { name, flags } of added) vocabulary.add(name, flags);
    const numbers = announcements.from(0);
    for (let i = 0; i < count; i++) {
      const path = tables.text(numbers.next());
      const { includes, macros } = readAnnouncement(numbers, tables);
      index.announce(path, includes, macros);
    }
  }

  write(log: NumberLog): void {
    const { announcements, tables, added, inConditions, count } = this;
    log.write(added.length);
    for (const { name, flags } of added) {
      log.write(tables.textId(name));
      log.write(flags);
    }
    writeHashes(log, inConditions);
    log.write(count);
    log.copy(announcements, 0, announcements.length);
  }
}

export function writeHashes(log: NumberLog, hashes: ReadonlySet<number>): void {
  log.write(hashes.size);
  for (const hash of hashes) log.write(hash >>> 0);
}

export function readHashes(numbers: NumberReader): Set<number> {
  const hashes = new Set<number>();
  for (let left = numbers.next(); left > 0; left--) hashes.add(numbers.next());
  return hashes;
}

function readAnnouncement(numbers: NumberReader, tables: FactTables): Announcement {
  const includes = readTexts(numbers, tables);
  const macros = readList(numbers, () => {
    const name = tables.text(numbers.next());
    return { name, body: readTexts(numbers, tables) };
  });
  return { includes, macros };
}
