/**
 * Macros of headers as they are known before the facts of those headers are: by the names in their bodies.
 */
import { hasBit, type IncludeGraph } from './includeGraph.js';

export interface AnnouncedMacro {
  readonly name: string;
  /** Names of the vocabulary in its body. */
  readonly body: readonly string[];
}

interface Entry {
  readonly path: string;
  /** Bit of its header among those that files see. */
  readonly bit: number;
  readonly body: readonly string[];
}

export class AnnouncedMacros {
  private readonly byName = new Map<string, Entry[]>();
  /** Bits of the headers that include a source file: what that brings along is not announced. */
  private readonly open: number[] = [];

  /** Says that a header includes a source file. */
  setOpen(bit: number): void {
    this.open.push(bit);
  }

  /** Puts the macros of a header in, instead of those of the same names that it had before. */
  set(path: string, bit: number, macros: readonly AnnouncedMacro[]): void {
    for (const { name, body } of macros) {
      const entries = this.byName.get(name);
      const entry = { path, bit, body };
      if (!entries) this.byName.set(name, [entry]);
      else {
        const own = entries.findIndex((known) => known.path === path);
        if (own >= 0) entries.splice(own, 1);
        entries.push(entry);
      }
    }
  }

  clear(): void {
    this.byName.clear();
    this.open.length = 0;
  }

  searchFrom(path: string, includes: IncludeGraph, isWanted: (name: string) => boolean): MacroSearch {
    return new MacroSearch(this.byName, this.open, path, includes, isWanted);
  }
}

/** Asks of one file which names lead to a name that is wanted. */
export class MacroSearch {
  private readonly known = new Map<string, boolean>();
  private seen: Uint32Array | undefined;
  private mayLead: boolean | undefined;

  constructor(
    private readonly byName: ReadonlyMap<string, readonly Entry[]>,
    private readonly open: readonly number[],
    private readonly path: string,
    private readonly includes: IncludeGraph,
    private readonly isWanted: (name: string) => boolean,
  ) {}

  /**
   * Whether a name leads through macros of headers that are seen to a name that is wanted, or may do so through a source
   * file that one of them includes.
   */
  leads(name: string): boolean {
    this.mayLead ??= this.open.some((bit) => this.sees(bit));
    if (this.mayLead) return true;
    const visited = new Set([name]);
    const found = this.findsWanted(visited);
    if (found) this.known.set(name, true);
    else for (const at of visited) this.known.set(at, false);
    return found;
  }

  /** Adds all names on the way, unless it is found that one of them is wanted. */
  private findsWanted(visited: Set<string>): boolean {
    for (const at of visited) {
      for (const { path, bit, body } of this.byName.get(at) ?? NONE) {
        if (path !== this.path && !this.sees(bit)) continue;
        for (const inner of body) {
          const known = this.known.get(inner);
          if (known === true || this.isWanted(inner)) return true;
          if (known === undefined) visited.add(inner);
        }
      }
    }
    return false;
  }

  private sees(bit: number): boolean {
    this.seen ??= this.includes.seenFrom(this.path);
    return hasBit(this.seen, bit);
  }
}

const NONE: readonly never[] = [];
