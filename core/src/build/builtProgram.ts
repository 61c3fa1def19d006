/**
 * What a build compiles of a program: which files, with which macros, and which headers those files see.
 */
import type { ProgramIndex } from '../index/programIndex.js';
import { baseName } from '../source/baseName.js';
import type { BuildHeader, HeaderMacro } from './buildHeader.js';
import type { FlagSet } from './flagSets.js';
import type { IncludedFiles } from './includedFiles.js';

/** A macro in a header that is no part of the scanned files. */
export interface OutsideMacro extends HeaderMacro {
  readonly path: string;
  readonly node: number;
  /** Whether the header belongs to the system. */
  readonly isSystem: boolean;
  /** Whether a configure script wrote the header. */
  readonly isConfigured: boolean;
}

export class BuiltProgram {
  private readonly outside = new Map<string, OutsideMacro[]>();
  private readonly notDefined = new Map<string, { path: string; node: number; line: number }[]>();
  /** Names without their ends of the files that are compiled: `parse` for `parse.tab.c`. */
  private stems: Set<string> | undefined;

  /**
   * @param isPart whether other files than those of the scan are compiled too: they may include its headers.
   * @param isAsked whether a condition asks for a macro.
   */
  constructor(
    private readonly index: ProgramIndex,
    readonly files: IncludedFiles,
    readonly flagSets: readonly FlagSet[],
    private readonly isPart: boolean,
    isAsked: (name: string) => boolean,
  ) {
    for (const [id, { path, header, isSystem }] of files.nodes.entries()) {
      if (!header) continue;
      const isConfigured = header.undefined.size > 0 || this.isConfigured(path) || asksTheHost(header);
      for (const macro of header.macros) {
        if (!isAsked(macro.name)) continue;
        push(this.outside, macro.name, { ...macro, path, node: id, isSystem, isConfigured });
      }
      for (const [name, line] of header.undefined) push(this.notDefined, name, { path, node: id, line });
    }
  }

  /** How many files of the program are compiled or included. */
  get builtFiles(): number {
    return this.files.nodes.filter(({ header }, node) => !header && this.isSeen(node)).length;
  }

  /** Whether it is known which files are compiled. */
  get hasUnits(): boolean {
    return this.flagSets.some(({ starts }) => starts.length > 0);
  }

  /** Definitions in headers that are no part of the scanned files. */
  macrosNamed(name: string): readonly OutsideMacro[] {
    return this.outside.get(name) ?? NONE;
  }

  /** Places at which a configure script says that a macro is not defined. */
  undefinedAt(
    name: string,
  ): readonly { readonly path: string; readonly node: number; readonly line: number }[] {
    return this.notDefined.get(name) ?? NONE;
  }

  /** Whether a configure script writes a header: its template is a part of the program. */
  isConfigured(path: string): boolean {
    return this.index.has(`${path}.in`);
  }

  /** Whether files of the program include a file, or it is compiled. */
  isSeen(node: number): boolean {
    return this.flagSets.some(({ seen }) => seen.has(node));
  }

  /** Whether a file takes part in the build, whatever the target is. */
  isBuilt(path: string): boolean {
    const node = this.files.idOf(path);
    if (this.isSeen(node)) return true;
    if (this.isPart && !/\.(?:c|cc|cpp|cxx|c\+\+)$/i.test(path)) return true;
    return this.isGenerator(path);
  }

  /** Whether a program makes source of a file that the build compiles under its name. */
  private isGenerator(path: string): boolean {
    if (!/\.(?:y|l|yy|ll|xs|rl|re|c\.in|cc\.in|cpp\.in|i)$/i.test(path)) return false;
    if (!this.stems) {
      this.stems = new Set();
      for (const { starts } of this.flagSets) {
        for (const { node } of starts) this.stems.add(stemOf(this.files.nodes[node].path));
      }
    }
    return this.stems.has(stemOf(path)) || /\.(?:l|ll)$/.test(path);
  }
}

const NONE: readonly never[] = [];

/** Whether a header is full of answers of a configure script. */
function asksTheHost({ macros }: BuildHeader): boolean {
  return macros.filter(({ name }) => /(?:^|_)HAVE_/.test(name)).length >= 3;
}

function stemOf(path: string): string {
  return baseName(path).replace(/\..*$/, '');
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
