/**
 * A program that was read to its report, in the forms that were asked for.
 */
import type { Baseline } from '#core/baseline/baseline.js';
import type { GapFingerprint } from '#core/baseline/gapFingerprint.js';
import type { Gap } from '#core/gaps/gap.js';
import { isAtLeast } from '#core/gaps/severity.js';
import type { BuildMacros } from '#core/guards/sources/userDefines.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { formatTargetSpec } from '#core/knowledge/targetSpec.js';
import type { RelatedPlace } from '#core/messages/relatedPlaces.js';
import { operationChain } from '#core/operations/operationChain.js';
import { type WhatIf, whatIfOf } from '#core/options/whatIf.js';
import { type BuildSummary, type Report, ReportMaker } from '#core/report/report.js';
import type { Since } from '#core/report/reportDocument.js';
import type { BuildFilesRead } from '#core/scan/readBuildFiles.js';
import { usesByFile } from '#core/scan/usesByFile.js';
import type { SuppressedGap } from '#core/suppressions/applySuppressions.js';
import type { Use } from '#core/uses/use.js';
import { FindingsCache } from '../cache/findingsCache.js';
import type { ReportRequest } from '../commandLine.js';
import { EXIT_CLEAN, EXIT_GAPS, fail, tell } from '../exitStatus.js';
import { failureReasons } from '../failOn.js';
import { counts } from '../newGaps.js';
import { problemOfFiles, problemOfWriting } from '../outputs.js';
import { ProjectGaps, type UnusedSuppression } from '../projectGaps.js';
import { reportPieces } from '../reportPieces.js';
import { rootedPath } from '../rootedPath.js';
import { baselineOfScan, type ComparedScan, comparisonOf, updateBaseline } from '../scanBaseline.js';
import type { Changes } from '../since/changes.js';
import { PLAIN, styleFor } from '../style.js';
import type { LeftOut, Sources } from './readSources.js';
import type { ScanSubject } from './scanSubject.js';

/** What was scanned, beside the report. */
export interface ScanContext extends LeftOut {
  /** As the user wrote it. */
  readonly roots: readonly string[];
  /** What stands before the paths of each, '' or ending in a slash. */
  readonly prefixes: readonly string[];
  /** What to put before a path so that it is relative to the working folder, '' or ending in a slash. */
  readonly pathFromHere: string;
  /** What a place of an operations file runs in the program. */
  readonly chainOf: (use: Use) => readonly RelatedPlace[];
  /** The build that conditions are decided by; undefined where none is known. */
  readonly build: BuildSummary | undefined;
  readonly suppressed: readonly SuppressedGap[];
  /** Whether JSON and SARIF have them. */
  readonly listsSuppressed: boolean;
  readonly unusedSuppressions: readonly UnusedSuppression[];
  /** What the options that are assumed change; undefined where none is. */
  readonly whatIf: WhatIf | undefined;
  /** That only gaps on changed lines are told; undefined where all are. */
  readonly since: Since | undefined;
  /** Uses, gap or not, where they were asked for. */
  readonly uses: readonly Use[] | undefined;
  /** Of the gaps that count, suppressed ones too; empty where nothing needs them. */
  readonly fingerprints: ReadonlyMap<Gap, GapFingerprint>;
  /** Where the scan is compared with a baseline. */
  readonly compared: ComparedScan | undefined;
}

/** What a report is compared with, or what stands in its way: to be asked before anything is read. */
export function beginReport(
  { knowledge, settings: { targets } }: ScanSubject,
  request: ReportRequest,
): { value: Baseline | undefined } | { problem: string } {
  const early = problemOfFiles(filesToWrite(request));
  if (early !== undefined) return { problem: early };
  const names = targets.map((target) => formatTargetSpec(target, knowledge.targets.get(target.id)));
  return baselineOfScan(request, names, tell);
}

/**
 * Prints the report; returns the exit status. The facts of the program are let go.
 * @param onPiece is told each piece that is printed.
 */
