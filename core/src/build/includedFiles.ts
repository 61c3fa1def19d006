/**
 * The files of a build and what they include, found as a compiler finds it: in the folder of the file that includes,
 * then in the folders that its command names. Files of the program are known by the index; others are asked for and
 * put in between two rounds.
 */
import type { GuardChain } from '../guards/guardChain.js';
import type { ProgramIndex } from '../index/programIndex.js';
import { baseName } from '../source/baseName.js';
import { absolutePath, folderOf, relativePath } from './absolutePath.js';
import type { BuildHeader } from './buildHeader.js';
import type { CompilerFlags } from './compilerFlags.js';

/** A file of the program, or a header beside it that was read for its macros. */
export interface BuildNode {
  /** Relative to the root that all paths of the scan are relative to; `../` leads out of it. */
  readonly path: string;
  /** Undefined for a file of the program. */
  readonly header: BuildHeader | undefined;
  /** Whether it lies in a folder that a compiler searches by itself. */
  readonly isSystem: boolean;
  readonly includes: readonly IncludeEdge[];
}

export interface IncludeEdge {
  readonly text: number;
  readonly guard: GuardChain | undefined;
  /** Node in the folder of the file, which angle brackets do not ask; -1 for none, undefined before it was looked for. */
  beside: number | undefined;
}

/** The folders that a command names, in the order of the search. */
export interface SearchList {
  readonly folders: readonly SearchedFolder[];
  /** By number of what is written: 0 before it was looked for, 1 for no node, else two more than the node. */
  found: Int32Array;
}

interface SearchedFolder {
  readonly absolute: string;
  /** The same as seen from the root, with a slash at its end, or '' for the root. */
  readonly prefix: string;
}

/** Whether a file is there that is no part of the program; the name may have folders in it. */
export type Presence = (folder: string, name: string) => boolean;

export class IncludedFiles {
  readonly nodes: BuildNode[] = [];
  /** Absolute paths at which something may be that nobody has read yet. */
  readonly wanted = new Set<string>();
  private readonly ids = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly textIds = new Map<string, number>();
  private readonly searches = new Map<string, SearchList>();
  /** Absolute paths at which nothing is that can be read. */
  private readonly missing = new Set<string>();
  /** How often a path was asked for that nobody has read yet: an answer behind such a question holds for its round. */
  private openQuestions = 0;
  /** Headers of the system include each other, whatever a command names: a large program has many lists. */
  private readonly systemSearch: SearchList;
  private readonly templateNames: ReadonlySet<string>;

  /**
   * @param root absolute folder that paths of the program are relative to.
   * @param systemFolders absolute folders that are searched last.
   * @param isThere asked about files beside those of the program.
   */
  constructor(
    private readonly root: string,
    private readonly index: ProgramIndex,
    private readonly systemFolders: readonly string[],
    private readonly isThere: Presence,
  ) {
    this.systemSearch = this.searchIn([]);
    this.templateNames = new Set(index.headerTemplates().map((path) => baseName(path).slice(0, -3)));
  }

  /** Node of a file of the program by its path there; -1 for none. */
  idOf(path: string): number {
    return this.ids.get(path) ?? (this.index.has(path) ? this.add(path, undefined) : -1);
  }

  /** Puts in what was read at a path that is wanted; undefined if there is no header. */
  put(absolute: string, header: BuildHeader | undefined): void {
    this.wanted.delete(absolute);
    if (header) this.add(relativePath(this.root, absolute), header);
    else this.missing.add(absolute);
  }

  searchOf({ quoteFolders, folders }: CompilerFlags): SearchList {
    const named = [...quoteFolders, ...folders];
    const key = named.join('\n');
    let list = this.searches.get(key);
    if (!list) {
      list = this.searchIn(named);
      this.searches.set(key, list);
    }
    return list;
  }

  /** Whether some answer since the count was taken may be another one when what is wanted was read. */
  isOpenSince(count: number): boolean {
    return this.openQuestions !== count;
  }

