/**
 * `unigap scan`: reads the folders, prints the report, answers with the exit status.
 */
import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { GapFingerprint } from '#core/baseline/gapFingerprint.js';
import { programBinaries } from '#core/binaries/programBinaries.js';
import type { Gap } from '#core/gaps/gap.js';
import { isAtLeast } from '#core/gaps/severity.js';
import type { BuildMacros } from '#core/guards/targetEnvironment.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { formatTargetSpec } from '#core/knowledge/targetSpec.js';
import { excludedText } from '#core/messages/scanText.js';
import { type WhatIf, whatIfOf } from '#core/options/whatIf.js';
import { DEFAULT_TARGETS, folderSettings } from '#core/project/folderSettings.js';
import { type Report, ReportMaker } from '#core/report/report.js';
import { type ReadSummary, readProgram } from '#core/scan/readProgram.js';
import { usesByFile } from '#core/scan/usesByFile.js';
import type { SuppressedGap } from '#core/suppressions/applySuppressions.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import type { Use } from '#core/uses/use.js';
import { isBinaryAt } from './binaryFile.js';
import type { ScanRequest } from './commandLine.js';
import { failureReasons } from './failOn.js';
import { JoinedWorkspace } from './joinedWorkspace.js';
import { namedTargets } from './namedTargets.js';
import { counts } from './newGaps.js';
import { NodeWorkspace } from './nodeWorkspace.js';
import { problemOfFiles, problemOfWriting } from './outputs.js';
import { progressLine } from './progress.js';
import { ProjectGaps, type UnusedSuppression } from './projectGaps.js';
import { buildOf, noProjects, readProjects, type ScannedRoot } from './projects.js';
import { reportPieces } from './reportPieces.js';
import { rootedPath } from './rootedPath.js';
import { baselineOfScan, type ComparedScan, comparisonOf, updateBaseline } from './scanBaseline.js';
import { scannedBinaries } from './scannedBinaries.js';
import { shippedEngine, shippedKnowledge } from './shipped.js';
import { PLAIN, styleFor } from './style.js';

export const EXIT_CLEAN = 0;
export const EXIT_GAPS = 1;
export const EXIT_FAILED = 2;

/** What was scanned, beside the report. */
export interface ScanContext {
  /** As the user wrote it. */
  readonly roots: readonly string[];
  /** What stands before the paths of each, '' or ending in a slash. */
  readonly prefixes: readonly string[];
  /** What to put before a path so that it is relative to the working folder, '' or ending in a slash. */
  readonly pathFromHere: string;
  readonly ignored: number;
  readonly ignoreDropped: boolean;
  /** Source files and folders that projects leave out. */
  readonly excluded: number;
  readonly suppressed: readonly SuppressedGap[];
  /** Whether JSON and SARIF have them. */
  readonly listsSuppressed: boolean;
  readonly unusedSuppressions: readonly UnusedSuppression[];
  /** What the options that are assumed change; undefined where none is. */
  readonly whatIf: WhatIf | undefined;
  /** Uses, gap or not, where they were asked for. */
  readonly uses: readonly Use[] | undefined;
  /** Of the gaps that count, suppressed ones too; empty where nothing needs them. */
  readonly fingerprints: ReadonlyMap<Gap, GapFingerprint>;
  /** Where the scan is compared with a baseline. */
  readonly compared: ComparedScan | undefined;
}

