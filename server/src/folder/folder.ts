/**
 * One folder of the workspace: its program, its settings, and the gaps of its files.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Grammar } from '#core/engine/engine.js';
import { GapFinder } from '#core/gaps/findGaps.js';
import type { Gap } from '#core/gaps/gap.js';
import { judgementOf, type TargetJudgement } from '#core/gaps/targetGap.js';
import type { TargetSpec } from '#core/knowledge/targetSpec.js';
import { LiveProgram, type LoadOptions } from '#core/live/liveProgram.js';
import type { RelatedPlace } from '#core/messages/relatedPlaces.js';
import { decidingReasons, type StandingReasons } from '#core/messages/standingText.js';
import { mayBeOperations } from '#core/operations/operationsFile.js';
import { isBuildFile } from '#core/probes/buildFile.js';
import { type FolderSettings, folderSettings } from '#core/project/folderSettings.js';
import { NO_SETTINGS, PROJECT_FILE, type ProjectSuppression } from '#core/project/projectSettings.js';
import { type ProjectReading, readProjectFile } from '#core/project/readProjectFile.js';
import { ToldGaps } from '#core/project/toldGaps.js';
import { type BuildSummary, nameOf, type Report, ReportMaker } from '#core/report/report.js';
import { sourceLanguage } from '#core/scan/language.js';
import type { SuppressionResult } from '#core/suppressions/applySuppressions.js';
import { vocabularyOf } from '#core/uses/knownNames.js';
import type { Use } from '#core/uses/use.js';
import type { Skipped } from '#core/workspace.js';
import type { Files } from '../host.js';
import type { Settings } from '../protocol.js';
import type { Services } from '../services.js';
import { FolderBuild } from './folderBuild.js';
import type { FolderUri } from './folderUri.js';
import { FolderWorkspace } from './folderWorkspace.js';

/** Gaps of a file by what is known now. */
export interface FileGaps extends SuppressionResult {
  readonly uses: readonly Use[];
}

export interface FolderOptions {
  readonly folder: FolderUri;
  readonly services: Services;
  readonly files: Files;
  readonly settings: Settings;
  /** False for files that belong to no folder of the workspace. */
  readonly isListed: boolean;
  /** Told of a file that brings a defect to light. */
  readonly failed: (path: string, error: unknown) => void;
  /** Told what of a build cannot be used. */
  readonly buildProblem: (line: string) => void;
  /** Told once if the parser cannot be made. */
  readonly engineFailed: (error: unknown, grammar: Grammar) => void;
}

export class Folder {
  readonly uri: FolderUri;
  settings: FolderSettings;
  /** What `unigap.json` says, and what is wrong in it. */
  project: ProjectReading = NO_PROJECT;
  /** Text of `unigap.json`; undefined if there is none. */
  text: string | undefined;
  /** Why the last attempt to read the folder failed; undefined if it did not. */
  failure: string | undefined;
  /** Whether all files were read at least once. */
  isLoaded = false;
  /** Paths, with a slash at their end, of other folders of the workspace that are inside of this one. */
  innerPaths: readonly string[] = [];
  private readonly workspace: FolderWorkspace;
  private readonly program: LiveProgram;
  /** Files that bring a defect to light, and what it is. */
  private readonly failures = new Map<string, string>();
  private readonly build: FolderBuild;
  private judgements: readonly TargetJudgement[] = [];
  private judgedAt = -1;
  private toldGaps: ToldGaps;
  private results = new Map<string, { readonly uses: readonly Use[]; readonly gaps: FileGaps }>();

  constructor(private readonly options: FolderOptions) {
    const { services, files, settings, isListed, engineFailed } = options;
    const { knowledge, catalogue, engine } = services;
    this.uri = options.folder;
    this.settings = folderSettings(settings, NO_SETTINGS, knowledge);
    this.toldGaps = new ToldGaps(this.settings, knowledge);
    this.workspace = new FolderWorkspace(this.uri, files, isListed, () => this.settings.exclude);
    this.build = new FolderBuild(this.uri, isListed ? files : undefined, options.buildProblem);
    this.program = new LiveProgram({
      workspace: this.workspace,
      catalogue,
      engine,
      engineFailed,
      // Targets with options are asked for what differs there, so a change of them makes another vocabulary.
      vocabulary: () => vocabularyOf(knowledge, catalogue, false, this.settings.targets),
    });
  }

  /** Whether files besides the edited ones have to be read again. */
  get needsLoad(): boolean {
    return this.program.needsLoad;
  }

  /** A number that changes whenever the gaps of any file may have changed for a reason outside of it. */
  get revision(): number {
    return this.program.revision;
  }

  /** Paths of the files of the folder that were read, sorted. What a folder inside of it has is left to that one. */
  get paths(): readonly string[] {
    return this.readPaths.filter((path) => this.isOwn(path));
  }

