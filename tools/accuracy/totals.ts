/**
 * Scores of packages added up, and the ratios that the bars ask for.
 */
import type { LinkerScore } from './linkerScore.js';
import type { FindingClass, SiteClass, SiteScore } from './siteScore.js';

export class Totals {
  readonly findings: Record<FindingClass, number> = {
    true: 0,
    false: 0,
    inactive: 0,
    'not-built': 0,
    'macro-used': 0,
    'macro-unused': 0,
  };
  readonly sites: Record<SiteClass, number> = {
    'direct-found': 0,
    'direct-missed': 0,
    'indirect-found': 0,
    'indirect-missed': 0,
    'data-found': 0,
    'data-missed': 0,
  };
  both = 0;
  foundOnly = 0;
  importedOnly = 0;

  addSites(score: SiteScore): void {
    for (const [kind, count] of Object.entries(score.findings)) this.findings[kind as FindingClass] += count;
    for (const [kind, count] of Object.entries(score.sites)) this.sites[kind as SiteClass] += count;
  }

  addImports(score: LinkerScore): void {
    this.both += score.both;
    this.foundOnly += score.foundOnly.length;
    this.importedOnly += score.importedOnly.length;
  }

  /** True findings over all; the body of a macro that something uses is neither. */
  get trueFindings(): number {
    const { 'macro-used': _, ...judged } = this.findings;
    return ratio(
      judged.true,
      Object.values(judged).reduce((sum, count) => sum + count, 0),
    );
  }

  get directFound(): number {
    return ratio(this.sites['direct-found'], this.sites['direct-found'] + this.sites['direct-missed']);
  }

  /** Imported names among the found ones. */
  get precision(): number {
    return ratio(this.both, this.both + this.foundOnly);
  }

  /** Found names among the imported ones. */
  get recall(): number {
    return ratio(this.both, this.both + this.importedOnly);
  }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
