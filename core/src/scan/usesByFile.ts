/**
 * The uses of a program that was read, a file at a time: no more than those of one file have to be held.
 */
import type { Catalogue } from '../uses/catalogue.js';
import { type FileUses, UseFinder } from '../uses/findUses.js';
import type { ReadProgram } from './readProgram.js';

/** Uses of the files by their paths. They can be asked for once: the facts behind them are let go. */
export function* usesByFile(program: ReadProgram, catalogue: Catalogue): Generator<FileUses> {
  const finder = new UseFinder(program.index, catalogue);
  for (const facts of program.facts.inOrder()) yield finder.usesOf(facts);
  program.index.rest();
}
