/**
 * Variables of the environment by which people change a program from outside.
 */
import type { Span } from './foundOperations.js';
import { withoutCommentLines } from './maskedText.js';

/** `LD_PRELOAD=/usr/lib/libjemalloc.so relayd`, `ENV LD_PRELOAD ...`, `- name: LD_PRELOAD`; not in comments. */
export function preloads(text: string): Span[] {
  const masked = withoutCommentLines(text);
  return [...masked.matchAll(/(?<![\w$.{-])LD_PRELOAD(?=\s*[=:]|["']?\s*$|\s+["'/$])/gm)].map(
    ({ index }) => ({
      start: index,
      end: index + 'LD_PRELOAD'.length,
    }),
  );
}
