/**
 * What changed in scanned folders since a revision: lines of files that git knows, and all of those that it does not.
 */
import { NO_PLACE } from '#core/uses/use.js';
import type { ScannedRoot } from '../projects.js';
import type { RootedPath } from '../rootedPath.js';
import { addedLines, type LineRange } from './addedLines.js';
import { Git, GitProblem } from './git.js';

/** Mode of a submodule in the index. */
const SUBMODULE = '160000';

interface FolderChanges {
  /** The folder within its working tree, '' or ending in a slash. */
  readonly prefix: string;
  readonly tracked: ReadonlySet<string>;
  readonly submodules: readonly string[];
  readonly added: ReadonlyMap<string, readonly LineRange[]>;
}

export class Changes {
  private constructor(
    /** As the user wrote it. */
    readonly revision: string,
    private readonly byRoot: readonly FolderChanges[],
  ) {}

  /** Asks git, once for each folder. */
  static of(roots: readonly ScannedRoot[], revision: string): { value: Changes } | { problem: string } {
    try {
      const known = new Map<string, FolderChanges>();
      for (const { folder } of roots) {
        if (!known.has(folder)) known.set(folder, changesIn(folder, revision));
      }
      const byRoot = roots.map(({ folder }) => known.get(folder) as FolderChanges);
      return { value: new Changes(revision, byRoot) };
    } catch (error) {
      if (!(error instanceof GitProblem)) throw error;
      return { problem: `--since ${revision}: ${error.message}.` };
    }
  }

  /** Whether a line was added or changed. @param line zero-based; for `NO_PLACE` any line counts. */
  has({ root, path }: RootedPath, line: number): boolean {
    const { prefix, tracked, submodules, added } = this.byRoot[root];
    const name = prefix + path;
    if (submodules.some((folder) => name.startsWith(folder))) return false;
    if (!tracked.has(name)) return true;
    const ranges = added.get(name) ?? [];
    if (line === NO_PLACE) return ranges.length > 0;
    return ranges.some(({ first, count }) => line >= first && line < first + count);
  }
}

function changesIn(folder: string, revision: string): FolderChanges {
  const git = new Git(folder);
  const commit = git
    .ask(
      ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
      `git knows no such revision in ${folder}`,
    )
    .trim();
  const base = git
    .ask(
      ['merge-base', commit, 'HEAD'],
      `nothing in ${folder} comes from that revision and the one that is checked out; a shallow clone may have to be deepened`,
    )
    .trim();
  const tracked = new Set<string>();
  const submodules: string[] = [];
  for (const entry of git.ask(['ls-files', '--stage', '--full-name', '-z']).split('\0')) {
    const tab = entry.indexOf('\t');
    if (tab < 0) continue;
    const path = entry.slice(tab + 1);
    if (entry.startsWith(SUBMODULE)) submodules.push(`${path}/`);
    else tracked.add(path);
  }
  const diff = git.ask([
    'diff',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--no-relative',
    '--ignore-submodules=all',
    '--text',
    '--find-renames',
    '--unified=0',
    '--inter-hunk-context=0',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    base,
    '--',
    '.',
  ]);
  const prefix = git.ask(['rev-parse', '--show-prefix']).replace(/\n$/, '');
  return { prefix, tracked, submodules, added: addedLines(diff) };
}
