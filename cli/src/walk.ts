/**
 * Source, build and operations files under a folder, sorted. Symbolic links are not followed, so a loop of them ends nothing; what is
 * left out is named or, where `.gitignore` leaves it out, counted.
 */
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { mayBeOperations } from '#core/operations/operationsFile.js';
import { isBuildFile } from '#core/probes/buildFile.js';
import { sourceLanguage } from '#core/scan/language.js';
import type { Skipped, WorkspaceFile } from '#core/workspace.js';

export interface Walk {
  /** Source files, those of build systems, and those by which a program is run and looked after. */
  readonly files: readonly WorkspaceFile[];
  readonly skipped: readonly Skipped[];
  /** Source files that `.gitignore` leaves out. */
  readonly ignored: number;
  /** Source files and folders that the project leaves out. */
  readonly excluded: number;
  /** True where `.gitignore` would have left out every source file and was therefore not followed. */
  readonly ignoreDropped: boolean;
}

/** Folders of version control, never part of a program. */
export const NEVER_ENTERED = new Set(['.git', '.hg', '.svn', '.bzr', 'CVS', '.pc', 'node_modules']);

/** Beside more source files than this no operations files are listed: the grammar of the shell takes memory, too. */
export const MOST_BESIDE_OPERATIONS = 30_000;

interface Rules {
  /** Path of the folder with the `.gitignore`, relative to the root, '' or ending in a slash. */
  readonly base: string;
  readonly rules: Ignore;
  readonly outer: Rules | undefined;
}

/**
 * Walks from an absolute folder. Errors of reading become entries of `skipped`.
 * @param exclude globs in the manner of `.gitignore` of what the project leaves out.
 */
export function walk(root: string, honourIgnore: boolean, exclude: readonly string[] = []): Walk {
  const steps = walkSteps(root, honourIgnore, exclude);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of one folder each, for those who have something else to do in between. */
export function* walkSteps(
  root: string,
  honourIgnore: boolean,
  exclude: readonly string[] = [],
): Generator<undefined, Walk, undefined> {
  const walker = new Walker(root, honourIgnore, exclude);
  yield* walker.folder('', undefined, false);
  if (walker.sources === 0 && walker.ignored > 0) {
    return { ...(yield* walkSteps(root, false, exclude)), ignoreDropped: true };
  }
  const byPath = (a: { path: string }, b: { path: string }): number =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  // Their list alone would take memory that the largest programs need.
  const files =
    walker.sources > MOST_BESIDE_OPERATIONS ? walker.files : [...walker.files, ...walker.operations];
  return {
    files: files.sort(byPath),
    skipped: walker.skipped.sort(byPath),
    ignored: walker.ignored,
    excluded: walker.excluded,
    ignoreDropped: false,
  };
}

class Walker {
  readonly files: WorkspaceFile[] = [];
  /** Files by which the program is run and looked after, and nothing else. */
  readonly operations: WorkspaceFile[] = [];
  sources = 0;
  readonly skipped: Skipped[] = [];
  ignored = 0;
  excluded = 0;
  private readonly exclude: Ignore | undefined;

  constructor(
    private readonly root: string,
    private readonly honourIgnore: boolean,
    exclude: readonly string[],
  ) {
    this.exclude = exclude.length > 0 ? ignore().add([...exclude]) : undefined;
  }

  *folder(path: string, outer: Rules | undefined, isIgnored: boolean): Generator<undefined, void, undefined> {
    yield;
    let entries: Dirent[];
    try {
      entries = readdirSync(join(this.root, path), { withFileTypes: true });
    } catch (error) {
      this.skipped.push({
        path: path || '.',
        reason: `folder cannot be read (${(error as NodeJS.ErrnoException).code})`,
      });
      return;
    }
    const rules = this.honourIgnore && !isIgnored ? this.rulesOf(path, entries, outer) : outer;
    for (const entry of entries) {
      // Not with `+`: the engine would keep both parts beside the text, for as long as the path is held.
      const child = [path, entry.name].join('');
      if (entry.isDirectory()) {
        if (NEVER_ENTERED.has(entry.name) || this.isExcluded(`${child}/`)) continue;
        yield* this.folder(`${child}/`, rules, isIgnored || isLeftOut(`${child}/`, rules));
      } else if (sourceLanguage(entry.name) && !this.isExcluded(child)) {
        this.file(child, entry, isIgnored || isLeftOut(child, rules));
      } else if ((isBuildFile(child) || mayBeOperations(child)) && entry.isFile()) {
        // No source: what is left out of them, or a link, is not worth a word.
        if (!isIgnored && !isLeftOut(child, rules) && !this.exclude?.ignores(child)) {
          (isBuildFile(child) ? this.files : this.operations).push({ path: child });
        }
      }
    }
  }

  private isExcluded(path: string): boolean {
    if (!this.exclude?.ignores(path)) return false;
    this.excluded++;
    return true;
  }

  private file(path: string, entry: Dirent, isIgnored: boolean): void {
    if (isIgnored) this.ignored++;
    else if (entry.isFile()) {
      this.files.push({ path });
      this.sources++;
    } else if (entry.isSymbolicLink()) this.skipped.push({ path, reason: 'symbolic link' });
    else this.skipped.push({ path, reason: 'not a regular file' });
  }

  private rulesOf(path: string, entries: readonly Dirent[], outer: Rules | undefined): Rules | undefined {
    if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return outer;
    try {
      const text = readFileSync(join(this.root, path, '.gitignore'), 'utf8');
      return { base: path, rules: ignore().add(text), outer };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      this.skipped.push({
        path: `${path}.gitignore`,
        reason: `cannot be read (${code}); its rules were not followed`,
      });
      return outer;
    }
  }
}

/** The innermost `.gitignore` that says something of a path decides. */
function isLeftOut(path: string, rules: Rules | undefined): boolean {
  for (let at = rules; at; at = at.outer) {
    const result = at.rules.test(path.slice(at.base.length));
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}
