/**
 * What is known of a program at one moment: the facts of its files, the index over them, and the vocabulary that
 * they were read with.
 */
import { readFacts } from '../c/readFacts.js';
import { addNamesOf, type HeaderSummary, readHeader } from '../c/readHeader.js';
import type { SyntaxEngine } from '../engine/engine.js';
import type { FileFacts } from '../facts/fileFacts.js';
import type { Vocabulary } from '../facts/vocabulary.js';
import { messageOf } from '../index/fileMessage.js';
import { isHeaderPath, ProgramIndex } from '../index/programIndex.js';
import type { OperationsFacts } from '../operations/operationsFacts.js';
import { operationsUses } from '../operations/operationsUses.js';
import type { BuildFileFacts } from '../probes/buildFileFacts.js';
import { sourceLanguage } from '../scan/language.js';
import { withSeenMacrosOnly } from '../scan/seenMacros.js';
import type { SuppressionComment } from '../suppressions/suppressionComment.js';
import { suppressionsIn } from '../suppressions/suppressionsIn.js';
import type { Catalogue } from '../uses/catalogue.js';
import { type FileUses, UseFinder } from '../uses/findUses.js';
import { NameHashes } from './nameHashes.js';
import { RegionMemory } from './regionMemory.js';

interface LiveFile {
  readonly facts: FileFacts;
  readonly regions: RegionMemory;
  readonly suppressions: readonly SuppressionComment[];
  /** What the file says to others; a change of it changes their uses. */
  readonly message: string;
  found: (FileUses & { readonly revision: number }) | undefined;
}

export class ProgramState {
  readonly index = new ProgramIndex();
  readonly files = new Map<string, LiveFile>();
  /** Files by which the program is run and looked after. */
  readonly operations = new Map<string, OperationsFacts>();
  /** Bytes of the build files that were read. */
  readonly buildSizes = new Map<string, number>();
  /** Names that conditions ask for, by hash. */
  switches = new Set<number>();
  /** All macros that headers define, by hash. */
  readonly defined = new NameHashes();
  /** Whether an edit of a header widened the vocabulary after other files were read with it. */
  isWidened = false;
  /** What each header's macros add to the vocabulary. */
  private readonly headers = new Map<string, string>();
  /** Raised when what files say to each other changes: then the uses of any file may be others. */
  revision = 0;
  private readonly operationsUses = new WeakMap<OperationsFacts, FileUses>();
  private readonly readings = new Map<string, number>();
  private finder: UseFinder;
  private findsAt = 0;

  constructor(
    readonly vocabulary: Vocabulary,
    private readonly catalogue: Catalogue,
  ) {
    this.finder = new UseFinder(this.index, catalogue);
  }

  /** Takes in what a header says of its macros, as it was read with this vocabulary. */
  setHeader(path: string, summary: HeaderSummary): void {
    this.headers.set(path, macrosText(summary));
    this.defined.add(summary.defined);
  }

  /**
   * Reads a file again. Returns whether the answer hangs on more than this file: its macros changed what is to be
   * looked for, or its conditions ask for a macro of which the headers' value was not kept.
   * @param engine `unavailable` if it could not be made: what only a tree can tell is then left out.
   */
  read(path: string, bytes: Uint8Array, length: number, engine: SyntaxEngine | 'unavailable'): boolean {
    const { index, vocabulary } = this;
    const cplusplus = sourceLanguage(path)?.cplusplus ?? false;
    let isStale = false;
    if (isHeaderPath(path)) {
      const summary = readHeader(bytes, length, cplusplus, vocabulary);
      if (summary.fresh.length > 0) this.isWidened = true;
      isStale = this.isWidened || this.headers.get(path) !== macrosText(summary);
      this.setHeader(path, summary);
      index.announce(path, summary.includes, summary.macros);
    }
    const { facts, doubtful } = readFacts(path, bytes, length, cplusplus, vocabulary);
    const before = this.files.get(path);
    const regions = before?.regions ?? new RegionMemory();
    if (doubtful.length > 0) {
      const rejected =
        engine === 'unavailable'
          ? new Set(doubtful.flatMap((region) => region.occurrences))
          : regions.rejected(bytes, doubtful, cplusplus ? 'cpp' : 'c', engine);
      facts.occurrences = facts.occurrences.filter((occurrence) => !rejected.has(occurrence));
    }
    index.add(facts, before?.facts);
    const message = messageOf(facts);
    if (message !== before?.message) this.revision++;
    const suppressions = suppressionsIn(bytes, length);
    this.files.set(path, { facts, regions, suppressions, message, found: undefined });
    return this.asksForMore(facts) || isStale;
  }

