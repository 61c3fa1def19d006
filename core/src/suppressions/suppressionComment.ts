/**
 * Comments by which a source file keeps gaps from being told:
 *
 *     pid = fork(); // unigap-ignore-line function/fork -- only without -d
 *     // unigap-ignore-next-line function/fork, function/setsid -- only without -d
 *     // unigap-ignore-file path/proc/self/maps -- diagnostics only
 *
 * Without a feature, every gap there is meant. What follows `--` is the reason.
 */
export type SuppressionScope = 'line' | 'next-line' | 'file';

export interface SuppressionComment {
  readonly scope: SuppressionScope;
  /** Feature ids; empty for all. */
  readonly features: readonly string[];
  /** Empty if none is given. */
  readonly reason: string;
  /** Zero-based line of the comment; columns are UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The comment that says it. */
  readonly around: CommentAround;
}

/** A comment with its marks, as seen from one of its lines. */
export interface CommentAround {
  readonly kind: 'line-comment' | 'block-comment';
  /** Undefined if the comment begins in an earlier line. */
  readonly column: number | undefined;
  /** Undefined if it ends in a later line. */
  readonly endColumn: number | undefined;
}

/** The comment that suppresses features, in the syntax of C and C++. */
export function suppressionText(
  scope: SuppressionScope,
  features: readonly string[],
  reason: string,
): string {
  return `/* ${suppressionWords(scope, features, reason)} */`;
}

/** What stands in it, without the marks. */
export function suppressionWords(
  scope: SuppressionScope,
  features: readonly string[],
  reason: string,
): string {
  return `unigap-ignore-${scope} ${features.join(', ')}${reason === '' ? '' : ` -- ${reason}`}`;
}
