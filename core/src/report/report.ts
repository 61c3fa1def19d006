/**
 * The port-readiness report of a program: for each target a verdict, the figure and the gaps.
 */
import {
  hasUntoldUses,
  NO_BINARIES,
  type ProgramBinaries,
  type ReadBinaryFile,
} from '../binaries/programBinaries.js';
import type { ClaimAnswer } from '../essay/claimAnswer.js';
import { scorecard } from '../essay/scorecard.js';
import { callOf, GapFinder } from '../gaps/findGaps.js';
import type { Gap, TargetGap } from '../gaps/gap.js';
import { withGapsOfImports } from '../gaps/gapsOfImports.js';
import { isAtLeast, type Severity } from '../gaps/severity.js';
import type { TargetBuild } from '../gaps/targetBuild.js';
import { type BuildForTarget, judgementOf, type TargetJudgement } from '../gaps/targetGap.js';
import type { BuildMacros } from '../guards/sources/userDefines.js';
import type { ProgramIndex } from '../index/programIndex.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { formatTargetSpec, type TargetSpec } from '../knowledge/targetSpec.js';
import { binaryRemarks } from '../messages/binaryText.js';
import { type Operability, OperabilityMaker } from '../operability/operability.js';
import type { Hang } from '../options/hang.js';
import { HangFinder } from '../options/hangFinder.js';
import type { FileFindings } from '../record/findings.js';
import type { ReadSummary } from '../scan/readProgram.js';
import type { ScanResult } from '../scan/scanWorkspace.js';
import { ServerSources } from '../servers/serverSources.js';
import type { FileUses } from '../uses/findUses.js';
import type { Skipped } from '../workspace.js';
import { type Figure, FigureMaker } from './figure.js';
import { LeftOutFiles } from './leftOutFiles.js';
import { OwnServers, type OwnSettings } from './ownSettings.js';
import type { Situation } from './situation.js';
import { type TargetVerdict, type Verdict, verdictOf } from './verdict.js';

export interface TargetReport {
  readonly target: TargetSpec;
  /** As the user writes it: `osv@0.57`. */
  readonly text: string;
  readonly name: string;
  readonly verdict: TargetVerdict;
  readonly figure: Figure;
  /** What of it people can look into there. */
  readonly operability: Operability;
  /** Files with uses that are left out here, since their paths name other systems. */
  readonly leftOut: readonly string[];
  /** What of the binaries is not told by their imports, a sentence each. */
  readonly remarks: readonly string[];
  /** Of a program that is a known server: the settings that switch gaps off. */
  readonly settings: readonly OwnSettings[];
}

/** What is told of the build that conditions are decided by. */
export interface BuildSummary {
  /** Files that were followed: the compile database, or what a configure script wrote. */
  readonly files: readonly string[];
  /** Files of the program that it compiles or includes; undefined where nobody knows which it compiles. */
  readonly built: number | undefined;
}

export interface Report {
  readonly targets: readonly TargetReport[];
  /** Worst first, then by path and place. */
  readonly gaps: readonly Gap[];
  readonly binaries: readonly ReadBinaryFile[];
  readonly judgements: readonly TargetJudgement[];
  /** The claims of the essay that calls unikernels unfit for production, and what holds of each on a target. */
  scorecardOf(target: TargetReport): readonly ClaimAnswer[];
  /** On which options of the build it hangs whether a gap's place is compiled; undefined where it is certain. */
  hangOf(gap: Gap, target: TargetGap): Hang | undefined;
  readonly filesScanned: number;
  readonly bytesScanned: number;
  /** Files of build systems that were read for what conditions hang on; they are not among `filesScanned`. */
  readonly buildFilesScanned: number;
  readonly buildBytesScanned: number;
  /** Files by which the program is run and looked after. */
  readonly operationsFilesScanned: number;
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Skipped[];
}

