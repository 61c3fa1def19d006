/**
 * The uses of a program that was read, a file at a time: no more than those of one file have to be held.
 */
import { operationsUses } from '../operations/operationsUses.js';
import type { Catalogue } from '../uses/catalogue.js';
import { type FileUses, UseFinder } from '../uses/findUses.js';
import type { ReadProgram } from './readProgram.js';

/** A file of which anything may be a use. */
export interface UsingFile {
  readonly path: string;
  /** Whether it is source: what is found in operations files is not kept for a later scan. */
  readonly isSource: boolean;
  /** Finds its uses. */
  uses(): FileUses;
}

/** Uses of the files by their paths. They can be asked for once: the facts behind them are let go. */
export function* usesByFile(program: ReadProgram, catalogue: Catalogue): Generator<UsingFile> {
  const finder = new UseFinder(program.index, catalogue);
  for (const { path, facts } of program.facts.inOrder()) {
    yield { path, isSource: true, uses: () => finder.usesOf(facts()) };
  }
  for (const facts of program.operations.files) {
    yield {
      path: facts.path,
      isSource: false,
      uses: () => ({ uses: operationsUses(facts, catalogue), counted: NONE }),
    };
  }
  program.index.rest();
}

const NONE: readonly never[] = [];
