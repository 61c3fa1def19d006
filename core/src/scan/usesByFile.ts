/**
 * The uses of a program that was read, a file at a time: no more than those of one file have to be held.
 */
import type { Catalogue } from '../uses/catalogue.js';
import { countedFeatures, findUses } from '../uses/findUses.js';
import type { Use } from '../uses/use.js';
import type { ReadProgram } from './readProgram.js';

export interface FileUses {
  /** By place. */
  readonly uses: readonly Use[];
  /** Features that are used of which no place was kept. */
  readonly counted: Iterable<string>;
}

/** Uses of the files by their paths. They can be asked for once: the facts behind them are let go. */
export function* usesByFile(program: ReadProgram, catalogue: Catalogue): Generator<FileUses> {
  const { index } = program;
  for (const facts of program.facts.inOrder()) {
    yield {
      uses: findUses(facts, index, catalogue),
      counted: countedFeatures(facts, index, catalogue),
    };
  }
  index.rest();
}
