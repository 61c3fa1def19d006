/**
 * What a reader of a format finds in a text, by offsets in it; lines and columns are counted once for all of them.
 */
import { latin1 } from '../c/directive.js';
import type { FileProblem, Place } from '../facts/fileFacts.js';
import { ColumnCounter } from '../source/column.js';
import type { CommandRun, OperationsFacts, PracticePlace } from './operationsFacts.js';

/** Offsets in the text, which has a character a byte; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands at the place is taken from the text of the file. */
export type FoundRun = Span & Omit<CommandRun, keyof Place | 'written'>;
export type FoundPractice = Span & Omit<PracticePlace, keyof Place | 'written'>;

export class FoundOperations {
  readonly runs: FoundRun[] = [];
  readonly practices: FoundPractice[] = [];
  readonly called: Span[] = [];
  /** Offset of the place, and what is wrong there. */
  readonly problems: { readonly offset: number; readonly message: string }[] = [];

  /**
   * @param bytes of the text.
   * @param length how many of them belong to it.
   */
  facts(file: Pick<OperationsFacts, 'path' | 'format'>, bytes: Uint8Array, length: number): OperationsFacts {
    const lines = new LineStarts(bytes, length);
    const columns = new ColumnCounter(bytes);
    const placed = <T extends Span>(one: T): T & Place & { written: string } => {
      const line = lines.lineAt(one.start);
      const written = latin1(bytes, one.start, one.end);
      return { ...one, line, column: columns.at(lines.startOf(line), one.start), written };
    };
    const inOrder = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;
    const problems = this.problems.map(
      ({ offset, message }): FileProblem => ({ line: lines.lineAt(offset), message }),
    );
    return {
      ...file,
      byteLength: length,
      runs: this.runs.sort(inOrder).map(placed),
      practices: this.practices.sort(inOrder).map(placed),
      called: this.called.map(placed),
      problems,
    };
  }
}

class LineStarts {
  private readonly starts: number[] = [0];

  constructor(bytes: Uint8Array, length: number) {
    for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < length; at = bytes.indexOf(NEWLINE, at + 1)) {
      this.starts.push(at + 1);
    }
  }

  startOf(line: number): number {
    return this.starts[line];
  }

  /** Zero-based line of an offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const NEWLINE = 10;