/** Runs the scan; returns the exit status. Messages for the user go to standard error. */
export async function scanCommand(request: ScanRequest): Promise<number> {
  const knowledge = shippedKnowledge();
  const named = namedTargets(request.targets ?? [], knowledge);
  if ('problem' in named) return fail(named.problem);
  const roots: ScannedRoot[] = [];
  for (const path of request.paths) {
    const place = placeOf(path);
    if ('problem' in place) return fail(place.problem);
    roots.push(place);
  }
  const followed = request.followProject
    ? readProjects(roots, knowledge, (line) => process.stderr.write(`${line}\n`))
    : { value: noProjects(roots) };
  if ('problem' in followed) return fail(followed.problem);
  const projects = followed.value;
  const build = buildOf(projects);
  // What is said on the command line wins.
  const settings = folderSettings(
    { targets: DEFAULT_TARGETS, severities: [], exclude: [] },
    { ...build, targets: request.targets ?? build.targets },
    knowledge,
  );
  const { targets } = settings;
  const early = problemOfFiles(filesToWrite(request));
  if (early !== undefined) return fail(early);
  const names = targets.map((target) => formatTargetSpec(target, knowledge.targets.get(target.id)));
  const baseline = baselineOfScan(request, names, tell);
  if ('problem' in baseline) return fail(baseline.problem);
  const catalogue = catalogueOf(knowledge);
  const engine = shippedEngine();
  const progress = progressLine();
  const parts = roots.flatMap(({ folder, only, isBinary, prefix }, i) =>
    isBinary
      ? []
      : {
          workspace: new NodeWorkspace(folder, request.honourIgnore, only, projects[i].settings.exclude),
          prefix,
        },
  );
  const workspace =
    roots.length === 1 && parts.length === 1 ? parts[0].workspace : new JoinedWorkspace(parts);
  const vocabulary = vocabularyOf(knowledge, catalogue, request.uses, targets);
  const program = await readProgram(workspace, { vocabulary, catalogue, engine, progress: progress.update });
  progress.end();
  for (const part of parts) part.workspace.rest();
  const excluded = parts.reduce((sum, part) => sum + part.workspace.walkResult.excluded, 0);
  const read = scannedBinaries(roots, projects, request.binaries);
  const summary: ReadSummary = {
    ...program,
    skipped: [...program.skipped, ...read.skipped],
    problems: [...program.problems, ...read.problems],
  };
  const binaries = programBinaries(read.facts, knowledge, catalogue);
  if (program.filesScanned === 0) {
    if (binaries.files.length === 0) return fail(nothingScanned(request, summary, excluded));
    if (binaries.files.every(({ isPlatform }) => isPlatform)) return fail(onlyPlatform(request));
  }
  const prefixes = roots.map(({ prefix }) => prefix);
  const gaps = new ProjectGaps(projects, program.suppressions, rootedPath(prefixes), knowledge);
  const { defines, assumed } = request;
  const makerWith = (macros: BuildMacros, told: ProjectGaps): ReportMaker =>
    new ReportMaker(program.index, knowledge, {
      targets,
      // A baseline has them all; what is shown is chosen below.
      minSeverity: 'information',
      definesFor: (target) => ({ ...settings.definesFor(target), ...defines, ...macros }),
      told: (all) => told.told(all),
    });
  const maker = makerWith(assumed, gaps);
  // What an assumption changes is told, so the report is made without it, too.
  const plain =
    Object.keys(assumed).length > 0
      ? makerWith({}, new ProjectGaps(projects, program.suppressions, rootedPath(prefixes), knowledge))
      : undefined;
  const uses: Use[] = [];
  for (const file of usesByFile(program, catalogue)) {
    maker.add(file);
    plain?.add(file);
    if (request.uses) for (const use of file.uses) uses.push(use);
  }
  const whole = maker.report(summary, binaries);
  const isShown = (gap: Gap): boolean => isAtLeast(gap.severity, request.minSeverity);
  const shownOf = (one: Report): Report =>
    request.minSeverity === 'information' ? one : { ...one, gaps: one.gaps.filter(isShown) };
  const report = shownOf(whole);
  if (request.uses) for (const use of binaries.uses) uses.push(use);
  const { fingerprints, told, compared } = await comparisonOf(
    request,
    baseline.value,
    whole,
    gaps.suppressed.map(({ gap }) => gap),
    workspace,
    tell,
  );
  const context: ScanContext = {
    roots: request.paths,
    prefixes,
    pathFromHere: roots.length === 1 ? roots[0].prefix : '',
    ignored: parts.reduce((sum, part) => sum + part.workspace.walkResult.ignored, 0),
    ignoreDropped: parts.some((part) => part.workspace.walkResult.ignoreDropped),
    excluded,
    suppressed: gaps.suppressed.filter(({ gap }) => isShown(gap)),
    listsSuppressed: request.listsSuppressed,
    unusedSuppressions: gaps.unused,
    whatIf: plain && whatIfOf(assumed, shownOf(plain.report(summary, binaries)), report),
    uses: request.uses ? uses : undefined,
    fingerprints,
    compared,
  };
  const problem = problemOfReports(request, report, context, knowledge);
  if (problem !== undefined) return fail(problem);
  if (request.updateBaseline && request.baseline !== undefined) {
    const updated = updateBaseline(request.baseline, baseline.value, told, whole.targets);
    if ('problem' in updated) return fail(updated.problem);
    tell(updated.done);
    return EXIT_CLEAN;
  }
  return statusOf(request, report.gaps.filter(counts), compared);
}

