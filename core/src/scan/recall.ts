/**
 * What is known of a program's files from an earlier reading of them, and how much of that stands.
 */
import type { Vocabulary, VocabularyMark } from '../facts/vocabulary.js';
import { isHeaderPath } from '../index/programIndex.js';
import type { FileRecord, ProgramRecord } from '../record/programRecord.js';
import { hashName } from '../source/nameTable.js';
import type { WorkspaceFile } from '../workspace.js';

export interface KnownProgram {
  readonly record: ProgramRecord;
  /** Whether the text of a file is what it was when it was recorded. */
  isUnchanged(path: string): boolean;
}

export class Recall {
  /** Whether all headers are those that were recorded, with the same texts. */
  readonly headersStand: boolean;
  /** Whether the files are those that were recorded, so that what they include still means the same. */
  readonly includesStand: boolean;
  /** Hashes of names that are looked for now and were not, or the other way round. */
  changedNames: ReadonlySet<number> = new Set();
  readonly record: ProgramRecord;
  /** Those of them that are not only asked for by conditions. */
  private names: ReadonlySet<number> = new Set();

  constructor(
    private readonly known: KnownProgram,
    files: readonly WorkspaceFile[],
  ) {
    const { record } = known;
    this.record = record;
    const headers = files.filter(({ path }) => isHeaderPath(path));
    let recorded = 0;
    for (const path of record.files.keys()) if (isHeaderPath(path)) recorded++;
    this.headersStand =
      headers.length === recorded && headers.every(({ path }) => this.fileRecord(path) !== undefined);
    this.includesStand =
      this.headersStand &&
      files.length === record.files.size &&
      files.every(({ path }) => record.files.has(path));
  }

  /** What was recorded of a file that has not changed. */
  fileRecord(path: string): FileRecord | undefined {
    const record = this.record.files.get(path);
    return record && record.kind !== 'unread' && this.known.isUnchanged(path) ? record : undefined;
  }

  /**
   * Says with what source files are read from now on.
   * @param mark the vocabulary before the headers put anything in.
   */
  beginSources(vocabulary: Vocabulary, mark: VocabularyMark, inConditions: ReadonlySet<number>): void {
    const { headers } = this.record;
    if (this.headersStand) return;
    const changed = new Set<number>();
    const before = new Map(headers.added.map(({ name, flags }) => [name, flags]));
    for (const { name, flags } of vocabulary.addedSince(mark)) {
      if (before.get(name) !== flags) changed.add(hashName(name));
      before.delete(name);
    }
    for (const name of before.keys()) changed.add(hashName(name));
    this.names = changed;
    this.changedNames = withDifferences(changed, headers.inConditions, inConditions);
  }

  /** Says with what headers are read from now on. */
  beginHeaders(inConditions: ReadonlySet<number>): void {
    this.changedNames = withDifferences(this.names, this.record.inConditions, inConditions);
  }
}

function withDifferences(
  names: ReadonlySet<number>,
  before: ReadonlySet<number>,
  now: ReadonlySet<number>,
): ReadonlySet<number> {
  const changed = new Set(names);
  for (const hash of before) if (!now.has(hash)) changed.add(hash);
  for (const hash of now) if (!before.has(hash)) changed.add(hash);
  return changed;
}
