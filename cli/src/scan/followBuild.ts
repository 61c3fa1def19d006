/**
 * The build of the scanned program, as the command line and the project want it.
 */
import { resolve } from 'node:path';
import type { ReadProgram } from '#core/scan/readProgram.js';
import type { BuildTrace } from '../cache/buildTrace.js';
import type { ReportRequest } from '../commandLine.js';
import { type FollowedBuild, followedBuild, type NamedBuild } from '../followedBuild.js';
import type { ScannedRoot } from '../projects.js';
import type { ScanSubject } from './scanSubject.js';

/** Finds it, and tells the index which files it compiles; undefined where there is none or none is wanted. */
export async function followBuild(
  { settings, vocabulary }: Pick<ScanSubject, 'settings' | 'vocabulary'>,
  roots: readonly ScannedRoot[],
  request: Pick<ReportRequest, 'build' | 'followBuild'>,
  { index, filesScanned }: Pick<ReadProgram, 'index' | 'filesScanned'>,
  trace?: BuildTrace,
): Promise<FollowedBuild | { readonly problem: string } | undefined> {
  const source = roots.find(({ isBinary }) => !isBinary);
  const isOff = !request.followBuild || (request.build === undefined && settings.build.isOff);
  if (!source || isOff || filesScanned === 0) return undefined;
  const built = await followedBuild(
    source.folder,
    roots.length === 1 ? source.folder : process.cwd(),
    namedBuild(request, source, settings.build),
    { index, isAsked: (hash) => vocabulary.isSwitch(hash) },
    (line) => process.stderr.write(`${line}\n`),
    process.cwd(),
    trace,
  );
  if (built && !('problem' in built) && built.program.hasUnits) {
    const { program } = built;
    index.setBuilt((path) => program.isBuilt(path));
  }
  return built;
}

/** The build that the command line or the project names. */
function namedBuild(
  { build }: Pick<ReportRequest, 'build'>,
  { folder }: ScannedRoot,
  { path }: ScanSubject['settings']['build'],
): NamedBuild | undefined {
  if (build !== undefined) return { path: resolve(build), isRequired: true };
  return path === undefined ? undefined : { path: resolve(folder, path), isRequired: false };
}
