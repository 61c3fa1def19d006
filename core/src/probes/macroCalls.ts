/**
 * Calls of macros in the language of Autoconf: `NAME(arguments)`, arguments quoted by brackets.
 */

/** An argument without its quotes. */
export interface M4Argument {
  readonly text: string;
  /** Offset of the text in the file. */
  readonly start: number;
}

export interface M4Call {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly arguments: readonly M4Argument[];
}

/** A call that is longer than this, or not closed, is not one. In characters. */
const LONGEST = 100_000;

/** What is not closed is told by nobody; after this many of it the rest of a text is not read. */
const MOST_UNCLOSED = 20;

/** The outermost calls in a text, in their order. @param base offset of the text in the file. */
export function* callsIn(text: string, base: number): Generator<M4Call> {
  const name = /\b(?:A[CMSUXH]_|m4_|PHP_|[A-Z][A-Z0-9]*_)\w+\(/g;
  let unclosed = 0;
  for (let match = name.exec(text); match; match = name.exec(text)) {
    const open = match.index + match[0].length - 1;
    const call = argumentsFrom(text, open, base);
    if (!call) {
      if (++unclosed > MOST_UNCLOSED) return;
      continue;
    }
    yield {
      name: match[0].slice(0, -1),
      start: base + match.index,
      end: base + call.end,
      arguments: call.arguments,
    };
    name.lastIndex = call.end;
  }
}

function argumentsFrom(
  text: string,
  open: number,
  base: number,
): { arguments: M4Argument[]; end: number } | undefined {
  const list: M4Argument[] = [];
  let start = open + 1;
  let quotes = 0;
  let parentheses = 0;
  const limit = Math.min(text.length, open + LONGEST);
  for (let i = open + 1; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === 91) quotes++;
    else if (c === 93) quotes = Math.max(0, quotes - 1);
    else if (quotes > 0) continue;
    else if (c === 40) parentheses++;
    else if (c === 44 && parentheses === 0) {
      list.push(unquoted(text, start, i, base));
      start = i + 1;
    } else if (c === 41) {
      if (parentheses > 0) parentheses--;
      else {
        list.push(unquoted(text, start, i, base));
        return { arguments: list, end: i + 1 };
      }
    }
  }
  return undefined;
}

function unquoted(text: string, from: number, to: number, base: number): M4Argument {
  let start = from;
  let end = to;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  while (end - start >= 2 && text[start] === '[' && text[end - 1] === ']' && isOneQuote(text, start, end)) {
    start++;
    end--;
  }
  return { text: text.slice(start, end), start: base + start };
}

/** Whether the first bracket closes with the last. */
function isOneQuote(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (let i = start; i < end - 1; i++) {
    if (text[i] === '[') depth++;
    else if (text[i] === ']') depth--;
    if (depth === 0) return false;
  }
  return true;
}

function isBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 32;
}
