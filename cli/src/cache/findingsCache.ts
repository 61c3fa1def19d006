/**
 * What was found in a program for some targets, from one scan to the next. It goes with the facts of one scan.
 */
import { join } from 'node:path';
import { Findings } from '#core/record/findings.js';
import { type CachePlace, digest, FINDINGS, FORM } from './cachePlace.js';
import { readSealed, writeSealed } from './sealedFile.js';

/** With which facts findings go; they are known by the sums over them. */
export interface FindingsPlace {
  readonly place: CachePlace;
  /** Those that were found. */
  readonly before: Uint8Array | undefined;
  /** Those that are left for the next scan. */
  readonly after: Uint8Array | undefined;
}

export class FindingsCache {
  readonly findings: Findings;
  private readonly isFresh: boolean;

  private readonly path: string;
  private readonly label: string;
  private readonly after: Uint8Array | undefined;

  /** @param judgement names all that decides what is a gap. */
  constructor({ place, before, after }: FindingsPlace, judgement: string) {
    const { folder, program, subject } = place;
    this.path = join(folder, `${digest(`${subject}\n${judgement}`)}${FINDINGS}`);
    this.label = `unigap findings ${FORM} ${digest(`${program}\n${subject}\n${judgement}`)}`;
    this.after = after;
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
