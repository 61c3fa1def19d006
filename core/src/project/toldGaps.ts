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
  private readonly suppressions: readonly (readonly [ProjectSuppression, globs: Ignore | undefined])[];

  constructor(
    private readonly settings: Pick<FolderSettings, 'severities' | 'suppressions'>,
    private readonly knowledge: Knowledge,
  ) {
    this.suppressions = settings.suppressions.map((one) => [
      one,
      one.path === undefined ? undefined : ignore().add(one.path),
    ]);
  }

  /**
   * @param path of the file, relative to the folder.
   * @param gaps all of the file.
   * @param comments those in it that suppress.
   */
  of(path: string, gaps: readonly Gap[], comments: readonly SuppressionComment[]): SuppressionResult {
    const { settings, knowledge } = this;
    const wanted = gaps.flatMap((gap) => withSeverityRules(gap, settings.severities, knowledge) ?? []);
    const project =
      wanted.length === 0
        ? []
        : this.suppressions.filter(([, globs]) => !globs || globs.ignores(path)).map(([one]) => one);
    return applySuppressions(wanted, comments, project);
  }
}
