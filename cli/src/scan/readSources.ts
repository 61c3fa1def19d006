/**
 * The files of a program to their facts, with the help of what the last scan has left.
 */
import { type ProgramBinaries, programBinaries } from '#core/binaries/programBinaries.js';
import { sourceLanguage } from '#core/scan/language.js';
import { type ReadProgram, type ReadSummary, readProgram } from '#core/scan/readProgram.js';
import type { Workspace } from '#core/workspace.js';
import { BuildTrace } from '../cache/buildTrace.js';
import { defaultCacheFolder } from '../cache/cacheFolder.js';
import type { FindingsPlace } from '../cache/findingsCache.js';
import { ScanCache } from '../cache/scanCache.js';
import type { NodeFiles } from '../cache/stampedWorkspace.js';
import type { ScanRequest } from '../commandLine.js';
import { holdLess } from '../engineSettings.js';
import type { FollowedBuild } from '../followedBuild.js';
import { JoinedWorkspace } from '../joinedWorkspace.js';
import { NodeWorkspace } from '../nodeWorkspace.js';
import { progressLine } from '../progress.js';
import type { ScannedRoot } from '../projects.js';
import { scannedBinaries } from '../scannedBinaries.js';
import { shippedDigest, shippedEngine } from '../shipped.js';
import { MOST_BESIDE_OPERATIONS, type Walk } from '../walk.js';
import { followBuild } from './followBuild.js';
import { excludesOf, type ScanSubject } from './scanSubject.js';
import type { ToldScan } from './toldScan.js';

/** Of a larger program nothing is kept: what is written down beside what is held would take too much memory. */
const MOST_KEPT_FILES = 30_000;

/** The grammar of the shell takes memory that such a program needs itself. */
const TOO_MANY = `scripts, units and manifests are not read beside more than ${MOST_BESIDE_OPERATIONS.toLocaleString('en')} source files; scan the folder that has them`;

/** What was left out of a scan. */
export interface LeftOut {
  /** Source files that `.gitignore` leaves out. */
  readonly ignored: number;
  readonly ignoreDropped: boolean;
  /** Source files and folders that projects leave out. */
  readonly excluded: number;
}

export interface Sources {
  readonly program: ReadProgram;
  readonly binaries: ProgramBinaries;
  /** Of sources and binaries. */
  readonly summary: ReadSummary;
  readonly leftOut: LeftOut;
  /** Their texts, for what is told of lines. */
  readonly files: Pick<Workspace, 'read'>;
  /** The build that conditions are decided by; undefined where none is known. */
  readonly built: FollowedBuild | undefined;
  /** What of a build was looked for; undefined where it was not looked for here. */
  readonly trace?: BuildTrace;
  /** Where it is kept what is found in them; undefined without a cache. */
  readonly findings: FindingsPlace | undefined;
}

/** Reads the files. */
export async function readSources(
  subject: ScanSubject,
  roots: readonly ScannedRoot[],
  request: ScanRequest,
  told?: ToldScan,
): Promise<{ value: Sources } | { problem: string }> {
  const { vocabulary, catalogue } = subject;
  const { files, walked, rest } = nodeFilesOf(excludesOf(subject), roots, request);
  const folder = cacheFolderOf(request.cache);
  const { files: all } = await files.list();
  told?.begin(files, all, walked());
  const listed = all.filter(({ path }) => sourceLanguage(path) !== undefined);
  if (listed.length > MOST_KEPT_FILES) holdLess();
  const cache =
    folder === undefined || listed.length === 0 || listed.length > MOST_KEPT_FILES
      ? undefined
      : new ScanCache(
          { folder, subject: subjectText(subject, roots), program: shippedDigest() },
          files,
          listed,
        );
  const progress = progressLine();
  const read = await readProgram(cache?.workspace ?? files, {
    vocabulary,
    catalogue,
    engine: shippedEngine(),
    progress: progress.update,
    isRecorded: cache !== undefined,
    ...(listed.length > MOST_BESIDE_OPERATIONS && { withoutOperations: TOO_MANY }),
    ...(cache?.known && { known: cache.known }),
  });
  progress.end();
  rest();
  if (cache && read.record) {
    const problem = cache.save(read.record);
    // A cache that nobody asked for is no reason to trouble anybody.
    if (problem !== undefined && request.cache !== 'default') {
      process.stderr.write(`unigap: nothing was kept for the next scan: ${problem}.\n`);
    }
  }
  // What was recorded is held no longer.
  const program = { ...read, record: undefined };
  const trace = new BuildTrace();
  const built = await followBuild(subject, roots, request, program, trace);
  if (built && 'problem' in built) return built;
  const inBinaries = scannedBinaries(roots, subject.projects, request.binaries);
  const value = {
    program,
    built,
    trace,
    files,
    binaries: programBinaries(inBinaries.facts, subject.knowledge, catalogue),
    summary: {
      ...program,
      skipped: [...program.skipped, ...inBinaries.skipped],
      problems: [...program.problems, ...inBinaries.problems],
    },
    // What was found in files beside a build hangs on all that the build says.
    findings: built ? undefined : cache?.findings,
    leftOut: leftOutOf(walked()),
  };
  return { value };
}

/** The files of the roots as one program. @param excludes for each root the globs of what its project leaves out. */
export function nodeFilesOf(
  excludes: readonly (readonly string[])[],
  roots: readonly ScannedRoot[],
  { honourIgnore }: Pick<ScanRequest, 'honourIgnore'>,
): { files: NodeFiles; walked: () => Walk[]; rest: () => void } {
  const parts = roots.flatMap(({ folder, only, isBinary, prefix }, i) =>
    isBinary
      ? []
      : {
          workspace: new NodeWorkspace(folder, honourIgnore, only, excludes[i]),
          prefix,
        },
  );
  return {
    files: roots.length === 1 && parts.length === 1 ? parts[0].workspace : new JoinedWorkspace(parts),
    walked: () => parts.map(({ workspace }) => workspace.walkResult),
    rest: () => {
      for (const { workspace } of parts) workspace.rest();
    },
  };
}

/** What the walks of all roots left out. */
export function leftOutOf(walks: readonly Walk[]): LeftOut {
  return {
    ignored: walks.reduce((sum, { ignored }) => sum + ignored, 0),
    ignoreDropped: walks.some(({ ignoreDropped }) => ignoreDropped),
    excluded: walks.reduce((sum, { excluded }) => sum + excluded, 0),
  };
}

/** Where facts are kept; undefined for nowhere. */
export function cacheFolderOf(cache: ScanRequest['cache']): string | undefined {
  if (cache === 'none') return undefined;
  return cache === 'default' ? defaultCacheFolder() : cache.folder;
}

/** Names what is scanned, and for which names. */
function subjectText({ vocabularyKey }: ScanSubject, roots: readonly ScannedRoot[]): string {
  const places = roots.map(({ folder, only, prefix }) => [folder, only ?? '', prefix]);
  return JSON.stringify([places, vocabularyKey]);
}
