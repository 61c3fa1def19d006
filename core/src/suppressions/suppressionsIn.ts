/**
 * Suppressions in the bytes of a file. Nearly all files have none: they are told apart by a look at few of the bytes.
 */
import { latin1 } from '../c/directive.js';
import { utf16Column } from '../source/column.js';
import { type CommentSpan, commentsIn } from './commentsIn.js';
import type { SuppressionComment, SuppressionScope } from './suppressionComment.js';

const WORD = 'unigap-ignore-';
const FORM = /unigap-ignore-(line|next-line|file)\b[ \t]*(.*)/g;

/**
 * One of the pairs of bytes in the word stands at any place that is a multiple of this, so no other need be looked at.
 * The places do not hang on each other, which a processor makes good use of.
 */
const STRIDE = WORD.length - 1;
const CODES = Uint8Array.from(WORD, (character) => character.charCodeAt(0));
/** For each pair one more than the bytes before it in the word, or 0. */
const PAIRS = new Uint8Array(1 << 12);
for (let i = 0; i < STRIDE; i++) PAIRS[pairAt(CODES, i)] = i + 1;
/** The one pair that stands in the word twice: how far from each other. */
const REPEATED = pairAt(CODES, WORD.indexOf('ig'));
const REPEATED_APART = WORD.lastIndexOf('ig') - WORD.indexOf('ig');

/** In the order of the text. They count in comments only. */
export function suppressionsIn(bytes: Uint8Array, length: number): readonly SuppressionComment[] {
  const last = length - 1;
  for (let at = STRIDE - 1; at < last; at += STRIDE) {
    const pair = pairAt(bytes, at);
    if (PAIRS[pair] === 0) continue;
    const start = at - PAIRS[pair] + 1;
    if (isWordAt(bytes, start) || (pair === REPEATED && isWordAt(bytes, start + REPEATED_APART))) {
      return read(bytes, length);
    }
  }
  return NONE;
}

const NONE: readonly never[] = [];

/** A number for two bytes; some others have the same. */
function pairAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] & 63) << 6) | (bytes[at + 1] & 63);
}

function isWordAt(bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < WORD.length; i++) if (bytes[start + i] !== CODES[i]) return false;
  return true;
}

function read(bytes: Uint8Array, length: number): SuppressionComment[] {
  const found: SuppressionComment[] = [];
  const text = latin1(bytes, 0, length);
  let line = 0;
  let lineStart = 0;
  for (const comment of commentsIn(text)) {
    const { start, end } = insideOf(comment);
    for (const match of text.slice(start, end).matchAll(FORM)) {
      const at = start + match.index;
      for (let next = text.indexOf('\n', lineStart); next >= 0 && next < at; ) {
        line++;
        lineStart = next + 1;
        next = text.indexOf('\n', lineStart);
      }
      const lineEnd = text.indexOf('\n', at);
      const isClosedHere = lineEnd < 0 || comment.end <= lineEnd;
      const [whole, scope, rest] = match;
      const [list, ...reason] = rest.split(/\s*--\s*/);
      found.push({
        scope: scope as SuppressionScope,
        features: list.split(/[\s,]+/).filter((id) => id !== ''),
        reason: reason.join(' -- ').trim(),
        line,
        column: utf16Column(bytes, lineStart, at),
        endColumn: utf16Column(bytes, lineStart, at + whole.trimEnd().length),
        around: {
          kind: comment.kind,
          column: comment.start >= lineStart ? utf16Column(bytes, lineStart, comment.start) : undefined,
          endColumn: isClosedHere ? utf16Column(bytes, lineStart, comment.end) : undefined,
        },
      });
    }
  }
  return found;
}

/** What stands between the marks. */
function insideOf({ kind, start, end, isOpen }: CommentSpan): { start: number; end: number } {
  return { start: start + 2, end: kind === 'block-comment' && !isOpen ? end - 2 : end };
}
