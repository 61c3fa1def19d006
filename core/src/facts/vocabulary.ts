/**
 * The names that a scan looks for. Made once from what is known of features; files add the macros that they
 * define while they are read, and the program's macros are added between files.
 */
import { KEYWORDS } from '../c/token.js';
import { NameTable } from '../source/nameTable.js';

/** Every place of the name is kept. */
export const KEEP_PLACES = 1;
/** The arguments of its calls are read. */
export const READ_ARGUMENTS = 2;
/** A function of the platform. */
export const IS_FUNCTION = 4;
/** A macro of the program whose body leads to a function. */
export const IS_MACRO = 8;
/** Every place is kept in files that see the macro of this name. */
export const KEEP_MACRO_PLACES = 16;

/** A function that C++ has in its namespace std, too. */
export const IS_IN_STD = 32;

/** Where a program begins: known to every vocabulary, so that programs of one tree can be told apart. */
export const MAIN = 'main';

/** A name with what is known of it. */
export interface AddedName {
  readonly name: string;
  readonly flags: number;
}

/** What a vocabulary was at one moment. */
export interface VocabularyMark {
  readonly size: number;
  readonly flags: Uint8Array;
}

export class Vocabulary {
  readonly table = new NameTable();
  /** Constants of the platform that calls are given: looked for in the bodies of macros only. */
  readonly constants = new NameTable();
  /** Hashes of the names that conditions of the program ask for; undefined while every name may be asked for. */
  private switches: ReadonlySet<number> | undefined;
  private flags = new Uint8Array(4096);

  constructor() {
    for (const [name] of KEYWORDS) this.table.add(name);
    this.add(MAIN, 0);
  }

  /** Adds a name, or adds to what is known of it. Returns its id. */
  add(name: string, flags: number): number {
    const id = this.table.add(name);
    if (id >= this.flags.length) {
      const larger = new Uint8Array(this.flags.length * 2);
      larger.set(this.flags);
      this.flags = larger;
    }
    this.flags[id] |= flags;
    return id;
  }

  flagsOf(id: number): number {
    return this.flags[id];
  }

  nameOf(id: number): string {
    return this.table.names[id];
  }

  /** Number of names, keywords included. */
  get size(): number {
    return this.table.names.length;
  }

  /** What it is now, to tell later what was added. */
  mark(): VocabularyMark {
    return { size: this.size, flags: this.flags.slice(0, this.size) };
  }

  /** Names that were added, or of which more is known, since then. */
  addedSince({ size, flags }: VocabularyMark): AddedName[] {
    const added: AddedName[] = [];
    this.table.names.forEach((name, id) => {
      if (id >= size || this.flags[id] !== flags[id]) added.push({ name, flags: this.flags[id] });
    });
    return added;
  }

  /** Forgets the names from id `size` on. */
  shrink(size: number): void {
    this.flags.fill(0, size, this.table.names.length);
    this.table.truncate(size);
  }

  /** From now on only these names (and those added later) are kept as switches of the program. */
  keepOnlySwitches(hashes: ReadonlySet<number>): void {
    this.switches = hashes;
  }

  /** Whether the value of a macro with this hash of its name is worth keeping. */
  isSwitch(hash: number): boolean {
    return this.switches === undefined || this.switches.has(hash);
  }

  /** Whether conditions of the program are known to ask for a macro with this hash of its name. */
  asksFor(hash: number): boolean {
    return this.switches?.has(hash) ?? false;
  }

  /** Whether two vocabularies look for the same names in the same way. */
  equals(other: Vocabulary): boolean {
    const { names } = this.table;
    return (
      names.length === other.table.names.length &&
      names.every((name, id) => {
        const twin = other.table.get(name);
        return twin >= 0 && this.flags[id] === other.flags[twin];
      })
    );
  }

  /** Takes flags back from a name that stays. */
  clear(id: number, flags: number): void {
    this.flags[id] &= ~flags;
  }
}
