/**
 * Comments and literals of a C or C++ text, for the few files in which something is looked for in comments.
 */
interface TextSpan {
  readonly kind: 'line-comment' | 'block-comment' | 'literal';
  /** With the marks; the newline behind a line comment is not part of it. */
  readonly start: number;
  readonly end: number;
  /** Whether it takes in what is added to its end: there is no closing mark. */
  readonly isOpen: boolean;
}

export interface CommentSpan extends TextSpan {
  readonly kind: 'line-comment' | 'block-comment';
}

/** In the order of the text. What looks like a comment in a string or a character is none. */
export function* commentsIn(text: string): Generator<CommentSpan> {
  for (const span of spansIn(text)) if (isComment(span)) yield span;
}

/** Whether what is written at an offset would be part of a comment or a literal. */
export function isInSpan(text: string, offset: number): boolean {
  for (const { start, end, isOpen } of spansIn(text)) {
    if (start >= offset) return false;
    if (offset < end || (offset === end && isOpen)) return true;
  }
  return false;
}

function isComment(span: TextSpan): span is CommentSpan {
  return span.kind !== 'literal';
}

function* spansIn(text: string): Generator<TextSpan> {
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '/' && text[i + 1] === '/') {
      const end = lineEnd(text, i + 2);
      yield { kind: 'line-comment', start: i, end, isOpen: true };
      i = end;
    } else if (c === '/' && text[i + 1] === '*') {
      const close = text.indexOf('*/', i + 2);
      const end = close < 0 ? text.length : close + 2;
      yield { kind: 'block-comment', start: i, end, isOpen: close < 0 };
      i = end - 1;
    } else if (c === '"' || (c === "'" && !isDigitSeparator(text, i))) {
      const last = c === '"' && text[i - 1] === 'R' ? rawEnd(text, i) : literalEnd(text, i);
      const isOpen = text[last] !== c;
      yield { kind: 'literal', start: i, end: isOpen ? last : last + 1, isOpen };
      i = last;
    }
  }
}

/** A line comment goes on behind a newline with a backslash before it. */
function lineEnd(text: string, start: number): number {
  for (let at = text.indexOf('\n', start); at >= 0; at = text.indexOf('\n', at + 1)) {
    const last = text[at - 1] === '\r' ? at - 2 : at - 1;
    if (text[last] !== '\\') return at;
  }
  return text.length;
}

/** The closing quote, or the end of the line: prose behind `#error` may have a single apostrophe. */
function literalEnd(text: string, start: number): number {
  const quote = text[start];
  let i = start + 1;
  while (i < text.length && text[i] !== quote && text[i] !== '\n') {
    i += text[i] !== '\\' ? 1 : text.startsWith('\r\n', i + 1) ? 3 : 2;
  }
  return i;
}

function rawEnd(text: string, start: number): number {
  const opening = /^"([^\s()\\"]{0,16})\(/.exec(text.slice(start, start + 18));
  if (!opening) return literalEnd(text, start);
  const close = text.indexOf(`)${opening[1]}"`, start);
  return close < 0 ? text.length : close + opening[0].length - 1;
}

/** `1'000'000` */
function isDigitSeparator(text: string, at: number): boolean {
  return at > 0 && /[\da-f]/i.test(text[at - 1]);
}
