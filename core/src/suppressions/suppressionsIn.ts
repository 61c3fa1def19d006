/**
 * Suppressions in the bytes of a file. Nearly all files have none: they are told apart without making a text.
 */
import { latin1 } from '../c/directive.js';
import { utf16Column } from '../source/column.js';
import type { SuppressionComment, SuppressionScope } from './suppressionComment.js';

const WORD = 'unigap-ignore-';
/** The rarest byte of the word in source, and where it stands in it. */
const HYPHEN = 45;
const HYPHEN_AT = WORD.indexOf('-');
const FORM = /unigap-ignore-(line|next-line|file)\b[ \t]*(.*)/g;

/** In the order of the text. They count only behind the beginning of a comment. */
export function suppressionsIn(bytes: Uint8Array, length: number): readonly SuppressionComment[] {
  for (let at = bytes.indexOf(HYPHEN); at >= 0 && at < length; at = bytes.indexOf(HYPHEN, at + 1)) {
    const start = at - HYPHEN_AT;
    if (start >= 0 && latin1(bytes, start, start + WORD.length) === WORD) return read(bytes, length);
  }
  return NONE;
}

const NONE: readonly never[] = [];

function read(bytes: Uint8Array, length: number): SuppressionComment[] {
  const found: SuppressionComment[] = [];
  let lineStart = 0;
  for (const [line, content] of latin1(bytes, 0, length).split('\n').entries()) {
    for (const match of content.matchAll(FORM)) {
      if (!/(?:\/\/|\/\*|^\s*\*|^\s*#)[^"]*$/.test(content.slice(0, match.index))) continue;
      const [, scope, rest] = match;
      const [list, ...reason] = rest.replace(/\s*\*\/.*$/, '').split(/\s*--\s*/);
      const text = match[0].replace(/\s*\*\/.*$/, '').trimEnd();
      const start = lineStart + match.index;
      found.push({
        scope: scope as SuppressionScope,
        features: list.split(/[\s,]+/).filter((id) => id !== ''),
        reason: reason.join(' -- ').trim(),
        line,
        column: utf16Column(bytes, lineStart, start),
        endColumn: utf16Column(bytes, lineStart, start + text.length),
      });
    }
    lineStart += content.length + 1;
  }
  return found;
}
