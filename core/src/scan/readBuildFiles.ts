/**
 * The build files of a program to its probes.
 */
import { latin1 } from '../c/directive.js';
import { buildSystemOf, isBuildFile } from '../probes/buildFile.js';
import type { BuildFileFacts } from '../probes/buildFileFacts.js';
import { isWrittenByAutoconf } from '../probes/configureScript.js';
import type { ProbeIndex } from '../probes/probeIndex.js';
import { readBuildFile } from '../probes/readBuildFile.js';
import { hashName } from '../source/nameTable.js';
import type { Skipped, Workspace, WorkspaceFile } from '../workspace.js';
import { readText } from './readText.js';

/** Larger ones are generated. In bytes. */
const LARGEST_BUILD_FILE = 2 << 20;

/** What says who wrote a script stands in its first lines. In bytes. */
const LONGEST_HEAD = 2000;

export class BuildFilesRead {
  /**
   * @param files paths and what they say.
   * @param bytes of all of them.
   */
  constructor(
    readonly files: readonly (readonly [path: string, facts: BuildFileFacts])[] = [],
    readonly bytes = 0,
    readonly skipped: readonly Skipped[] = [],
  ) {}

  /** Puts what they say into an index. */
  tell(probes: ProbeIndex): void {
    for (const [path, facts] of this.files) probes.put(path, facts);
  }
}

/**
 * @param listed all files of the program.
 * @param isAsked whether a condition of the program asks for a macro, by the hash of its name; options are many, and of
 * the others none is kept.
 */
export async function readBuildFiles(
  workspace: Workspace,
  listed: readonly WorkspaceFile[],
  isAsked: (hash: number) => boolean,
  cancelled?: () => boolean,
): Promise<BuildFilesRead> {
  const files: (readonly [string, BuildFileFacts])[] = [];
  const skipped: Skipped[] = [];
  let bytes = 0;
  for (const file of listed) {
    if (!isBuildFile(file.path)) continue;
    if (cancelled?.()) break;
    const read = await buildFileFacts(workspace, file);
    if (!read) continue;
    if ('problem' in read) skipped.push({ path: file.path, reason: read.problem });
    else {
      bytes += read.bytes;
      files.push([file.path, read.facts]);
    }
  }
  const inMakefiles = conditionsOfMakefiles(files);
  const isAskedAnywhere = (macro: string): boolean => inMakefiles.has(macro) || isAsked(hashName(macro));
  return new BuildFilesRead(
    files.map(([path, facts]) => [path, onlyAsked(facts, isAskedAnywhere)] as const),
    bytes,
    skipped,
  );
}

/** Facts of one build file and its size, or why it was not read; undefined for a script that Autoconf wrote. */
export async function buildFileFacts(
  workspace: Workspace,
  file: WorkspaceFile,
): Promise<{ facts: BuildFileFacts; bytes: number } | { problem: string } | undefined> {
  const content = await readText(workspace, file);
  if ('problem' in content) return content;
  const head = Math.min(content.length, LONGEST_HEAD);
  if (buildSystemOf(file.path) === 'configure-script' && isWrittenByAutoconf(latin1(content.bytes, 0, head)))
    return undefined;
  if (content.length > LARGEST_BUILD_FILE) {
    const size = Math.round(content.length / 1048576);
    return { problem: `${size} MB; build files over ${LARGEST_BUILD_FILE / 1048576} MB are not read` };
  }
  const text = latin1(content.bytes, 0, content.length);
  return { facts: readBuildFile(file.path, text), bytes: content.length };
}

/** Names for which files of Automake ask. */
function conditionsOfMakefiles(files: readonly (readonly [string, BuildFileFacts])[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, { automake }] of files) {
    for (const { conditions } of [...(automake?.lists ?? []), ...(automake?.includes ?? [])]) {
      for (const condition of conditions) names.add(condition.replace('!', ''));
    }
  }
  return names;
}

function onlyAsked(facts: BuildFileFacts, isAsked: (macro: string) => boolean): BuildFileFacts {
  return { ...facts, options: facts.options.filter(({ macro }) => isAsked(macro)) };
}