  /** What a place of an operations file runs in the program: the script, the program, its source. */
  chainOf(use: Use): RelatedPlace[] {
    return this.program.chainOf(use);
  }

  private get operationsPaths(): readonly string[] {
    return this.program.operationsPaths.filter((path) => this.workspace.isPart(path));
  }

  /** Paths of open documents. */
  get openPaths(): readonly string[] {
    return [...this.workspace.open.keys()];
  }

  openDocument(path: string): TextDocument | undefined {
    return this.workspace.open.get(path);
  }

  /** Takes in settings of the editor and the text of `unigap.json`, if there is one. */
  configure(settings: Settings, projectText: string | undefined): void {
    const { knowledge } = this.options.services;
    const before = this.settings;
    this.text = projectText;
    this.project = projectText === undefined ? NO_PROJECT : readProjectFile(projectText, knowledge);
    this.settings = folderSettings(settings, this.project.settings, knowledge);
    this.toldGaps = new ToldGaps(this.settings, knowledge);
    this.judgedAt = -1;
    if (
      this.settings.exclude.join('\n') !== before.exclude.join('\n') ||
      JSON.stringify(this.settings.build) !== JSON.stringify(before.build) ||
      optionsText(this.settings) !== optionsText(before)
    ) {
      this.program.needsLoad = true;
    }
  }

  /** Reads the newest text of `unigap.json`; undefined if there is none. */
  async projectText(): Promise<string | undefined> {
    const open = this.workspace.open.get(PROJECT_FILE);
    if (open) return open.getText();
    const content = await this.options.files.read(this.uri.uriOf(PROJECT_FILE));
    return 'problem' in content ? undefined : new TextDecoder().decode(content);
  }

  setOpen(path: string, document: TextDocument): void {
    this.workspace.open.set(path, document);
  }

  setClosed(path: string): void {
    this.workspace.open.delete(path);
  }

  /** Reads a file again. Resolves when its gaps are up to date. */
  async change(path: string): Promise<void> {
    if (!isRead(path)) return;
    const { program, workspace } = this;
    if (this.build.summary && !program.has(path)) this.expectBuild(); // it may be a generated header
    const before = this.includesOf(path);
    if (workspace.open.has(path)) {
      if (workspace.isUndecided(path)) program.needsLoad = true;
      await program.change(path);
    } else if (workspace.isPart(path)) {
      await program.change(path);
      program.rest(path);
    } else if (program.has(path)) program.remove(path);
    else program.expect(path); // the next listing says whether it is excluded
    if (this.includesOf(path) !== before) this.expectBuild();
  }

  /** Says that other files may be part of the folder now: the next load lists them. */
  expectListing(): void {
    this.program.needsLoad = true;
  }

  /**
   * Takes out what was deleted: files, and all that was below folders. Open documents stay.
   * @returns whether it was anything that the folder reads.
   */
  removeDeleted(deleted: ReadonlySet<string>): boolean {
    const { program, workspace } = this;
    const gone = [
      ...[...deleted].filter(isRead),
      ...program.paths.filter((path) => !workspace.open.has(path) && isBelow(path, deleted)),
    ];
    for (const path of gone) program.remove(path);
    return gone.length > 0;
  }

  /** Says of a file that is new, or of one that changed before the folder was read, that the next load reads it. */
  expectLoad(path: string): void {
    if (isRead(path)) this.program.expect(path);
  }

  remove(path: string): void {
    if (isRead(path)) this.program.remove(path);
  }

  /** Brings all files up to date. Returns whether it was done, false if it was cancelled. */
  async load(options: LoadOptions): Promise<boolean> {
    const isDone = await this.program.load(options);
    if (isDone) {
      const built = await this.build.follow(this.settings.build, this.program, options.pause);
      this.program.setBuilt(built);
      this.isLoaded = true;
    }
    return isDone;
  }

  /** Says that what a build left behind may be another one now: the next load reads it. */
  expectBuild(): void {
    this.program.needsLoad = true;
  }

  gapsOf(path: string): FileGaps {
    try {
      const gaps = this.foundGaps(path);
      this.failures.delete(path);
      return gaps;
    } catch (error) {
      // A defect that one file brings to light must not take the others along.
      if (!this.failures.has(path)) this.options.failed(path, error);
      this.failures.set(path, `not analyzed: ${(error as Error).message}`);
      return NO_GAPS;
    }
  }

  /** Whether a use of the folder is compiled for one of its targets, and the conditions that decide. */
  standingOf(use: Use, target: TargetSpec): StandingReasons {
    this.judge();
    const judgement = this.judgements.find((one) => one.target === target);
    if (!judgement) return { truth: 'undecided', sentences: [] };
    return decidingReasons(use, judgement, nameOf(target, this.options.services.knowledge));
  }

