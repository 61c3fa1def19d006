/**
 * Lines of a text in bytes, each made to a string when it is asked for: of a large file few are.
 */
import { latin1 } from '../c/directive.js';

export class SourceLines {
  /** Where each line begins. */
  private readonly starts: number[] = [0];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly length: number,
  ) {
    for (let at = bytes.indexOf(10); at >= 0 && at < length; at = bytes.indexOf(10, at + 1)) {
      this.starts.push(at + 1);
    }
  }

  /** Of a line, its end if it is empty; undefined behind the last. */
  firstByte(line: number): number | undefined {
    const start = this.starts[line];
    return start < this.length ? this.bytes[start] : undefined;
  }

  /**
   * A line without its end, a character a byte; undefined behind the last.
   * @param line zero-based.
   */
  at(line: number): string | undefined {
    const start = this.starts[line];
    if (start === undefined) return undefined;
    const end = line + 1 < this.starts.length ? this.starts[line + 1] - 1 : this.length;
    return latin1(this.bytes, start, end);
  }
}
