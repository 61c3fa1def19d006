/**
 * The gaps of a program as the scanned folders want them told, each for its own files.
 */
import type { Gap } from '#core/gaps/gap.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { unusedCommentText, unusedProjectText } from '#core/messages/unusedSuppressionText.js';
import type { ProjectSuppression } from '#core/project/projectSettings.js';
import { ToldGaps } from '#core/project/toldGaps.js';
import type { SuppressedGap } from '#core/suppressions/applySuppressions.js';
import type { SuppressionComment } from '#core/suppressions/suppressionComment.js';
import type { TextPlace } from './projectFile.js';
import type { Project } from './projects.js';
import type { RootedPath } from './rootedPath.js';

/** A suppression, or features of it, that no gap needs; it stands in a source file or in a `unigap.json`. */
export interface UnusedSuppression extends TextPlace {
  readonly path: string;
  /** Empty where the suppression names none. */
  readonly features: readonly string[];
  readonly message: string;
}

export class ProjectGaps {
  /** Filled by `told`. */
  readonly suppressed: SuppressedGap[] = [];
  readonly unused: UnusedSuppression[] = [];
  private readonly byRoot: readonly ToldGaps[];

  /**
   * @param projects one for each root.
   * @param comments by path.
   */
  constructor(
    private readonly projects: readonly Project[],
    private readonly comments: ReadonlyMap<string, readonly SuppressionComment[]>,
    private readonly rootOf: (path: string) => RootedPath,
    knowledge: Knowledge,
  ) {
    this.byRoot = projects.map(({ settings }) => new ToldGaps(settings, knowledge));
  }

  /** @param gaps all of the program, file by file. */
  told(gaps: readonly Gap[]): readonly Gap[] {
    const byFile = new Map<string, Gap[]>();
    for (const gap of gaps) {
      const list = byFile.get(gap.use.path);
      if (list) list.push(gap);
      else byFile.set(gap.use.path, [gap]);
    }
    for (const path of this.comments.keys()) if (!byFile.has(path)) byFile.set(path, []);
    const told: Gap[] = [];
    const used = new Set<ProjectSuppression>();
    for (const [file, ofFile] of byFile) {
      const { root, path } = this.rootOf(file);
      const result = this.byRoot[root].of(path, ofFile, this.comments.get(file) ?? []);
      for (const gap of result.told) told.push(gap);
      for (const gap of result.suppressed) this.suppressed.push(gap);
      for (const one of result.used) used.add(one);
      for (const { comment, features } of result.unused) {
        const place = { line: comment.line + 1, column: comment.column + 1 };
        this.unused.push({ path: file, ...place, features, message: unusedCommentText(features) });
      }
    }
    this.unused.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    for (const project of new Set(this.projects)) this.addUnused(project, used);
    return told;
  }

  private addUnused({ fileName, file, isWhole }: Project, used: ReadonlySet<ProjectSuppression>): void {
    if (!file || !isWhole) return;
    for (const one of file.settings.suppressions) {
      if (used.has(one)) continue;
      const { feature, start } = one;
      this.unused.push({
        path: fileName,
        ...file.placeOf(start),
        features: [feature],
        message: unusedProjectText(feature),
      });
    }
  }
}
