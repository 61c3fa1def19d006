/**
 * Directives of a server's configuration file, whichever server it is for.
 */
import type { ServerFileSyntax } from './serverFile.js';

/** One directive. Offsets are those of characters; ends are exclusive. */
export interface Directive {
  /** As it is written; for a switch the switch itself. */
  readonly name: string;
  /** Without its quotes; empty where there is none. */
  readonly value: string;
  /** From the name to the end of the value, with the `;` of a block's directive. */
  readonly start: number;
  readonly end: number;
  /** The value as it is written, quotes and all; both are `end` where there is none. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** In how many blocks it stands. */
  readonly depth: number;
}

/** In the order of the text. Lines that are none of the syntax are passed over. */
export function directivesOf(text: string, syntax: ServerFileSyntax): Directive[] {
  if (syntax === 'blocks') return blockDirectives(text);
  return syntax === 'switches' ? switchLines(text) : lineDirectives(text);
}

const LINE = /^([ \t]*)([$A-Za-z_][\w.-]*!?)([ \t]*[=:][ \t]*|[ \t]+|(?=[ \t]*$))(.*)$/gm;

function lineDirectives(text: string): Directive[] {
  const found: Directive[] = [];
  for (const match of text.matchAll(LINE)) {
    const [, indent, name, separator, rest] = match;
    const start = match.index + indent.length;
    const written = withoutComment(rest);
    const valueStart = start + name.length + separator.length;
    found.push(directiveAt(name, written, start, valueStart, 0));
  }
  return found;
}

/** Behind a value, a blank and `#` or `;` begin a comment. */
function withoutComment(rest: string): string {
  return rest.replace(/(?:^|[ \t]+)[#;].*$/, '').trimEnd();
}

function switchLines(text: string): Directive[] {
  const found: Directive[] = [];
  for (const match of text.matchAll(/^([ \t]*)(--?[\w-]+)([ \t=]*)(.*)$/gm)) {
    const [, indent, name, separator, rest] = match;
    const start = match.index + indent.length;
    const written = withoutComment(rest);
    found.push(directiveAt(name, written, start, start + name.length + separator.length, 0));
  }
  return found;
}

function directiveAt(
  name: string,
  written: string,
  start: number,
  valueAt: number,
  depth: number,
): Directive {
  const end = written === '' ? start + name.length : valueAt + written.length;
  const valueStart = written === '' ? end : valueAt;
  return { name, value: unquoted(written), start, end, valueStart, valueEnd: end, depth };
}

/** The directives that stand in some of the sections, which begin with their names in brackets. */
export function inSections(
  text: string,
  directives: readonly Directive[],
  sections: readonly string[],
): Directive[] {
  const begun = [...text.matchAll(/^[ \t]*\[([^\]\n]*)\]/gm)].map(({ index, 1: name }) => ({ index, name }));
  return directives.filter(({ start }) => {
    const section = begun.findLast(({ index }) => index < start);
    return section !== undefined && sections.includes(section.name.trim());
  });
}

/** A word in quotes, a comment, or a sign of the syntax. */
const TOKEN = /#[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]|[^\s{};"']+/g;

function blockDirectives(text: string): Directive[] {
  const found: Directive[] = [];
  let words: { text: string; start: number; end: number }[] = [];
  let depth = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    if (token.startsWith('#')) continue;
    if (token !== ';' && token !== '{' && token !== '}') {
      words.push({ text: token, start: match.index, end: match.index + token.length });
      continue;
    }
    const [name, first] = words;
    if (name && token !== '}') {
      const last = words[words.length - 1];
      found.push({
        name: name.text,
        value: unquoted(first ? text.slice(first.start, last.end) : ''),
        start: name.start,
        end: token === ';' ? match.index + 1 : last.end,
        valueStart: first ? first.start : last.end,
        valueEnd: last.end,
        depth,
      });
    }
    words = [];
    if (token === '{') depth++;
    else if (token === '}') depth = Math.max(0, depth - 1);
  }
  return found;
}

function unquoted(written: string): string {
  return /^(["'])(.*)\1$/.exec(written)?.[2] ?? written;
}