export interface ReportOptions {
  readonly targets: readonly TargetSpec[];
  readonly minSeverity: Severity;
  /** What the user knows of the macros of builds for a target. */
  readonly definesFor: (target: TargetSpec) => BuildMacros;
  /** What a build tells, as a target may take it; undefined where no build is known. */
  readonly buildFor?: (target: TargetSpec) => BuildForTarget | undefined;
  /** Which gaps of a program the user wants to be told, and how; all of them if it is left out. */
  readonly told?: (gaps: readonly Gap[]) => readonly Gap[];
}

/** Makes a report of uses that are told file by file and not kept, but for those that are gaps. */
export class ReportMaker {
  private readonly judgements: readonly TargetJudgement[];
  private readonly finder: GapFinder;
  private readonly figures: FigureMaker;
  private readonly leftOut: LeftOutFiles;
  private readonly sources: ServerSources;
  private readonly operability: OperabilityMaker;
  private readonly gaps: Gap[] = [];

  constructor(
    private readonly index: ProgramIndex,
    private readonly knowledge: Knowledge,
    private readonly options: ReportOptions,
  ) {
    this.judgements = options.targets.map((target) =>
      judgementOf(target, knowledge, index, options.definesFor(target), options.buildFor?.(target)),
    );
    const names = index.conditionalMacros();
    for (const { environment } of this.judgements) environment.decide(names);
    this.finder = new GapFinder(this.judgements, knowledge);
    this.figures = new FigureMaker(this.judgements, knowledge);
    this.leftOut = new LeftOutFiles(this.judgements);
    this.sources = new ServerSources(knowledge.servers(), (path) => index.hasFile(path));
    this.operability = new OperabilityMaker(this.judgements, knowledge, (path) =>
      this.sources.isBeside(path),
    );
  }

  /** Takes the uses of a file, or of several files one after the other. */
  add({ uses, counted }: FileUses): void {
    this.finder.find(uses, this.gaps);
    this.figures.add(uses, counted);
    this.leftOut.add(uses);
    this.operability.add(uses, counted);
  }

  /** Takes the uses of one file, and says what of them a later report of the program needs. */
  addFile(path: string, { uses, counted }: FileUses): FileFindings {
    const first = this.gaps.length;
    const situations: Situation[] = [];
    const features = [...counted];
    this.finder.find(uses, this.gaps);
    this.figures.add(uses, features, (situation) => situations.push(situation));
    this.leftOut.add(uses);
    this.operability.add(uses, features);
    const calls = new Set<number>();
    for (let i = first; i < this.gaps.length; i++) calls.add(callOf(this.gaps[i].use));
    // All of a call is kept: what it is given decides whether what stands in it is a gap.
    for (const use of uses) if (this.operability.looksAt(use)) calls.add(callOf(use));
    return {
      path,
      uses: uses.filter((use) => calls.has(callOf(use))),
      situations,
      counted: features,
      systems: uses.find(({ tags, systems }) => tags.length === 0 && systems.length > 0)?.systems ?? [],
    };
  }

  /** Takes what `addFile` has said of a file in an earlier report for the same targets. */
  takeUp({ path, uses, situations, counted, systems }: FileFindings): void {
    this.finder.find(uses, this.gaps);
    this.figures.take(situations, counted);
    this.leftOut.addFile(path, systems);
    this.operability.add(uses, counted);
  }

