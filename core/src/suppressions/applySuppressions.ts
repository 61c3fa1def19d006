/**
 * Which gaps of a file are suppressed, and which suppressions suppress nothing any more.
 */
import type { Gap } from '../gaps/gap.js';
import type { ProjectSuppression } from '../project/projectSettings.js';
import type { SuppressionComment } from './suppressionComment.js';

export interface SuppressionResult {
  readonly told: readonly Gap[];
  readonly suppressed: readonly SuppressedGap[];
  readonly unused: readonly UnusedComment[];
  /** Suppressions of the project that a gap of this file needs. */
  readonly used: ReadonlySet<ProjectSuppression>;
}

export interface SuppressedGap {
  readonly gap: Gap;
  /** Empty if none is given. */
  readonly reason: string;
  readonly by: 'comment' | 'project';
}

/** A comment, or features of it, that no gap needs. */
export interface UnusedComment {
  readonly comment: SuppressionComment;
  readonly features: readonly string[];
}

/**
 * @param gaps of one file.
 * @param project suppressions of the project that hold for the file.
 */
export function applySuppressions(
  gaps: readonly Gap[],
  comments: readonly SuppressionComment[],
  project: readonly ProjectSuppression[],
): SuppressionResult {
  const told: Gap[] = [];
  const suppressed: SuppressedGap[] = [];
  const needed = new Map<SuppressionComment, Set<string>>(comments.map((comment) => [comment, new Set()]));
  const used = new Set<ProjectSuppression>();
  const index = new CommentIndex(comments);
  // Of several for a feature the first counts.
  const rules = new Map(project.map((one) => [one.feature, one] as const).reverse());
  for (const gap of gaps) {
    const { feature, line } = gap.use;
    const comment = index.commentFor(line, feature);
    const rule = rules.get(feature);
    if (comment) needed.get(comment)?.add(feature);
    if (rule) used.add(rule);
    if (comment) suppressed.push({ gap, reason: comment.reason, by: 'comment' });
    else if (rule) suppressed.push({ gap, reason: rule.reason, by: 'project' });
    else told.push(gap);
  }
  const unused = [...needed].flatMap(([comment, features]) => {
    const idle = comment.features.filter((id) => !features.has(id));
    const isUnused = comment.features.length > 0 ? idle.length > 0 : features.size === 0;
    return isUnused ? [{ comment, features: idle }] : [];
  });
  return { told, suppressed, unused, used };
}

/** Comments by what they meet; of equal ones the first counts, and one for the whole file before one for a line. */
class CommentIndex {
  private readonly byPlace = new Map<string, SuppressionComment>();

  constructor(comments: readonly SuppressionComment[]) {
    for (const comment of comments) {
      for (const feature of comment.features.length > 0 ? comment.features : [ANY]) {
        const key = `${placeOf(comment)} ${feature}`;
        if (!this.byPlace.has(key)) this.byPlace.set(key, comment);
      }
    }
  }

  commentFor(line: number, feature: string): SuppressionComment | undefined {
    const { byPlace } = this;
    if (byPlace.size === 0) return undefined;
    return (
      byPlace.get(`${FILE} ${feature}`) ??
      byPlace.get(`${FILE} ${ANY}`) ??
      byPlace.get(`${line} ${feature}`) ??
      byPlace.get(`${line} ${ANY}`)
    );
  }
}

const ANY = '*';
const FILE = 'file';

function placeOf({ scope, line }: SuppressionComment): string | number {
  return scope === 'file' ? FILE : line + (scope === 'next-line' ? 1 : 0);
}
