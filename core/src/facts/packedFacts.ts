/**
 * The facts of all files of a program while they wait for each other: a large program has hundreds of thousands of
 * occurrences and includes. They are packed into numbers; asking for the facts
 * of a file makes the objects anew.
 */
import type { Term } from '../c/conditionGroups.js';
import { FactTables } from './factTables.js';
import type { KeptFacts } from './fileFacts.js';
import { NumberLog } from './numberLog.js';
import { type PackedKnown, readKept, readKnown, writeFile } from './packedFile.js';
import { namesAnything, type ReadFile } from './readFile.js';

export interface KeptFile {
  readonly path: string;
  /** Its facts, made anew at each call. */
  facts(): KeptFacts;
}

export class PackedFacts {
  /** Files of which anything is kept, and where their numbers begin. */
  private readonly kept: { readonly path: string; readonly start: number }[] = [];
  /** Numbers of the conditions around something that is kept. */
  private readonly terms = new Set<number>();

  /**
   * @param log where numbers are written, behind what is in it.
   * @param onTerm told of each condition when something around which it stands is first kept.
   */
  constructor(
    private readonly onTerm: (term: Term) => void,
    readonly log = new NumberLog(),
    readonly tables = new FactTables(),
  ) {}

  /**
   * Puts a file in.
   * @param isRecorded whether it is packed even where nothing of it may become a use.
   * @returns where its numbers begin.
   */
  add(file: ReadFile, isRecorded: boolean): number {
    const start = this.log.length;
    const isKept = namesAnything(file);
    if (!isKept && !isRecorded) return start;
    writeFile(this.log, file, isKept, this.tables, (id) => this.term(id));
    if (isKept) this.kept.push({ path: file.facts.path, start });
    return start;
  }

  /** What a file says to others whose numbers are in the log. */
  known(path: string, start: number): PackedKnown {
    return readKnown(this.log.from(start), path, this.tables);
  }

  /** Takes over a file whose numbers are in the log. */
  take(path: string, start: number, { isKept, terms }: PackedKnown): void {
    for (const id of terms) this.term(id);
    if (isKept) this.kept.push({ path, start });
  }

  /** All files of which anything is kept, by their paths; what is done with is let go. */
  *inOrder(): Generator<KeptFile> {
    const { kept, log, tables } = this;
    kept.sort((a, b) => (a.path < b.path ? 1 : -1));
    for (let file = kept.pop(); file; file = kept.pop()) {
      const { path, start } = file;
      yield { path, facts: () => readKept(log.from(start), path, tables) };
    }
  }

  private term(id: number): void {
    if (this.terms.has(id)) return;
    this.terms.add(id);
    this.onTerm(this.tables.term(id));
  }
}
