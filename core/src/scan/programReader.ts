/**
 * Reads the files of one program, or takes up what is known of them, and tells the index what they say.
 */
import { readFacts } from '../c/readFacts.js';
import { addNamesOf, readHeader } from '../c/readHeader.js';
import { FactTables } from '../facts/factTables.js';
import type { ToldFacts } from '../facts/fileFacts.js';
import { PackedFacts } from '../facts/packedFacts.js';
import type { KnownFile } from '../facts/readFile.js';
import { messageOf } from '../index/fileMessage.js';
import { isHeaderPath, ProgramIndex } from '../index/programIndex.js';
import { HeaderRecord } from '../record/headerRecord.js';
import { type FileRecord, type IdleUnless, type ProgramRecord, UNREAD } from '../record/programRecord.js';
import type { SuppressionComment } from '../suppressions/suppressionComment.js';
import { suppressionsIn } from '../suppressions/suppressionsIn.js';
import type { FileBytes, Skipped, Workspace, WorkspaceFile } from '../workspace.js';
import { addConditionNames, addIncludeNames } from './conditionNames.js';
import { confirmedFacts } from './confirmedFacts.js';
import { sourceLanguage } from './language.js';
import { MacroHeaders } from './macroHeaders.js';
import { mentionsAny } from './mentions.js';
import { readHeaders } from './readHeaders.js';
import { readText } from './readText.js';
import { Recall } from './recall.js';
import type { ScanOptions } from './scanWorkspace.js';
import { seesAny, withSeenMacrosOnly } from './seenMacros.js';

export class ProgramReader {
  readonly index = new ProgramIndex();
  readonly facts: PackedFacts;
  readonly suppressions = new Map<string, readonly SuppressionComment[]>();
  readonly skipped: Skipped[] = [];
  readonly problems: Skipped[] = [];
  filesScanned = 0;
  bytesScanned = 0;
  private readonly recall: Recall | undefined;
  private readonly tables: FactTables;
  private headers: HeaderRecord;
  private macroHeaders = new MacroHeaders();
  private readonly records = new Map<string, FileRecord>();
  /** Hashes of the names that conditions ask for, as far as files were read. */
  private readonly inConditions = new Set<number>();
  /** Whether all files say to each other what they said when they were recorded. */
  private saysTheSame: boolean;
  private inAllConditions: ReadonlySet<number> = this.inConditions;

  constructor(
    private readonly workspace: Workspace,
    files: readonly WorkspaceFile[],
    private readonly options: ScanOptions,
  ) {
    this.recall = options.known && new Recall(options.known, files);
    this.saysTheSame = this.recall?.includesStand ?? false;
    const { log, tables = new FactTables() } = this.recall?.record ?? {};
    this.tables = tables;
    // The facts outlive the reader: they must not hold it.
    const { inConditions } = this;
    this.facts = new PackedFacts(({ expression }) => addNamesOf(expression, inConditions), log, tables);
    this.headers = new HeaderRecord(tables);
    this.index.expect(files.map((file) => file.path));
    if (options.isRecorded) for (const { path } of files) this.records.set(path, UNREAD);
  }

  /** Puts the macros of the headers into the vocabulary; then source files may be read. */
  async beginSources(files: readonly WorkspaceFile[]): Promise<void> {
    const { vocabulary, isRecorded } = this.options;
    const mark = vocabulary.mark();
    if (this.recall?.headersStand) {
      this.headers = this.recall.record.headers;
      this.headers.tell(vocabulary, this.index);
    } else {
      const { inConditions, macroHeaders } = await readHeaders(this.workspace, files, this.index, {
        ...this.options,
        ...(isRecorded && { onHeader: (path, summary) => this.headers.announce(path, summary) }),
      });
      this.macroHeaders = macroHeaders;
      this.headers.inConditions = inConditions;
      if (isRecorded) this.headers.added = vocabulary.addedSince(mark);
      this.recall?.beginSources(vocabulary, mark, inConditions);
    }
    for (const hash of this.headers.inConditions) this.inConditions.add(hash);
    vocabulary.keepOnlySwitches(this.headers.inConditions);
  }

  /**
   * Says that all source files were read: it is known which switches of headers conditions ask for. Of files that are
   * read elsewhere that is not known; then all that they may ask for counts, until the shares are put together.
   */
  async beginHeaders(sources: readonly WorkspaceFile[]): Promise<void> {
    const inConditions = new Set(this.inConditions);
    for (const file of sources) {
      if (this.isShare(file.path)) continue;
      const content = await readText(this.workspace, file);
      if (!('problem' in content)) addConditionNames(content.bytes, content.length, inConditions);
    }
    this.inAllConditions = inConditions;
    this.options.vocabulary.keepOnlySwitches(inConditions);
    this.recall?.beginHeaders(inConditions);
  }

  /** Reads one file, or takes up what is known of it. */
  async file(file: WorkspaceFile): Promise<void> {
    const { path } = file;
    if (!this.isShare(path)) return;
    const idle = this.macroHeaders.lengthOfIdle(path, this.options.vocabulary);
    if (idle !== undefined) {
      this.takeIdle(path, idle);
      return;
    }
    const before = this.recall?.fileRecord(path);
    const mayHaveChanged = this.recall !== undefined && this.recall.changedNames.size > 0;
    if (before && !mayHaveChanged && this.recallFile(path, before)) return;
    const content = await readText(this.workspace, file);
    if ('problem' in content) {
      this.refuse(path, content.problem, content.isBinary);
      return;
    }
    if (before && mayHaveChanged && !this.mentionsChanged(content) && this.recallFile(path, before)) return;
    if (before && this.isIdleNow(path, content)) return;
    await this.read(path, content);
  }

