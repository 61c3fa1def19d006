/**
 * The macros in headers as one file sees them.
 */
import { hasBit, type IncludeGraph } from './includeGraph.js';
import type { IndexedMacro } from './programIndex.js';

export class MacroView {
  private seen: Uint32Array | undefined;
  private certain: Uint32Array | undefined;

  constructor(
    private readonly path: string,
    private readonly macros: ReadonlyMap<string, readonly IndexedMacro[]>,
    private readonly includes: IncludeGraph,
    private readonly certainIncludes: IncludeGraph,
  ) {}

  /** All definitions of a macro in headers, seen from here or not. */
  named(name: string): readonly IndexedMacro[] {
    return this.macros.get(name) ?? NONE;
  }

  /** Whether the file includes the header of a macro, directly or not; it sees its own macros. */
  sees(entry: IndexedMacro): boolean {
    if (entry.path === this.path) return true;
    if (!this.seen) {
      this.includes.settle();
      this.seen = this.includes.seenFrom(this.path);
    }
    return hasBit(this.seen, entry.seenBit);
  }

  /** Whether the file sees a macro whatever the build's conditions are. */
  certainlySees(entry: Pick<IndexedMacro, 'path' | 'certainBit'>): boolean {
    if (entry.path === this.path) return true;
    if (!this.certain) {
      this.certainIncludes.settle();
      this.certain = this.certainIncludes.seenFrom(this.path);
    }
    return hasBit(this.certain, entry.certainBit);
  }
}

const NONE: readonly never[] = [];
