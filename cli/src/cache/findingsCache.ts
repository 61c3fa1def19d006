/**
 * What was found in a program for some targets, from one scan to the next. It goes with the facts of one scan.
 */
import { Findings } from '#core/record/findings.js';
import { readSealed, writeSealed } from './sealedFile.js';

export class FindingsCache {
  readonly findings: Findings;
  private readonly isFresh: boolean;

  /**
   * @param before the facts with which the findings go that may be taken up, by their sum.
   * @param after those with which they go that are left for the next scan.
   */
  constructor(
    private readonly path: string,
    private readonly label: string,
    before: Uint8Array | undefined,
    private readonly after: Uint8Array | undefined,
  ) {
    const found = before && this.read(before);
    this.isFresh = found === undefined || before !== after;
    this.findings = found ?? new Findings();
  }

  /** @param isComplete whether all that was found could be taken up. */
  save(isComplete: boolean): void {
    if (!this.after || (isComplete && !this.isFresh)) return;
    const parts = this.findings.encode().map((log) => [...log.bytes()]);
    try {
      writeSealed(this.path, this.label, [[this.after], ...parts]);
    } catch (error) {
      // The facts could be written a moment before: the next scan finds the gaps in them anew.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }

  private read(facts: Uint8Array): Findings | undefined {
    const found = readSealed(this.path, this.label);
    if (typeof found === 'string') return undefined;
    const [sum, ...parts] = found.parts;
    return Buffer.compare(sum, facts) === 0 ? Findings.decode(parts) : undefined;
  }
}