  private foundGaps(path: string): FileGaps {
    this.judge();
    const { uses } = this.program.usesOf(path);
    const known = this.results.get(path);
    // The program gives the same list as long as nothing has changed.
    if (known?.uses === uses) return known.gaps;
    const { knowledge } = this.options.services;
    const all: Gap[] = [];
    new GapFinder(this.judgements, knowledge).find(uses, all);
    const gaps = { uses, ...this.toldGaps.of(path, all, this.program.suppressionsOf(path)) };
    this.results.set(path, { uses, gaps });
    return gaps;
  }

  /** Suppressions of `unigap.json` that no gap of the folder needs. Goes through all files. */
  unusedSuppressions(): readonly ProjectSuppression[] {
    // A suppression for files of an inner folder is of use where this folder is scanned alone.
    const paths = [...this.readPaths, ...this.operationsPaths];
    const used = new Set(paths.flatMap((path) => [...this.gapsOf(path).used]));
    return this.settings.suppressions.filter((one) => !used.has(one));
  }

  /** Works out the gaps of all files in slices: what goes through all of them is quick afterwards. */
  async prepareGaps(pause: () => Promise<void>): Promise<void> {
    for (const path of [...this.readPaths, ...this.operationsPaths]) {
      await pause();
      this.gapsOf(path);
    }
  }

  /**
   * The report over all files, and how many of their gaps are suppressed.
   * @param pause called between files; what it throws ends the making.
   */
  async report(
    pause: () => Promise<void>,
  ): Promise<{ report: Report; suppressedGaps: number; build: BuildSummary | undefined }> {
    this.judge();
    const { knowledge } = this.options.services;
    const { program, settings, paths } = this;
    const told = new Map<Use, Gap>();
    let suppressedGaps = 0;
    const maker = new ReportMaker(program.index, knowledge, {
      targets: settings.targets,
      minSeverity: 'information',
      definesFor: settings.definesFor,
      buildFor: (target) => this.build.forTarget(target, this.settings),
      // What the folder suppresses does not count for the verdict either.
      told: (gaps) => gaps.flatMap((gap) => told.get(gap.use) ?? []),
    });
    const operations = this.operationsPaths.filter((path) => this.isOwn(path));
    for (const path of [...paths, ...operations]) {
      await pause();
      if (this.failures.has(path)) continue;
      const gaps = this.gapsOf(path);
      for (const gap of gaps.told) told.set(gap.use, gap);
      suppressedGaps += gaps.suppressed.length;
      maker.add(program.usesOf(path));
    }
    const report = maker.report({
      skipped: [
        ...this.failureOfAll(),
        ...program.skipped.filter((one) => this.isOwn(one.path)),
        ...this.failuresOfFiles(),
      ],
      problems: program.partlyRead.filter((one) => this.isOwn(one.path)),
      filesScanned: paths.length,
      operationsFilesScanned: operations.length,
      bytesScanned: program.bytesOf(paths),
      ...program.buildFiles,
    });
    return { report, suppressedGaps, build: this.build.summary };
  }

  /** What a file includes, as a text to compare; which headers the build's files see hangs on it. */
  private includesOf(path: string): string | undefined {
    return this.build.summary && JSON.stringify(this.program.index.includesOf(path));
  }

  private get readPaths(): readonly string[] {
    return this.program.paths.filter((path) => this.workspace.isPart(path));
  }

  private isOwn(path: string): boolean {
    return !this.innerPaths.some((inner) => path.startsWith(inner));
  }

  private failureOfAll(): Skipped[] {
    return this.failure === undefined ? [] : [{ path: '.', reason: this.failure }];
  }

  private failuresOfFiles(): Skipped[] {
    return [...this.failures].map(([path, reason]) => ({ path, reason }));
  }

  /** What is known of the conditions of the program changes with its macros. */
  private judge(): void {
    if (this.judgedAt === this.program.revision) return;
    const { knowledge } = this.options.services;
    this.judgedAt = this.program.revision;
    this.results = new Map();
    this.judgements = this.settings.targets.map((target) =>
      judgementOf(
        target,
        knowledge,
        this.program.index,
        this.settings.definesFor(target),
        this.build.forTarget(target, this.settings),
      ),
    );
  }
}

const NO_GAPS: FileGaps = { uses: [], told: [], suppressed: [], unused: [], used: new Set() };

const NO_PROJECT: ProjectReading = { settings: NO_SETTINGS, problems: [], isObject: true };

/** Source, a file that says what a build asks for, or one by which the program is run and looked after. */
function isRead(path: string): boolean {
  return sourceLanguage(path) !== undefined || isBuildFile(path) || mayBeOperations(path);
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (folders.has(path.slice(0, end))) return true;
  }
  return false;
}

function optionsText({ targets }: FolderSettings): string {
  return targets
    .filter(({ options }) => options.length > 0)
    .map((target) => JSON.stringify(target))
    .join();
}
