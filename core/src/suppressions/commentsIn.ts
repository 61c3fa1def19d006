/**
 * Comments of a C or C++ text, for the few files in which something is looked for in comments.
 */

/** What stands between the marks of a comment. */
export interface CommentSpan {
  readonly start: number;
  readonly end: number;
}

/** In the order of the text. What looks like a comment in a string or a character is none. */
export function* commentsIn(text: string): Generator<CommentSpan> {
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '/' && text[i + 1] === '/') {
      const end = lineEnd(text, i + 2);
      yield { start: i + 2, end };
      i = end;
    } else if (c === '/' && text[i + 1] === '*') {
      const close = text.indexOf('*/', i + 2);
      const end = close < 0 ? text.length : close;
      yield { start: i + 2, end };
      i = end + 1;
    } else if (c === '"') {
      i = text[i - 1] === 'R' ? rawEnd(text, i) : literalEnd(text, i);
    } else if (c === "'" && !isDigitSeparator(text, i)) {
      i = literalEnd(text, i);
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