/** Prints the report and writes those that are wanted beside; answers with what went wrong, or undefined. */
function problemOfReports(
  { format, outputs }: ScanRequest,
  report: Report,
  context: ScanContext,
  knowledge: Knowledge,
): string | undefined {
  for (const piece of reportPieces(format, report, context, knowledge, styleFor(process.stdout)))
    process.stdout.write(piece);
  for (const output of outputs) {
    const pieces = reportPieces(output.format, report, context, knowledge, PLAIN);
    const problem = problemOfWriting(output.file, pieces);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function statusOf(request: ScanRequest, gaps: readonly Gap[], compared: ComparedScan | undefined): number {
  const failOn = request.failOn ?? [compared ? 'new' : 'any'];
  const fresh = gaps.filter((gap) => compared?.isNew.has(gap));
  const reasons = failureReasons(failOn, { gaps, fresh, worsened: compared?.worsened ?? [] });
  if (reasons.length === 0) return EXIT_CLEAN;
  // That a scan without a word on it ends with 1 for its gaps needs no telling.
  if (request.failOn || compared) tell(`fails: ${reasons.join('; ')}.`);
  return EXIT_GAPS;
}

function tell(message: string): void {
  process.stderr.write(`unigap: ${message}\n`);
}

function fail(message: string): number {
  tell(message);
  return EXIT_FAILED;
}

/** Files that are written behind the scan: what is wrong with one is told before it. */
function filesToWrite({ outputs, updateBaseline, baseline }: ScanRequest): string[] {
  const files = outputs.map(({ file }) => file);
  return updateBaseline && baseline !== undefined ? [...files, baseline] : files;
}

function placeOf(path: string): ScannedRoot | { problem: string } {
  if (path === '') return { problem: 'a PATH is empty; write . for the working folder.' };
  const absolute = resolve(path);
  try {
    const stat = statSync(absolute);
    if (stat.isDirectory())
      return { folder: absolute, only: undefined, isBinary: false, prefix: prefixOf(absolute) };
    const folder = dirname(absolute);
    if (stat.isFile()) {
      const isBinary = isBinaryAt(absolute);
      return { folder, only: basename(absolute), isBinary, prefix: prefixOf(folder) };
    }
    return { problem: `${path} is neither a folder nor a regular file.` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: code === 'ENOENT' ? `${path} does not exist.` : `${path} cannot be read (${code}).` };
  }
}

function nothingScanned(request: ScanRequest, program: ReadSummary, excluded: number): string {
  const where = request.paths.join(', ');
  const rest = excluded > 0 ? `; ${excludedText(excluded)}` : '';
  const what = request.binaries ? 'no C or C++ source and no binary' : 'no C or C++ source';
  if (program.skipped.length === 0) return `${what} was found in ${where}${rest}.`;
  const first = program.skipped.slice(0, 3).map(({ path, reason }) => `${path}: ${reason}`);
  return `nothing in ${where} could be scanned; ${program.skipped.length} skipped (${first.join('; ')})${rest}.`;
}

function onlyPlatform({ paths }: ScanRequest): string {
  return `what is in ${paths.join(', ')} is of the C library of Linux, not of a program; name the program.`;
}

/** What to put before paths of a folder so that they are relative to the working folder. */
function prefixOf(folder: string): string {
  const path = relative(process.cwd(), folder).split(sep).join('/');
  return path === '' ? '' : `${path}/`;
}
