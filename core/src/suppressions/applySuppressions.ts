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
  for (const gap of gaps) {
    const { feature, line } = gap.use;
    const comment = comments.find((one) => meets(one, line) && names(one, feature));
    const rule = project.find((one) => one.feature === feature);
    if (comment) needed.get(comment)?.add(feature);
    if (rule) used.add(rule);
    const found = comment ?? rule;
    if (found) suppressed.push({ gap, reason: found.reason });
    else told.push(gap);
  }
  const unused = [...needed].flatMap(([comment, features]) => {
    const idle = comment.features.filter((id) => !features.has(id));
    const isUnused = comment.features.length > 0 ? idle.length > 0 : features.size === 0;
    return isUnused ? [{ comment, features: idle }] : [];
  });
  return { told, suppressed, unused, used };
}

function meets(comment: SuppressionComment, line: number): boolean {
  if (comment.scope === 'file') return true;
  return line === comment.line + (comment.scope === 'next-line' ? 1 : 0);
}

function names(comment: SuppressionComment, feature: string): boolean {
  return comment.features.length === 0 || comment.features.includes(feature);
}
