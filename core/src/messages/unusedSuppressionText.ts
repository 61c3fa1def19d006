/**
 * Suppressions that suppress nothing, in words.
 */

/** @param features those of the comment that no gap needs; none where it names none. */
export function unusedCommentText(features: readonly string[]): string {
  const what = features.length > 0 ? features.join(', ') : 'anything';
  return `This comment does not suppress ${what} any more: remove it.`;
}

export function unusedProjectText(feature: string): string {
  return `No gap of ${feature} is left that this suppresses: remove it.`;
}
