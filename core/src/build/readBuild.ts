/**
 * A build to what it tells of a program that was read. Files come through a port; those of the program were read before.
 */
import { addNamesOf } from '../c/readHeader.js';
import type { ProgramIndex } from '../index/programIndex.js';
import { hashName } from '../source/nameTable.js';
import type { FileBytes } from '../workspace.js';
import { relativePath } from './absolutePath.js';
import { type BuildHeader, readBuildHeader } from './buildHeader.js';
import { BuiltProgram } from './builtProgram.js';
import type { CompileUnit } from './compileCommands.js';
import { flagSetsOf, followGroups, type Group, groupsOf } from './flagSets.js';
import { IncludedFiles } from './includedFiles.js';

/** Files of a build by their absolute paths, wherever they lie. */
export interface BuildFiles {
  /** Bytes of a file, or undefined where there is none that can be read. */
  read(path: string): FileBytes | undefined | Promise<FileBytes | undefined>;
  /** Whether there may be a file in an absolute folder; its name may have folders in it. */
  has(folder: string, name: string): boolean;
}

export interface BuildReading {
  /** Absolute folder that paths of the program are relative to. */
  readonly root: string;
  readonly index: ProgramIndex;
  readonly files: BuildFiles;
  /** Absolute folders that the compiler searches by itself; empty where they are not those of the build. */
  readonly systemFolders: readonly string[];
  /** Whether conditions of the program ask for a macro, by the hash of its name. */
  readonly isAsked: (hash: number) => boolean;
  /** Called between files: lets the host do something else. */
  readonly pause?: () => Promise<void>;
}

/** Undefined where no file of the program is compiled. */
export async function builtProgram(
  units: readonly CompileUnit[],
  reading: BuildReading,
): Promise<BuiltProgram | undefined> {
  const { root, index } = reading;
  const files = new IncludedFiles(root, index, reading.systemFolders, (folder, name) =>
    reading.files.has(folder, name),
  );
  const isKnown = ({ file }: CompileUnit): boolean => files.idOf(relativePath(root, file)) >= 0;
  const beside = units.filter((unit) => !isKnown(unit));
  if (beside.length === units.length) return undefined;
  if (beside.length <= MOST_BESIDE) await readSources(beside, files, reading);
  const known = units.filter(isKnown);
  const groups = groupsOf(known, root, files);
  await readIncluded(groups, files, reading);
  const isAsked = askedNames(files, reading);
  const sets = flagSetsOf(groups, files, index, isAsked);
  return new BuiltProgram(reading.index, files, sets, known.length < units.length, isAsked);
}

/**
 * A program of which is known what its configuration found, but not what is compiled; undefined where nothing is.
 * @param macros what option files say; null for what is off.
 * @param headers what a configure script wrote, by absolute paths.
 */
export function configuredProgram(
  macros: ReadonlyMap<string, string | null>,
  headers: ReadonlyMap<string, BuildHeader>,
  reading: BuildReading,
): BuiltProgram | undefined {
  if (macros.size === 0 && headers.size === 0) return undefined;
  const files = new IncludedFiles(reading.root, reading.index, [], () => false);
  for (const [path, header] of headers) files.put(path, header);
  const isAsked = (name: string): boolean => reading.isAsked(hashName(name));
  return new BuiltProgram(reading.index, files, [{ macros, starts: [], seen: EVERY_NODE }], false, isAsked);
}

/** More files than this are another program, or the larger part of this one: then they are not read. */
const MOST_BESIDE = 200;

/** Files that are compiled and not scanned: generated ones, as a rule. What they include is a part of the build. */
async function readSources(
  units: readonly CompileUnit[],
  files: IncludedFiles,
  { files: port, pause }: BuildReading,
): Promise<void> {
  for (const path of new Set(units.map(({ file }) => file))) {
    await pause?.();
    const content = await port.read(path);
    if (!content) continue;
    const { includes, conditions } = readBuildHeader(content.bytes, content.length);
    // Nobody else sees what a source file defines.
    files.put(path, { includes, conditions, macros: [], undefined: new Map() });
  }
}

const EVERY_NODE = { has: () => true };

/** Follows the includes of all groups, and reads what they lead to beside the program, until nothing is left. */
async function readIncluded(
  groups: readonly Group[],
  files: IncludedFiles,
  { files: port, pause }: BuildReading,
): Promise<void> {
  await followGroups(groups, files, pause);
  while (files.wanted.size > 0) {
    for (const path of files.wanted) {
      await pause?.();
      const content = await port.read(path);
      files.put(path, content && readBuildHeader(content.bytes, content.length));
    }
    await followGroups(groups, files, pause);
  }
}

/** Names that conditions of the program, or of headers beside it, ask for. */
function askedNames(files: IncludedFiles, reading: BuildReading): (name: string) => boolean {
  const beside = new Set<number>();
  for (const { header } of files.nodes) {
    for (const expression of header?.conditions ?? []) addNamesOf(expression, beside);
  }
  return (name) => {
    const hash = hashName(name);
    return reading.isAsked(hash) || beside.has(hash);
  };
}