export async function reportScan(
  subject: ScanSubject,
  { program, built, summary, binaries, leftOut, findings, files }: Sources,
  request: ReportRequest,
  baseline: Baseline | undefined,
  changes?: Changes,
  onPiece?: (piece: string) => void,
): Promise<number> {
  const { knowledge, catalogue, projects, prefixes, settings } = subject;
  const { defines, assumed } = request;
  const projectGaps = (): ProjectGaps =>
    new ProjectGaps(projects, program.suppressions, rootedPath(prefixes), knowledge);
  const makerWith = (macros: BuildMacros, told: ProjectGaps): ReportMaker =>
    new ReportMaker(program.index, knowledge, {
      targets: settings.targets,
      // A baseline has them all; what is shown is chosen below.
      minSeverity: 'information',
      definesFor: (target) => ({ ...settings.definesFor(target), ...defines, ...macros }),
      buildFor: (target) => built && { program: built.program, isTruth: settings.isBuildFor(target) },
      told: (all) => told.told(all),
    });
  const gaps = projectGaps();
  const maker = makerWith(assumed, gaps);
  // What an assumption changes is told, so the report is made without it, too.
  const plain = Object.keys(assumed).length > 0 ? makerWith({}, projectGaps()) : undefined;
  const uses: Use[] = [];
  const isAll = request.uses || plain !== undefined;
  const kept =
    isAll || !findings
      ? undefined
      : new FindingsCache(findings, judgementText(subject, request, program.build));
  let isKept = true;
  for (const file of usesByFile(program, catalogue)) {
    const before = program.stands(file.path) ? kept?.findings.takeUp(file.path) : undefined;
    if (before) {
      maker.takeUp(before);
      continue;
    }
    isKept &&= !file.isSource;
    const found = file.uses();
    if (kept && file.isSource) kept.findings.add(maker.addFile(file.path, found));
    else maker.add(found);
    plain?.add(found);
    if (request.uses) for (const use of found.uses) uses.push(use);
  }
  kept?.save(isKept);
  const whole = maker.report(summary, binaries);
  const isShown = (gap: Gap): boolean => isAtLeast(gap.severity, request.minSeverity);
  const shownOf = (one: Report): Report =>
    request.minSeverity === 'information' ? one : { ...one, gaps: one.gaps.filter(isShown) };
  const shown = shownOf(whole);
  const report = changes ? onChangedLines(shown, changes, prefixes) : shown;
  if (request.uses) for (const use of binaries.uses) uses.push(use);
  const { fingerprints, told, compared } = await comparisonOf(
    request,
    baseline,
    whole,
    gaps.suppressed.map(({ gap }) => gap),
    files,
    tell,
  );
  const context: ScanContext = {
    ...leftOut,
    roots: subject.paths,
    prefixes,
    pathFromHere: prefixes.length === 1 ? prefixes[0] : '',
    build: built?.summary,
    suppressed: gaps.suppressed.filter(({ gap }) => isShown(gap)),
    listsSuppressed: request.listsSuppressed,
    unusedSuppressions: gaps.unused,
    whatIf: plain && whatIfOf(assumed, shownOf(plain.report(summary, binaries)), shown),
    since: changes && { revision: changes.revision, elsewhere: ownGaps(shown) - ownGaps(report) },
    uses: request.uses ? uses : undefined,
    fingerprints,
    compared,
    chainOf: (use) => operationChain(use, program.operations.files, program.index.programFiles()),
  };
  const problem = problemOfReports(request, report, context, knowledge, onPiece);
  if (problem !== undefined) return fail(problem);
  if (request.updateBaseline && request.baseline !== undefined) {
    const updated = updateBaseline(request.baseline, baseline, told, whole.targets);
    if ('problem' in updated) return fail(updated.problem);
    tell(updated.done);
    return EXIT_CLEAN;
  }
  return statusOf(request, report.gaps.filter(counts), compared);
}

/** Names all that decides what is a gap in a program. */
function judgementText(
  { settings: { targets, definesFor } }: ScanSubject,
  { defines }: ReportRequest,
  { files }: BuildFilesRead,
): string {
  return JSON.stringify([targets, targets.map((target) => definesFor(target)), defines, files]);
}

function onChangedLines(report: Report, changes: Changes, prefixes: readonly string[]): Report {
  const placeOf = rootedPath(prefixes);
  return { ...report, gaps: report.gaps.filter(({ use }) => changes.has(placeOf(use.path), use.line)) };
}

function ownGaps({ gaps }: Report): number {
  return gaps.filter(counts).length;
}

/** Prints the report and writes those that are wanted beside; answers with what went wrong, or undefined. */
function problemOfReports(
  { format, outputs }: ReportRequest,
  report: Report,
  context: ScanContext,
  knowledge: Knowledge,
  onPiece?: (piece: string) => void,
): string | undefined {
  for (const piece of reportPieces(format, report, context, knowledge, styleFor(process.stdout))) {
    process.stdout.write(piece);
    onPiece?.(piece);
  }
  for (const output of outputs) {
    const pieces = reportPieces(output.format, report, context, knowledge, PLAIN);
    const problem = problemOfWriting(output.file, pieces);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function statusOf(request: ReportRequest, gaps: readonly Gap[], compared: ComparedScan | undefined): number {
  const failOn = request.failOn ?? [compared ? 'new' : 'any'];
  const fresh = gaps.filter((gap) => compared?.isNew.has(gap));
  const reasons = failureReasons(failOn, { gaps, fresh, worsened: compared?.worsened ?? [] });
  if (reasons.length === 0) return EXIT_CLEAN;
  // That a scan without a word on it ends with 1 for its gaps needs no telling.
  if (request.failOn || compared) tell(`fails: ${reasons.join('; ')}.`);
  return EXIT_GAPS;
}

/** Files that are written behind the scan: what is wrong with one is told before it. */
function filesToWrite({ outputs, updateBaseline, baseline }: ReportRequest): string[] {
  const files = outputs.map(({ file }) => file);
  return updateBaseline && baseline !== undefined ? [...files, baseline] : files;
}
