/**
 * A whole program to its uses, all of them in one list.
 */
import type { Grammar, SyntaxEngine } from '../engine/engine.js';
import type { Vocabulary } from '../facts/vocabulary.js';
import type { Catalogue } from '../uses/catalogue.js';
import type { Use } from '../uses/use.js';
import type { Workspace } from '../workspace.js';
import { type ReadProgram, readProgram } from './readProgram.js';
import type { KnownProgram } from './recall.js';
import { usesByFile } from './usesByFile.js';

export interface ScanOptions {
  /** Made for this scan: the macros of the program's headers are added to it. */
  readonly vocabulary: Vocabulary;
  readonly catalogue: Catalogue;
  /** Gives a parser of a grammar, asked for when a doubtful place is met. */
  readonly engine: (grammar: Grammar) => Promise<SyntaxEngine>;
  /** Told now and then: files done and files in all. */
  readonly progress?: (done: number, total: number) => void;
  /** Asked between files; true ends the scan with what there is. */
  readonly cancelled?: () => boolean;
  /** What is known of the program from an earlier scan with the same vocabulary. */
  readonly known?: KnownProgram;
  /** Whether what is read is recorded for a later scan. */
  readonly isRecorded?: boolean;
  /** Why files by which the program is run and looked after are not read; they are if it is left out. */
  readonly withoutOperations?: string;
  /** Paths of the files whose facts are read here; those of the others are read elsewhere. All if it is left out. */
  readonly share?: ReadonlySet<string>;
}

export interface ScanResult extends ReadProgram {
  /** By path, then by place. */
  readonly uses: readonly Use[];
  /** Features that are used of which no place was kept. */
  readonly counted: ReadonlySet<string>;
}

/** For programs of which all uses are wanted at once; `readProgram` and `usesByFile` never hold all. */
export async function scanWorkspace(workspace: Workspace, options: ScanOptions): Promise<ScanResult> {
  const program = await readProgram(workspace, options);
  const uses: Use[] = [];
  const counted = new Set<string>();
  for (const file of usesByFile(program, options.catalogue)) {
    const found = file.uses();
    for (const use of found.uses) uses.push(use);
    for (const feature of found.counted) counted.add(feature);
  }
  return { ...program, uses, counted };
}
