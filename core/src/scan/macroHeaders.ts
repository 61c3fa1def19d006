/**
 * Headers that hold nothing but macros, none of which leads to the vocabulary: tables of registers, of error
 * numbers, of protocol constants. A large program has hundreds of megabytes of them. They have been read for
 * their macros; they need not be read again for their uses, unless somebody asks for one of the macros.
 */
import type { Vocabulary } from '../facts/vocabulary.js';

export class MacroHeaders {
  private readonly byPath = new Map<string, { readonly length: number; readonly defined: Int32Array }>();

  /**
   * @param length bytes of the file.
   * @param defined hashes of the names of its macros, or undefined if it holds more than such macros.
   */
  set(path: string, length: number, defined: readonly number[] | undefined): void {
    if (defined) this.byPath.set(path, { length, defined: Int32Array.from(defined) });
    else this.byPath.delete(path);
  }

  /** Bytes of a header of which nothing can come from, or undefined if the file has to be read. */
  lengthOfIdle(path: string, vocabulary: Vocabulary): number | undefined {
    const header = this.byPath.get(path);
    if (!header) return undefined;
    for (const hash of header.defined) {
      if (vocabulary.isSwitch(hash) || vocabulary.table.hasHash(hash)) return undefined;
    }
    return header.length;
  }

  /**
   * Hashes of the macros of a header for which it has to be read since a condition may ask for them; undefined for a
   * file that has to be read in any case.
   */
  askedFor(path: string, vocabulary: Vocabulary): number[] | undefined {
    const header = this.byPath.get(path);
    if (!header) return undefined;
    const asked: number[] = [];
    for (const hash of header.defined) {
      if (vocabulary.table.hasHash(hash)) return undefined;
      if (vocabulary.isSwitch(hash)) asked.push(hash);
    }
    return asked;
  }
}
