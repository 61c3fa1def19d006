/**
 * The judgements of one set of findings (all uses, or the untagged ones) over packages.
 */
import type { Finding } from './findings.js';
import type { Judgement } from './judgement.js';
import { scoreImports } from './linkerScore.js';
import { scoreSites } from './siteScore.js';
import { Tally } from './tally.js';
import type { PackageImports, Truth } from './truth.js';

export class ScoredSet {
  readonly total = new Tally();
  private readonly judgements = new Map<string, readonly Judgement[]>();

  constructor(readonly title: string) {}

  /** Judges the findings of one package, by its imports and, where the truth has them, by its sites. */
  add(one: PackageImports, findings: readonly Finding[], truth: Truth): void {
    const sites = truth.sites[one.package];
    const judgements = [
      ...(sites ? scoreSites(findings, sites, truth.names) : []),
      ...scoreImports(findings, one.truth_symbols_interesting, truth.names),
    ];
    this.judgements.set(one.package, judgements);
    this.total.add(judgements);
  }

  byPackage(): Map<string, Tally> {
    return this.tallies((_, packageName) => packageName);
  }

  byName(): Map<string, Tally> {
    return this.tallies(({ name }) => name);
  }

  /** Every judgement with its package. */
  *all(): Generator<readonly [packageName: string, judgement: Judgement]> {
    for (const [packageName, list] of this.judgements) for (const one of list) yield [packageName, one];
  }

  private tallies(keyOf: (judgement: Judgement, packageName: string) => string): Map<string, Tally> {
    const tallies = new Map<string, Tally>();
    for (const [packageName, judgement] of this.all()) {
      const key = keyOf(judgement, packageName);
      const tally = tallies.get(key) ?? new Tally();
      tallies.set(key, tally);
      tally.add([judgement]);
    }
    return tallies;
  }
}