  /**
   * The report of what was added.
   * @param binaries those of the same program.
   */
  report(program: ReadSummary, binaries: ProgramBinaries = NO_BINARIES): Report {
    const { judgements, knowledge, options } = this;
    const found = binaries.uses.length > 0 ? this.withBinaries(program, binaries) : this.gaps;
    const gaps = options.told ? options.told(found) : found;
    // What a program without source and binaries asks for nobody can see.
    const isUnseen = program.filesScanned === 0 && binaries.files.length === 0;
    const own = new OwnServers(gaps, this.sources);
    const targets = judgements.map(({ target }, i): TargetReport => {
      const figure = this.figures.figure(i);
      return {
        target,
        text: formatTargetSpec(target, knowledge.targets.get(target.id)),
        name: nameOf(target, knowledge),
        figure,
        operability: this.operability.answer(i),
        leftOut: this.leftOut.of(i),
        remarks: binaryRemarks(binaries.files, target, knowledge),
        settings: own.settingsFor(gaps, target),
        verdict: verdictOf(
          gaps,
          target,
          figure,
          knowledge,
          isUnseen || hasUntoldUses(binaries.files),
          (gap) => easedVerdict(own, gap, target),
        ),
      };
    });
    return {
      targets,
      gaps: gaps.filter((gap) => isAtLeast(gap.severity, options.minSeverity)),
      binaries: binaries.files,
      judgements,
      scorecardOf: (target) => scorecard(target, gaps, program.filesScanned, knowledge),
      hangOf: this.hangFinder(),
      filesScanned: program.filesScanned,
      bytesScanned: program.bytesScanned,
      buildFilesScanned: program.buildFilesScanned,
      buildBytesScanned: program.buildBytesScanned,
      operationsFilesScanned: program.operationsFilesScanned,
      skipped: program.skipped,
      problems: program.problems,
    };
  }

  private hangFinder(): Report['hangOf'] {
    const { index, knowledge, options } = this;
    const finders = new Map(
      this.judgements.map((judgement) => {
        const { target } = judgement;
        const judge = (assumed: BuildMacros): TargetJudgement =>
          judgementOf(
            target,
            knowledge,
            index,
            { ...options.definesFor(target), ...assumed },
            withBase(options.buildFor?.(target), judgement.build),
          );
        return [target, new HangFinder(judgement, judge, index)];
      }),
    );
    return ({ use }, { target, tags }) =>
      tags.includes('conditional') ? finders.get(target)?.of(use) : undefined;
  }

  private withBinaries({ filesScanned }: ReadSummary, { uses }: ProgramBinaries): readonly Gap[] {
    const { judgements, knowledge } = this;
    const inSource = judgements.map((_, i) => this.figures.worstOn(i));
    const anywhere = this.figures.usedAnywhere();
    const ofBinaries: Gap[] = [];
    this.finder.find(uses, ofBinaries);
    this.figures.add(uses, []);
    const source = {
      gaps: this.gaps,
      isRead: filesScanned > 0,
      uses: (feature: string) => anywhere.has(feature),
      usesOn: (feature: string, target: TargetSpec) =>
        inSource[judgements.findIndex((one) => one.target === target)].has(feature),
    };
    return withGapsOfImports(source, uses, ofBinaries, knowledge);
  }
}

/** What a gap of a known server's own source asks for at most. */
function easedVerdict(own: OwnServers, gap: Gap, target: TargetSpec): Verdict | undefined {
  const closed = own.closed(gap);
  if (closed?.by === 'setting') return 'configure';
  return closed || own.isPorted(gap, target) ? 'ready' : undefined;
}

function withBase(
  build: BuildForTarget | undefined,
  base: TargetBuild | undefined,
): BuildForTarget | undefined {
  return build && { program: build.program, isTruth: build.isTruth, base };
}

/** The report of a program whose uses are all held. */
export function reportOf(scan: ScanResult, knowledge: Knowledge, options: ReportOptions): Report {
  const maker = new ReportMaker(scan.index, knowledge, options);
  maker.add(scan);
  return maker.report(scan);
}

/** A target's name for a reader: `OSv 0.57`, `OSv (linux-ld)`. */
export function nameOf(target: TargetSpec, knowledge: Knowledge): string {
  const info = knowledge.targets.get(target.id);
  const isDefault = info?.versions.at(-1)?.id === target.version;
  const version = isDefault ? '' : ` ${target.version}`;
  const options = target.options.length > 0 ? ` (${target.options.join(', ')})` : '';
  return `${info?.name ?? target.id}${version}${options}`;
}
