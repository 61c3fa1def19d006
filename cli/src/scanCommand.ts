/**
 * `unigap scan`: reads the folders, prints the report, answers with the exit status.
 */
import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { programBinaries } from '#core/binaries/programBinaries.js';
import { isAtLeast } from '#core/gaps/severity.js';
import type { BuildMacros } from '#core/guards/targetEnvironment.js';
import { excludedText } from '#core/messages/scanText.js';
import { type WhatIf, whatIfOf } from '#core/options/whatIf.js';
import { DEFAULT_TARGETS, folderSettings } from '#core/project/folderSettings.js';
import { htmlReport } from '#core/report/htmlReport.js';
import { markdownReport } from '#core/report/markdownReport.js';
import { ReportMaker } from '#core/report/report.js';
import { type ReadSummary, readProgram } from '#core/scan/readProgram.js';
import { usesByFile } from '#core/scan/usesByFile.js';
import type { SuppressedGap } from '#core/suppressions/applySuppressions.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import type { Use } from '#core/uses/use.js';
import { isBinaryAt } from './binaryFile.js';
import type { ScanRequest } from './commandLine.js';
import { JoinedWorkspace } from './joinedWorkspace.js';
import { jsonReport } from './jsonReport.js';
import { namedTargets } from './namedTargets.js';
import { NodeWorkspace } from './nodeWorkspace.js';
import { progressLine } from './progress.js';
import { ProjectGaps, type UnusedSuppression } from './projectGaps.js';
import { buildOf, noProjects, readProjects, type ScannedRoot } from './projects.js';
import { rootedPath } from './rootedPath.js';
import { scanDocument } from './scanDocument.js';
import { scannedBinaries } from './scannedBinaries.js';
import { shippedEngine, shippedKnowledge, shippedPage } from './shipped.js';
import { styleFor } from './style.js';
import { textReport } from './textReport.js';

export const EXIT_CLEAN = 0;
export const EXIT_GAPS = 1;
export const EXIT_FAILED = 2;

/** What was scanned, beside the report. */
export interface ScanContext {
  /** As the user wrote it. */
  readonly roots: readonly string[];
  /** What stands before the paths of each, '' or ending in a slash. */
  readonly prefixes: readonly string[];
  readonly ignored: number;
  readonly ignoreDropped: boolean;
  /** Source files and folders that projects leave out. */
  readonly excluded: number;
  readonly suppressed: readonly SuppressedGap[];
  readonly unusedSuppressions: readonly UnusedSuppression[];
  /** What the options that are assumed change; undefined where none is. */
  readonly whatIf: WhatIf | undefined;
  readonly minSeverity: ScanRequest['minSeverity'];
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
  const { minSeverity, defines, assumed } = request;
  const makerWith = (macros: BuildMacros, told: ProjectGaps): ReportMaker =>
    new ReportMaker(program.index, knowledge, {
      targets,
      minSeverity,
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
  const report = maker.report(summary, binaries);
  if (request.uses) for (const use of binaries.uses) uses.push(use);
  const context: ScanContext = {
    roots: request.paths,
    prefixes,
    ignored: parts.reduce((sum, part) => sum + part.workspace.walkResult.ignored, 0),
    ignoreDropped: parts.some((part) => part.workspace.walkResult.ignoreDropped),
    excluded,
    suppressed: gaps.suppressed.filter(({ gap }) => isAtLeast(gap.severity, request.minSeverity)),
    unusedSuppressions: gaps.unused,
    whatIf: plain && whatIfOf(assumed, plain.report(summary, binaries), report),
    minSeverity: request.minSeverity,
  };
  switch (request.format) {
    case 'json':
      for (const chunk of jsonReport(report, context, knowledge, request.uses ? uses : undefined))
        write(chunk);
      break;
    case 'markdown':
      write(markdownReport(scanDocument(report, context, knowledge)));
      break;
    case 'html':
      write(htmlReport(scanDocument(report, context, knowledge), shippedPage()));
      break;
    case 'text':
      write(textReport(report, context, knowledge, styleFor(process.stdout)));
  }
  return report.gaps.some((gap) => gap.use.tags.length === 0) ? EXIT_GAPS : EXIT_CLEAN;
}

function write(text: string): void {
  process.stdout.write(text);
}

function fail(message: string): number {
  process.stderr.write(`unigap: ${message}\n`);
  return EXIT_FAILED;
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