  /** Tells whether a file and all that others say to it are as they were recorded. It does not hold the reader. */
  standing(): (path: string) => boolean {
    const { records, saysTheSame } = this;
    const before = this.recall?.record.files;
    if (!saysTheSame || !before) return () => false;
    return (path) => before.get(path) !== undefined && records.get(path) === before.get(path);
  }

  /** Tells by the hash of its name whether a condition asks for a macro. It does not hold the reader. */
  isAsked(): (hash: number) => boolean {
    const { inAllConditions } = this;
    return (hash) => inAllConditions.has(hash);
  }

  record(): ProgramRecord {
    return {
      headers: this.headers,
      inConditions: this.inAllConditions,
      files: this.records,
      log: this.facts.log,
      tables: this.tables,
    };
  }

  /** Takes up what was recorded of a file; returns whether it stands. */
  private recallFile(path: string, record: FileRecord): boolean {
    if (record.kind === 'unread') return false;
    if (record.kind === 'idle') {
      // Where headers were read anew, they have told what is idle.
      if (!this.recall?.headersStand) return false;
      this.takeIdle(path, record.length);
      return true;
    }
    if (record.kind === 'refused') {
      this.refuse(path, record.reason, true);
      return true;
    }
    const { vocabulary } = this.options;
    const known = this.facts.known(path, record.start);
    const { facts, unseen } = known.file;
    this.index.add(facts);
    addIncludeNames(facts, this.inConditions);
    if (!this.recall?.includesStand && seesAny(unseen, facts, vocabulary, this.index)) return false;
    this.facts.take(path, record.start, known);
    this.tell(known.file);
    this.note(path, record);
    return true;
  }

  private isShare(path: string): boolean {
    return this.options.share?.has(path) ?? true;
  }

  private mentionsChanged({ bytes, length }: FileBytes): boolean {
    return mentionsAny(bytes, length, this.recall?.changedNames ?? new Set());
  }

  /** Of a header that did not change while the names did that are looked for. */
  private isIdleNow(path: string, { bytes, length }: FileBytes): boolean {
    if (!isHeaderPath(path) || !this.recall?.headersStand) return false;
    const { vocabulary } = this.options;
    const summary = readHeader(bytes, length, isCPlusPlus(path), vocabulary);
    this.macroHeaders.set(path, length, summary.isIdle ? summary.defined : undefined);
    const idle = this.macroHeaders.lengthOfIdle(path, vocabulary);
    if (idle === undefined) return false;
    this.takeIdle(path, idle);
    return true;
  }

  private async read(path: string, { bytes, length }: FileBytes): Promise<void> {
    const { vocabulary, catalogue, engine, isRecorded = false } = this.options;
    const suppressions = suppressionsIn(bytes, length);
    const cplusplus = isCPlusPlus(path);
    const read = readFacts(path, bytes, length, cplusplus, vocabulary);
    this.index.add(read.facts);
    addIncludeNames(read.facts, this.inConditions);
    this.saysTheSame &&= this.saidBefore(read.facts);
    const seen = withSeenMacrosOnly(read, vocabulary, this.index);
    const facts = await confirmedFacts(seen, bytes, cplusplus, engine);
    const uses = facts.includes.filter((include) => catalogue.header(include.header) !== undefined);
    const file = { facts, uses, unseen: seen.unseen, suppressions };
    const start = this.facts.add(file, isRecorded);
    this.tell(file);
    const end = this.facts.log.length;
    this.note(path, { kind: 'read', start, end, idleUnless: this.idleUnless(path) });
  }

  private saidBefore(facts: ToldFacts): boolean {
    const before = this.recall?.record.files.get(facts.path);
    if (before?.kind !== 'read') return false;
    return messageOf(this.facts.known(facts.path, before.start).file.facts) === messageOf(facts);
  }

  private idleUnless(path: string): IdleUnless {
    return this.options.isRecorded ? this.macroHeaders.askedFor(path, this.options.vocabulary) : undefined;
  }

  /** Takes what a file says into the summary of the scan. */
  private tell({ facts, suppressions }: KnownFile): void {
    this.filesScanned++;
    this.bytesScanned += facts.byteLength;
    if (suppressions.length > 0) this.suppressions.set(facts.path, suppressions);
    for (const { line, message } of facts.problems) {
      this.problems.push({ path: facts.path, reason: `line ${line + 1}: ${message}` });
    }
  }

  private takeIdle(path: string, length: number): void {
    this.saysTheSame &&= this.recall?.record.files.get(path)?.kind === 'idle';
    this.filesScanned++;
    this.bytesScanned += length;
    this.note(path, { kind: 'idle', length });
  }

  private refuse(path: string, reason: string, isBinary: boolean): void {
    this.skipped.push({ path, reason });
    const before = this.recall?.record.files.get(path)?.kind;
    this.saysTheSame &&= before === 'refused' || before === 'unread';
    this.note(path, isBinary ? { kind: 'refused', reason } : UNREAD);
  }

  private note(path: string, record: FileRecord): void {
    if (this.options.isRecorded) this.records.set(path, record);
  }
}

function isCPlusPlus(path: string): boolean {
  return sourceLanguage(path)?.cplusplus ?? false;
}
