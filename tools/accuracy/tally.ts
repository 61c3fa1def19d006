/**
 * Judgements counted by kind, and the ratios that the bars ask for. A ratio of nothing is 0.
 */
import type { Judgement, JudgementKind } from './judgement.js';

export class Tally {
  private readonly counts = new Map<JudgementKind, number>();

  add(judgements: readonly Judgement[]): void {
    for (const { kind } of judgements) this.counts.set(kind, this.count(kind) + 1);
  }

  /** How many there are of these kinds together. */
  count(...kinds: readonly JudgementKind[]): number {
    return kinds.reduce((sum, kind) => sum + (this.counts.get(kind) ?? 0), 0);
  }

  /** True findings over all; the body of a macro that something uses is neither. */
  get trueFindings(): number {
    return this.share('true', 'false', 'inactive', 'not-built', 'macro-unused');
  }

  get directFound(): number {
    return this.share('direct-found', 'direct-missed');
  }

  /** Imported names among the found ones. */
  get precision(): number {
    return this.share('import-found', 'not-imported');
  }

  /** Found names among the imported ones. */
  get recall(): number {
    return this.share('import-found', 'import-missed');
  }

  private share(part: JudgementKind, ...rest: readonly JudgementKind[]): number {
    const whole = this.count(part, ...rest);
    return whole === 0 ? 0 : this.count(part) / whole;
  }
}
