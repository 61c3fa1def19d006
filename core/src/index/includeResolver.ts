/**
 * Which files an `#include` may mean. The folders that a build searches are not known, so it may mean every file
 * whose path ends as it is written; where files lie narrows that down. Paths are relative to the program's root,
 * with forward slashes; each has an id.
 */
import { baseName } from '../source/baseName.js';
import { pathRole } from './pathRole.js';

export class IncludeResolver {
  private readonly ids = new Map<string, number>();
  private readonly paths: string[] = [];
  /** Number of the folder of each path. */
  private readonly folderOf: number[] = [];
  private readonly folders: string[] = [];
  private readonly folderIds = new Map<string, number>();
  /** Ids of `config.h.in`, which becomes the `config.h` that is included. */
  private readonly templates = new Set<number>();
  /** One id or several: most names are those of one file. */
  private readonly byBaseName = new Map<string, number | number[]>();
  private readonly texts: string[] = [];
  private readonly textIds = new Map<string, number>();
  /** What a text means that may mean several files, by folder and text. */
  private resolved: (Map<number, readonly number[]> | undefined)[] = [];
  /** Files that a text may mean wherever it is written, by text. */
  private ending: (readonly number[] | undefined)[] = [];
  private readonly single: (readonly number[])[] = [];
  /** Lists of candidates without those of tests and examples. */
  private readonly main = new WeakMap<readonly number[], readonly number[]>();
  private readonly aside = new Map<number, boolean>();

  /** Id of a path; a new one may be what an `#include` means from now on. */
  add(path: string): number {
    const known = this.ids.get(path);
    if (known !== undefined) return known;
    const isTemplate = path.endsWith('.in');
    const name = isTemplate ? path.slice(0, -3) : path;
    const id = this.paths.push(name) - 1;
    this.ids.set(path, id);
    if (isTemplate) this.templates.add(id);
    this.folderOf.push(this.folderId(folderOfPath(name)));
    const base = baseName(name);
    const named = this.byBaseName.get(base);
    if (named === undefined) this.byBaseName.set(base, id);
    else if (typeof named === 'number') this.byBaseName.set(base, [named, id]);
    else named.push(id);
    this.forget();
    return id;
  }

  /** Id of a path that was added, or undefined. */
  idOf(path: string): number | undefined {
    return this.ids.get(path);
  }

  /** Whether the program has a file whose path ends in this name, or a template of it. */
  hasFileNamed(name: string): boolean {
    return this.byBaseName.has(name);
  }

  /** A path by its id, without the `.in` of a template. */
  pathOf(id: number): string {
    return this.paths[id];
  }

  /** Paths of templates of headers, with their `.in`. */
  headerTemplates(): string[] {
    return [...this.templates].map((id) => `${this.paths[id]}.in`).filter((path) => path.endsWith('.h.in'));
  }

  /** Whether a file is a test or an example. */
  isAside(id: number): boolean {
    let aside = this.aside.get(id);
    if (aside === undefined) {
      aside = isAside(this.paths[id]);
      this.aside.set(id, aside);
    }
    return aside;
  }

  /** What is written in an `#include`, by its number. */
  textOf(id: number): string {
    return this.texts[id];
  }

  /** Number of what is written in an `#include`. */
  textId(written: string): number {
    let id = this.textIds.get(written);
    if (id === undefined) {
      id = this.texts.push(written) - 1;
      this.textIds.set(written, id);
    }
    return id;
  }

  /** Files that `#include` with this text may mean in a file. */
  resolve(file: number, text: number): readonly number[] {
    const ending = this.endingIn(text);
    // The file at that place from the folder, else all that end so.
    const beside = this.beside(file, this.texts[text], ending);
    if (beside !== undefined) return this.alone(beside);
    if (ending.length < 2) return ending;
    const folder = this.folderOf[file];
    let inFolder = this.resolved[folder];
    if (!inFolder) {
      inFolder = new Map();
      this.resolved[folder] = inFolder;
    }
    let headers = inFolder.get(text);
    if (!headers) {
      headers = this.likely(this.folders[folder], ending, fromRoot(this.texts[text]));
      inFolder.set(text, headers);
    }
    return headers;
  }

  /** Lets go of what was worked out; it is worked out anew when asked for. */
  forget(): void {
    if (this.ending.length > 0) this.ending = [];
    if (this.resolved.length > 0) this.resolved = [];
  }

  private beside(file: number, written: string, ending: readonly number[]): number | undefined {
    const folder = this.folders[this.folderOf[file]];
    if (written.includes('./') || written.endsWith('.in')) {
      const place = joined(folder, written);
      return this.ids.get(place) ?? this.ids.get(`${place}.in`);
    }
    const length = folder.length + written.length;
    let template: number | undefined;
    for (const id of ending) {
      const path = this.paths[id];
      if (path.length !== length || !path.startsWith(folder) || !path.endsWith(written)) continue;
      if (!this.templates.has(id)) return id;
      template = id;
    }
    return template;
  }

  private endingIn(text: number): readonly number[] {
    const known = this.ending[text];
    if (known) return known;
    const header = fromRoot(this.texts[text]);
    const one = this.byBaseName.get(baseName(header)) ?? NONE;
    const named = typeof one === 'number' ? this.alone(one) : one;
    const ending = named.filter((id) => endsWithPath(this.paths[id], header));
    const candidates = ending.length > 0 && ending.length < named.length ? ending : named;
    this.ending[text] = candidates;
    return candidates;
  }

  private folderId(folder: string): number {
    let id = this.folderIds.get(folder);
    if (id === undefined) {
      id = this.folders.push(folder) - 1;
      this.folderIds.set(folder, id);
    }
    return id;
  }

  /**
   * A folder that is searched for headers stands beside or above the code that it serves, and headers of tests
   * and examples serve only those. What these rules leave nothing of is left as it is.
   */
  private likely(folder: string, candidates: readonly number[], header: string): readonly number[] {
    const near = candidates.filter((id) => {
      const searched = folderOfPath(this.paths[id].slice(0, -header.length - 1));
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
}

const NONE: readonly never[] = [];

/** What is written without the steps out of the folder. */
function fromRoot(written: string): string {
  return written.startsWith('.') ? written.replace(/^(?:\.{1,2}\/)+/, '') : written;
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

/** The folder of a path with its slash, or ''. */
function folderOfPath(path: string): string {
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
