/**
 * The line that includes a header, where a text lacks it.
 */
import type { ByteEdit } from './byteEdit.js';

/** Behind the includes that stand under the fewest conditions; undefined if the header is included. */
export function includeLine(text: string, header: string, lineEnd: string): ByteEdit | undefined {
  let depth = 0;
  let best: { readonly depth: number; readonly end: number } | undefined;
  for (const { 0: line, 1: directive, 2: name, index } of text.matchAll(DIRECTIVE)) {
    if (directive === 'include' && name === header) return undefined;
    if (directive.startsWith('if')) depth++;
    if (directive === 'endif') depth--;
    const end = index + line.length;
    if (directive === 'include' && (!best || depth <= best.depth) && text[end - 1] === '\n')
      best = { depth, end };
  }
  const at = best?.end ?? 0;
  return { start: at, end: at, text: `#include <${header}>${lineEnd}` };
}

const DIRECTIVE = /^[ \t]*#[ \t]*(include|if|ifdef|ifndef|endif)\b(?:[ \t]*[<"]([^>"\n]*)[>"])?.*(?:\n|$)/gm;