  /** Takes in what a build file of so many bytes says. */
  putBuildFile(path: string, facts: BuildFileFacts, bytes: number): void {
    const { probes } = this.index;
    this.buildSizes.set(path, bytes);
    if (JSON.stringify(probes.factsOf(path)) === JSON.stringify(facts)) return;
    probes.put(path, facts);
    this.revision++;
  }

  removeBuildFile(path: string): void {
    if (this.index.probes.factsOf(path) === undefined) return;
    this.index.probes.remove(path);
    this.buildSizes.delete(path);
    this.revision++;
  }

  /** Says that a reading of a file begins. Returns its number. */
  beginReading(path: string): number {
    const number = (this.readings.get(path) ?? 0) + 1;
    this.readings.set(path, number);
    return number;
  }

  /** Whether no later reading of the file has begun: what comes late must not take the place of what is newer. */
  isNewestReading(path: string, number: number): boolean {
    return this.readings.get(path) === number;
  }

  /** Frees what waits for the next edit of a file. */
  rest(path: string): void {
    this.files.get(path)?.regions.rest();
  }

  /** Frees what this state holds and the next one does not. */
  leaveTo(next: ProgramState): void {
    for (const [path, { regions }] of this.files) {
      if (next.files.get(path)?.regions !== regions) regions.rest();
    }
  }

  /** Takes over a file that did not change, read with an equal vocabulary. */
  adopt(path: string, file: LiveFile): void {
    this.index.add(file.facts);
    // Headers are read behind it: what its conditions ask for is kept of them.
    this.asksForMore(file.facts);
    this.files.set(path, { ...file, found: undefined });
    this.revision++;
  }

  usesOf(path: string): FileUses {
    const file = this.files.get(path);
    if (!file) return this.usesOfOperations(path);
    if (file.found?.revision !== this.revision) {
      const { index, catalogue, vocabulary, revision } = this;
      const { facts } = withSeenMacrosOnly(
        { facts: { ...file.facts, occurrences: [...file.facts.occurrences] }, doubtful: [] },
        vocabulary,
        index,
      );
      if (this.findsAt !== revision) this.finder = new UseFinder(index, catalogue);
      this.findsAt = revision;
      const { uses, counted } = this.finder.usesOf(facts);
      file.found = { revision, uses, counted: [...counted] };
    }
    return file.found;
  }

  /** The same list as long as the file is the same. */
  private usesOfOperations(path: string): FileUses {
    const file = this.operations.get(path);
    if (!file) return NO_USES;
    let uses = this.operationsUses.get(file);
    if (!uses) {
      uses = { uses: operationsUses(file, this.catalogue), counted: [] };
      this.operationsUses.set(file, uses);
    }
    return uses;
  }

  /** Whether a condition asks for a macro that some header defines and whose value was not kept. */
  private asksForMore({ conditions }: FileFacts): boolean {
    const names = new Set<number>();
    for (const { terms } of conditions) for (const { expression } of terms) addNamesOf(expression, names);
    let asks = false;
    for (const hash of names) {
      if (this.switches.has(hash)) continue;
      this.switches.add(hash);
      asks ||= this.defined.has(hash);
    }
    return asks;
  }
}

const NO_USES: FileUses = { uses: [], counted: [] };

function macrosText({ macros }: HeaderSummary): string {
  return macros.map(({ name, flags, body }) => `${name} ${flags} ${body.join(' ')}`).join('\n');
}
