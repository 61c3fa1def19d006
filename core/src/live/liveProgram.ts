/**
 * A program that is kept up to date while its files are edited. Once it has settled, its answers are those of a scan
 * of the same texts from scratch.
 *
 * An edit of one file is read at once. Where it changes what has to be looked for in other files (a macro of a header
 * that leads to a function), the program asks to be loaded again; until that is done, other files are answered from
 * what was known before.
 */
import type { Grammar, SyntaxEngine } from '../engine/engine.js';
import type { Vocabulary } from '../facts/vocabulary.js';
import { isHeaderPath, type ProgramIndex } from '../index/programIndex.js';
import type { RelatedPlace } from '../messages/relatedPlaces.js';
import { operationChain } from '../operations/operationChain.js';
import { mayBeOperations } from '../operations/operationsFile.js';
import { isBuildFile } from '../probes/buildFile.js';
import { sourceLanguage } from '../scan/language.js';
import { buildFileFacts } from '../scan/readBuildFiles.js';
import { readHeaders } from '../scan/readHeaders.js';
import { operationsFileRead } from '../scan/readOperationsFiles.js';
import { readText } from '../scan/readText.js';
import type { SuppressionComment } from '../suppressions/suppressionComment.js';
import type { Catalogue } from '../uses/catalogue.js';
import type { FileUses } from '../uses/findUses.js';
import type { Use } from '../uses/use.js';
import type { Skipped, Workspace, WorkspaceFile } from '../workspace.js';
import { ProgramState } from './programState.js';

export interface LiveProgramOptions {
  /** Gives the newest text of a file, saved or not. */
  readonly workspace: Workspace;
  /** Makes a vocabulary of what is known, with nothing of the program in it. */
  readonly vocabulary: () => Vocabulary;
  readonly catalogue: Catalogue;
  /** Gives the parser when the first doubtful place is met. */
  readonly engine: (grammar: Grammar) => Promise<SyntaxEngine>;
  /** Told once if the parser cannot be made; places that need it are then left out. */
  readonly engineFailed: (error: unknown, grammar: Grammar) => void;
}

export interface LoadOptions {
  /** Told now and then: files done and files in all. */
  readonly progress?: (done: number, total: number) => void;
  /** Asked between files; true ends the loading and leaves everything as it was. */
  readonly cancelled?: () => boolean;
  /** Called between files: lets the host do something else. */
  readonly pause?: () => Promise<void>;
}

export class LiveProgram {
  /** Files that were not read, or in part, after loading. */
  skipped: readonly Skipped[] = [];
  /** Whether an edit changed more than its own file: `load` brings the others up to date. */
  needsLoad = true;
  private state: ProgramState;
  private loads = 0;
  private problems = new Map<string, string>();
  /** Files that changed since their facts were taken into `state`, while a load is under way. */
  private changed = new Set<string>();
  private readonly engines = new Map<Grammar, Promise<SyntaxEngine | 'unavailable'>>();

  constructor(private readonly options: LiveProgramOptions) {
    this.state = new ProgramState(options.vocabulary(), options.catalogue);
  }

  get index(): ProgramIndex {
    return this.state.index;
  }

  /** Paths of all source files that were read, sorted. */
  get paths(): string[] {
    return [...this.state.files.keys()].sort();
  }

  /** Paths of all operations files that were read, sorted. */
  get operationsPaths(): string[] {
    return [...this.state.operations.keys()].sort();
  }

  /** What a place of an operations file runs in the program. */
  chainOf(use: Use): RelatedPlace[] {
    const files = [...this.state.operations.values()];
    return operationChain(use, files, this.index.programFiles());
  }

  /** Whether a file was read, source or not. */
  has(path: string): boolean {
    const { files, operations, index } = this.state;
    return files.has(path) || operations.has(path) || index.probes.factsOf(path) !== undefined;
  }

  /** Size of files together, in bytes. */
  bytesOf(paths: readonly string[]): number {
    return paths.reduce((sum, path) => sum + (this.state.files.get(path)?.facts.byteLength ?? 0), 0);
  }

  /** How many build files were read, and their size in bytes. */
  get buildFiles(): { readonly buildFilesScanned: number; readonly buildBytesScanned: number } {
    const sizes = [...this.state.buildSizes.values()];
    return {
      buildFilesScanned: sizes.length,
      buildBytesScanned: sizes.reduce((sum, size) => sum + size, 0),
    };
  }