  get questionCount(): number {
    return this.openQuestions;
  }

  /** Node that an `#include` of a node leads to; -1 for a header that nobody can read. */
  target(from: BuildNode, edge: IncludeEdge, search: SearchList): number {
    const beside = edge.beside ?? this.besideOf(from, edge);
    return beside >= 0 ? beside : this.inFolders(edge.text, from.isSystem ? this.systemSearch : search);
  }

  /** Node of a header that a command forces; -1 for one that nobody can read. */
  forced(written: string, directory: string, search: SearchList): number {
    const beside = this.at(absolutePath(directory, written));
    return beside >= 0 ? beside : this.inFolders(this.textId(`"${written}`), search);
  }

  /** What stands in an `#include`. */
  written({ text }: IncludeEdge): string {
    return this.texts[text].slice(1);
  }

  private besideOf(from: BuildNode, edge: IncludeEdge): number {
    const before = this.openQuestions;
    const folder = folderOf(absolutePath(this.root, from.path));
    const node = this.isAngled(edge) ? -1 : this.at(absolutePath(folder, this.written(edge)));
    if (this.openQuestions === before) edge.beside = node;
    return node;
  }

  private searchIn(named: readonly string[]): SearchList {
    const folders = [...named, ...this.systemFolders].map((absolute) => {
      const path = relativePath(this.root, absolute);
      return { absolute, prefix: path === '' ? '' : `${path}/` };
    });
    return { folders, found: new Int32Array(256) };
  }

  private inFolders(text: number, search: SearchList): number {
    if (text >= search.found.length) {
      const larger = new Int32Array(Math.max(text + 1, search.found.length * 2));
      larger.set(search.found);
      search.found = larger;
    }
    const known = search.found[text];
    if (known > 0) return known - 2;
    const before = this.openQuestions;
    const name = this.texts[text].slice(1);
    let node = -1;
    for (const folder of search.folders) {
      node = this.inFolder(folder, name);
      if (node >= 0) break;
    }
    if (this.openQuestions === before) search.found[text] = node + 2;
    return node;
  }

  private inFolder({ absolute, prefix }: SearchedFolder, name: string): number {
    if (name.includes('./') || name.startsWith('/')) return this.at(absolutePath(absolute, name));
    return this.atPath(prefix + name, absolute, name);
  }

  private at(absolute: string): number {
    const folder = folderOf(absolute);
    return this.atPath(relativePath(this.root, absolute), folder, absolute.slice(folder.length + 1));
  }

  private atPath(path: string, folder: string, name: string): number {
    const known = this.idOf(path);
    if (known >= 0) return known;
    if (this.isThere(folder, name)) {
      const absolute = `${folder}/${name}`;
      if (!this.missing.has(absolute)) {
        this.wanted.add(absolute);
        return this.leftOpen();
      }
    }
    // Where the build was cleaned, the template of a header that it made says what may be in it.
    return this.templateNames.has(baseName(name)) ? this.idOf(`${path}.in`) : -1;
  }

  private leftOpen(): number {
    this.openQuestions++;
    return -1;
  }

  private add(path: string, header: BuildHeader | undefined): number {
    const id = this.nodes.length;
    const written = header?.includes ?? this.index.includesOf(path);
    const includes = written.map(
      (one): IncludeEdge => ({
        text: this.textId(`${one.angled ? '<' : '"'}${one.header}`),
        guard: one.guard,
        beside: undefined,
      }),
    );
    const isSystem =
      header !== undefined && this.systemSearch.folders.some(({ prefix }) => path.startsWith(prefix));
    this.nodes.push({ path, header, isSystem, includes });
    this.ids.set(path, id);
    return id;
  }

  private isAngled({ text }: IncludeEdge): boolean {
    return this.texts[text][0] === '<';
  }

  /** @param written behind the sign that it begins with. */
  private textId(written: string): number {
    let id = this.textIds.get(written);
    if (id === undefined) {
      id = this.texts.push(written) - 1;
      this.textIds.set(written, id);
    }
    return id;
  }
}
