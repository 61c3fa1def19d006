/**
 * The uses of a program that was read, a file at a time: no more than those of one file have to be held.
 */
import type { Catalogue } from '../uses/catalogue.js';
import { type FileUses, UseFinder } from '../uses/findUses.js';
import type { ReadProgram } from './readProgram.js';

/** A file of which anything may be a use. */
export interface UsingFile {
  readonly path: string;
  /** Finds its uses. */
  uses(): FileUses;
}

/** Uses of the files by their paths. They can be asked for once: the facts behind them are let go. */
export function* usesByFile(program: ReadProgram, catalogue: Catalogue): Generator<UsingFile> {
  const finder = new UseFinder(program.index, catalogue);
  for (const { path, facts } of program.facts.inOrder()) {
    yield { path, uses: () => finder.usesOf(facts()) };
  }
  program.index.rest();
}
