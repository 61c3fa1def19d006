/**
 * Gaps as a folder wants them told: its severities first, then what it suppresses.
 */
import ignore, { type Ignore } from 'ignore';
import type { Gap } from '../gaps/gap.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { applySuppressions, type SuppressionResult } from '../suppressions/applySuppressions.js';
import type { SuppressionComment } from '../suppressions/suppressionComment.js';
import type { FolderSettings } from './folderSettings.js';
import type { ProjectSuppression } from './projectSettings.js';
import { withSeverityRules } from './severityRules.js';

export class ToldGaps {
  private readonly byFeature = new Map<string, [ProjectSuppression, globs: Ignore | undefined][]>();

  constructor(
    private readonly settings: Pick<FolderSettings, 'severities' | 'suppressions'>,
    private readonly knowledge: Knowledge,
  ) {
    for (const one of settings.suppressions) {
      const others = this.byFeature.get(one.feature);
      const entry: [ProjectSuppression, Ignore | undefined] = [
        one,
        one.path === undefined ? undefined : ignore().add(one.path),
      ];
      if (others) others.push(entry);
      else this.byFeature.set(one.feature, [entry]);
    }
  }

  /**
   * @param path of the file, relative to the folder.
   * @param gaps all of the file.
   * @param comments those in it that suppress.
   */
  of(path: string, gaps: readonly Gap[], comments: readonly SuppressionComment[]): SuppressionResult {
    const { settings, knowledge } = this;
    const wanted = gaps.flatMap((gap) => withSeverityRules(gap, settings.severities, knowledge) ?? []);
    return applySuppressions(wanted, comments, this.suppressionsFor(path, wanted));
  }

  /** One for each feature: of several the first counts, and a glob is not asked where nothing hangs on it. */
  private suppressionsFor(path: string, gaps: readonly Gap[]): ProjectSuppression[] {
    const features = new Set(gaps.map(({ use }) => use.feature));
    return [...features].flatMap((feature) => {
      const found = this.byFeature.get(feature)?.find(([, globs]) => !globs || globs.ignores(path));
      return found ? [found[0]] : [];
    });
  }
}
