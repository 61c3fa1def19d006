/**
 * What a build of the scanned program tells, if one is found or named.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { BuiltProgram } from '#core/build/builtProgram.js';
import { COMPILE_COMMANDS, readCompileCommands } from '#core/build/compileCommands.js';
import { configurationFiles } from '#core/build/configurationFiles.js';
import { type BuildReading, builtProgram, configuredProgram } from '#core/build/readBuild.js';
import type { BuildSummary } from '#core/report/report.js';
import { NodeBuildFiles, nearestDatabase, responseFile, systemFolders } from './buildFiles.js';
import { BuildTrace } from './cache/buildTrace.js';

/** Larger ones are no texts that somebody's tools write for a program. */
const MAX_DATABASE_BYTES = 256 * 1024 * 1024;

export interface FollowedBuild {
  readonly program: BuiltProgram;
  readonly summary: BuildSummary;
}

/** A build that somebody names. */
export interface NamedBuild {
  /** Of its folder or its database, absolute. */
  readonly path: string;
  /** Whether nothing is to be scanned without it: the command line asks for it. A project's may not have been made yet. */
  readonly isRequired: boolean;
}

/**
 * @param folder absolute, in and above which a build is looked for.
 * @param root absolute, that paths of the program are relative to.
 * @param tell is told what could not be used, a line each.
 * @param toldFrom the folder from which paths are told.
 * @param trace is told what is looked for.
 * @returns a problem where the build that is required cannot be followed; undefined where there is none.
 */
export async function followedBuild(
  folder: string,
  root: string,
  named: NamedBuild | undefined,
  program: Pick<BuildReading, 'index' | 'isAsked' | 'pause'>,
  tell: (line: string) => void,
  toldFrom: string,
  trace = new BuildTrace(),
): Promise<FollowedBuild | { readonly problem: string } | undefined> {
  const reading: BuildReading = {
    ...program,
    root: slashes(withoutSlash(root)),
    files: new NodeBuildFiles(trace),
    systemFolders: systemFolders(),
  };
  const database = databaseOf(folder, named?.path, trace);
  if (database !== undefined) {
    const built = await fromDatabase(database, reading, toldFrom);
    if (!('problem' in built)) {
      for (const problem of built.problems) tell(`${toldPath(database, toldFrom)} ${problem}.`);
      return built;
    }
    const problem = `${toldPath(database, toldFrom)} ${built.problem}`;
    if (named?.isRequired) return { problem: `${problem}.` };
    tell(`${problem}; ${WITHOUT}`);
  } else if (named && !existsSync(named.path)) {
    const problem = `the build ${toldPath(named.path, toldFrom)} does not exist`;
    if (named.isRequired) return { problem: `${problem}.` };
    tell(`${problem}; ${WITHOUT}`);
  }
  return fromConfiguration(withoutSlash(folder), named?.path, reading, toldFrom);
}

const WITHOUT = 'conditions are decided without it.';

/** The database that is named or found; undefined where there is none. */
function databaseOf(folder: string, named: string | undefined, trace: BuildTrace): string | undefined {
  if (named === undefined) return nearestDatabase(folder, trace);
  if (statSync(named, { throwIfNoEntry: false })?.isFile()) return named;
  const inside = join(named, COMPILE_COMMANDS);
  return existsSync(inside) ? inside : undefined;
}

async function fromDatabase(
  path: string,
  reading: BuildReading,
  toldFrom: string,
): Promise<(FollowedBuild & { readonly problems: readonly string[] }) | { readonly problem: string }> {
  let text: string;
  try {
    if (statSync(path).size > MAX_DATABASE_BYTES)
      return { problem: `has over ${MAX_DATABASE_BYTES >> 20} MB` };
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { problem: `cannot be read (${(error as NodeJS.ErrnoException).code})` };
  }
  const { units, problems } = readCompileCommands(text, slashes(dirname(path)), responseFile);
  if (units.length === 0) return { problem: problems[0] ?? 'lists no compilation' };
  const program = await builtProgram(units, reading);
  if (!program) return { problem: `lists no file that is scanned, but ${units[0].file}` };
  return { program, problems, summary: { files: [toldPath(path, toldFrom)], built: program.builtFiles } };
}

/** What option files and generated headers say where nobody knows what is compiled. */
async function fromConfiguration(
  folder: string,
  named: string | undefined,
  reading: BuildReading,
  toldFrom: string,
): Promise<FollowedBuild | undefined> {
  const folders = named === undefined ? [folder, join(folder, 'build')] : [named];
  const { macros, headers, files } = await configurationFiles(folders.map(slashes), reading);
  const program = configuredProgram(macros, headers, reading);
  return (
    program && {
      program,
      summary: { files: files.map((path) => toldPath(path, toldFrom)), built: undefined },
    }
  );
}

/** As the user would write it in a folder. */
function toldPath(path: string, folder: string): string {
  return slashes(relative(folder, resolve(path))) || '.';
}

function withoutSlash(folder: string): string {
  return folder.length > 1 && folder.endsWith(sep) ? folder.slice(0, -1) : folder;
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