  /** Files that were read in part, and why. */
  get partlyRead(): Skipped[] {
    return this.paths.flatMap((path) => {
      const problem = this.state.files.get(path)?.facts.problems[0];
      return problem ? [{ path, reason: `line ${problem.line + 1}: ${problem.message}` }] : [];
    });
  }

  /** Another number whenever what files say to each other has changed: then the uses of any file may be others. */
  get revision(): number {
    return this.loads * 1e9 + this.state.revision;
  }

  /** Whether conditions of the program ask for a macro, by the hash of its name. */
  isAsked(hash: number): boolean {
    return this.state.vocabulary.isSwitch(hash);
  }

  /** Says which files a build compiles or includes; undefined where none is known. Until the next load. */
  setBuilt(isBuilt: ((path: string) => boolean) | undefined): void {
    this.index.setBuilt(isBuilt);
    this.state.revision++;
  }

  /** Suppressions that stand in a file. */
  suppressionsOf(path: string): readonly SuppressionComment[] {
    return this.state.files.get(path)?.suppressions ?? [];
  }

  /** Uses of a file, by what is known now. */
  usesOf(path: string): FileUses {
    return this.state.usesOf(path);
  }

  /** Reads a file again after an edit. Resolves when its uses are up to date. */
  async change(path: string): Promise<void> {
    this.changed.add(path);
    if (await this.readAnew(this.state, path)) this.needsLoad = true;
  }

  /** Says that the next load has to read a file again, or for the first time. */
  expect(path: string): void {
    this.changed.add(path);
    this.needsLoad = true;
  }

  /** Says that a file is not edited any more. */
  rest(path: string): void {
    this.state.rest(path);
  }

  /** Takes a file out. What others included of it may still be counted until the next load. */
  remove(path: string): void {
    this.changed.add(path);
    this.state.rest(path);
    this.state.index.remove(path);
    this.state.removeBuildFile(path);
    this.state.operations.delete(path);
    this.state.files.delete(path);
    this.needsLoad = true;
  }

  /**
   * Brings all files up to date; files that did not change are read again only if what is looked for did.
   * @returns whether it was done, false if it was cancelled. What was known stays then, and if it fails.
   */
  async load(options: LoadOptions = {}): Promise<boolean> {
    const changedBefore = this.changed;
    this.changed = new Set();
    this.needsLoad = false;
    let isDone = false;
    try {
      isDone = await this.loadState(options, changedBefore);
    } finally {
      if (!isDone) {
        for (const path of changedBefore) this.changed.add(path);
        this.needsLoad = true;
      }
    }
    return isDone;
  }

  private async loadState(options: LoadOptions, changedBefore: ReadonlySet<string>): Promise<boolean> {
    const { workspace, vocabulary, catalogue } = this.options;
    const before = this.state;
    const { files: listed, skipped } = await workspace.list();
    const files = listed.filter(({ path }) => sourceLanguage(path) !== undefined);
    if (options.cancelled?.()) return false;
    const next = new ProgramState(vocabulary(), catalogue);
    next.index.expect(files.map(({ path }) => path));
    const { inConditions } = await readHeaders(workspace, files, next.index, {
      ...options,
      vocabulary: next.vocabulary,
      onHeader: (path, summary) => next.setHeader(path, summary),
    });
    if (options.cancelled?.()) return false;
    next.switches = inConditions;
    next.vocabulary.keepOnlySwitches(next.switches);
    const isSameSearch = !before.isWidened && next.vocabulary.equals(before.vocabulary);
    const problems = new Map(skipped.map(({ path, reason }) => [path, reason]));
    this.problems = problems;
    // Headers come last: by then it is known which of their switches conditions ask for.
    const ordered = [
      ...files.filter(({ path }) => !isHeaderPath(path)),
      ...files.filter(({ path }) => isHeaderPath(path)),
    ];
    for (let i = 0; i < ordered.length; i++) {
      if (options.cancelled?.()) return false;
      if (i % 64 === 0) options.progress?.(i, ordered.length);
      await options.pause?.();
      const file = ordered[i];
      const known = before.files.get(file.path);
      const isKept = isSameSearch && known && !changedBefore.has(file.path) && !isHeaderPath(file.path);
      if (isKept) next.adopt(file.path, known);
      else await this.readInto(next, file);
    }
    for (const file of listed.filter(({ path }) => isBuildFile(path))) {
      if (options.cancelled?.()) return false;
      await options.pause?.();
      const known = changedBefore.has(file.path) ? undefined : before.index.probes.factsOf(file.path);
      if (known) next.putBuildFile(file.path, known, before.buildSizes.get(file.path) ?? 0);
      else await this.readBuildFile(next, file);
    }
    for (const file of listed.filter(({ path }) => mayBeOperations(path))) {
      if (options.cancelled?.()) return false;
      await options.pause?.();
      const known = changedBefore.has(file.path) ? undefined : before.operations.get(file.path);
      if (known) next.operations.set(file.path, known);
      else await this.readOperationsFile(next, file);
    }
    before.leaveTo(next);
    this.state = next;
    this.loads++;
    // What was edited meanwhile was read into the state that is now gone.
    for (const path of this.changed) {
      if (before.files.has(path) || !isSource(path)) {
        if (await this.readAnew(next, path)) this.needsLoad = true;
      }
    }
    this.changed = new Set();
    this.skipped = [...this.problems].map(([path, reason]) => ({ path, reason }));
    return true;
  }

