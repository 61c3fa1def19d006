/**
 * Which files an `#include` may mean. The folders that a build searches are not known, so it may mean every file
 * whose path ends as it is written; where files lie narrows that down. Paths are relative to the program's root,
 * with forward slashes; each has an id.
 */
import { pathRole } from './pathRole.js';

export class IncludeResolver {
  private readonly ids = new Map<string, number>();
  private readonly paths: string[] = [];
  private readonly byBaseName = new Map<string, number[]>();
  /** What an `#include` means that may mean several files, by folder and text. */
  private readonly resolved = new Map<string, Map<string, readonly number[]>>();
  /** Files that a text may mean wherever it is written. */
  private readonly ending = new Map<string, readonly number[]>();
  private readonly single: (readonly number[])[] = [];
  /** Lists of candidates without those of tests and examples. */
  private readonly main = new WeakMap<readonly number[], readonly number[]>();
  private readonly aside = new Map<number, boolean>();

  /** Id of a path; a new one may be what an `#include` means from now on. */
  add(path: string): number {
    const known = this.ids.get(path);
    if (known !== undefined) return known;
    // `config.h.in` becomes the `config.h` that is included.
    const name = path.endsWith('.in') ? path.slice(0, -3) : path;
    const id = this.paths.push(name) - 1;
    this.ids.set(path, id);
    const baseName = baseNameOf(name);
    const named = this.byBaseName.get(baseName);
    if (named) named.push(id);
    else this.byBaseName.set(baseName, [id]);
    this.forget();
    return id;
  }

  /** Id of a path that was added, or undefined. */
  idOf(path: string): number | undefined {
    return this.ids.get(path);
  }

  /** Files that `#include` with this text may mean in a file. */
  resolve(file: number, written: string): readonly number[] {
    const folder = folderOf(this.paths[file]);
    // The file at that place from the folder, else all that end so.
    const place = joined(folder, written);
    const beside = this.ids.get(place) ?? this.ids.get(`${place}.in`);
    if (beside !== undefined) return this.alone(beside);
    const header = written.startsWith('.') ? written.replace(/^(?:\.{1,2}\/)+/, '') : written;
    const ending = this.endingIn(header);
    if (ending.length < 2) return ending;
    let inFolder = this.resolved.get(folder);
    if (!inFolder) {
      inFolder = new Map();
      this.resolved.set(folder, inFolder);
    }
    let headers = inFolder.get(header);
    if (!headers) {
      headers = this.likely(folder, ending, header);
      inFolder.set(header, headers);
    }
    return headers;
  }

  /** Lets go of what was worked out; it is worked out anew when asked for. */
  forget(): void {
    this.resolved.clear();
    this.ending.clear();
  }

  private endingIn(header: string): readonly number[] {
    const known = this.ending.get(header);
    if (known) return known;
    const named = this.byBaseName.get(baseNameOf(header)) ?? [];
    const ending = named.filter((id) => endsWithPath(this.paths[id], header));
    const candidates = ending.length > 0 && ending.length < named.length ? ending : named;
    this.ending.set(header, candidates);
    return candidates;
  }

  /**
   * A folder that is searched for headers stands beside or above the code that it serves, and headers of tests
   * and examples serve only those. What these rules leave nothing of is left as it is.
   */
  private likely(folder: string, candidates: readonly number[], header: string): readonly number[] {
    const near = candidates.filter((id) => {
      const searched = folderOf(this.paths[id].slice(0, -header.length - 1));
      return folder.startsWith(searched);
    });
    const kept = near.length > 0 && near.length < candidates.length ? near : candidates;
    if (kept.length === 1) return this.alone(kept[0]);
    return isAside(folder) ? kept : this.mainOf(kept);
  }

  private mainOf(candidates: readonly number[]): readonly number[] {
    let main = this.main.get(candidates);
    if (!main) {
      const found = candidates.filter((id) => !this.isAside(id));
      main = found.length > 0 && found.length < candidates.length ? found : candidates;
      this.main.set(candidates, main);
    }
    return main;
  }

  /** One list for each file: most includes mean one file, and they are many. */
  private alone(id: number): readonly number[] {
    this.single[id] ??= [id];
    return this.single[id];
  }

  private isAside(id: number): boolean {
    let aside = this.aside.get(id);
    if (aside === undefined) {
      aside = isAside(this.paths[id]);
      this.aside.set(id, aside);
    }
    return aside;
  }
}

/** Headers of tests and examples stand in for the program's own there, and nowhere else. */
function isAside(path: string): boolean {
  const { isTest, isExample } = pathRole(path);
  return isTest || isExample;
}

function endsWithPath(path: string, header: string): boolean {
  return (
    path.endsWith(header) && (path.length === header.length || path[path.length - header.length - 1] === '/')
  );
}

function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path with its slash, or ''. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function joined(folder: string, written: string): string {
  if (!written.includes('./')) return folder + written;
  const segments = folder.split('/').slice(0, -1);
  for (const segment of written.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