  /** Reads a file as all that it is. Returns whether the answers of others hang on it. */
  private async readAnew(state: ProgramState, path: string): Promise<boolean> {
    if (isSource(path)) return this.readInto(state, { path });
    if (isBuildFile(path)) await this.readBuildFile(state, { path });
    if (mayBeOperations(path)) await this.readOperationsFile(state, { path });
    return false;
  }

  private async readInto(state: ProgramState, file: WorkspaceFile): Promise<boolean> {
    const reading = state.beginReading(file.path);
    const engine = await this.engineFor(file.path);
    const content = await readText(this.options.workspace, file);
    if (!state.isNewestReading(file.path, reading)) return false;
    if ('problem' in content) {
      this.problems.set(file.path, content.problem);
      state.index.remove(file.path);
      state.rest(file.path);
      return state.files.delete(file.path);
    }
    this.problems.delete(file.path);
    return state.read(file.path, content.bytes, content.length, engine);
  }

  private async readBuildFile(state: ProgramState, file: WorkspaceFile): Promise<void> {
    const reading = state.beginReading(file.path);
    const read = await buildFileFacts(this.options.workspace, file);
    if (!state.isNewestReading(file.path, reading)) return;
    if (!read) {
      this.problems.delete(file.path);
      state.removeBuildFile(file.path);
    } else if ('problem' in read) {
      this.problems.set(file.path, read.problem);
      state.removeBuildFile(file.path);
    } else {
      this.problems.delete(file.path);
      state.putBuildFile(file.path, read.facts, read.bytes);
    }
  }

  private async readOperationsFile(state: ProgramState, file: WorkspaceFile): Promise<void> {
    const { workspace, catalogue } = this.options;
    // A Makefile is read as a build file, too.
    const key = `${file.path}\0operations`;
    const reading = state.beginReading(key);
    const read = await operationsFileRead(workspace, file, {
      catalogue,
      engine: async (grammar) => {
        const engine = await this.engineOf(grammar);
        return engine === 'unavailable' ? undefined : engine;
      },
    });
    if (!state.isNewestReading(key, reading)) return;
    if (!read || 'problem' in read) state.operations.delete(file.path);
    else state.operations.set(file.path, read);
    if (isBuildFile(file.path)) return; // what keeps it from being read was told
    if (read && 'problem' in read) this.problems.set(file.path, read.problem);
    else this.problems.delete(file.path);
  }

  private engineFor(path: string): Promise<SyntaxEngine | 'unavailable'> {
    return this.engineOf(sourceLanguage(path)?.cplusplus ? 'cpp' : 'c');
  }

  private engineOf(grammar: Grammar): Promise<SyntaxEngine | 'unavailable'> {
    let engine = this.engines.get(grammar);
    if (!engine) {
      engine = this.options.engine(grammar).catch((error: unknown) => {
        this.options.engineFailed(error, grammar);
        return 'unavailable' as const;
      });
      this.engines.set(grammar, engine);
    }
    return engine;
  }
}

function isSource(path: string): boolean {
  return sourceLanguage(path) !== undefined;
}
