/**
 * The simple commands of a shell script with their words, and what stands between them. Here-documents are stepped over.
 */
export interface ShellCommand {
  /** Without their quotes. What a variable stands for is not known: its `$` stays. Empty where operators follow each other. */
  readonly words: readonly string[];
  /** Offset in the text. */
  readonly start: number;
  /** What ends it: `&&`, `||`, `|`, `;`, `&`, a parenthesis, or `\n` for the end of a line or of the text. */
  readonly end: string;
}

const OPERATOR = /&&|\|\||;;|[|&;()\n]/y;
/** What a word takes in at once. */
const PLAIN = /[^\s"'\\|&;()<>]+/y;
/** `<<-"EOF"` with the word, or a redirection without it. */
const REDIRECTION = /<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1|[<>]+&?/y;

export function* commandsOf(text: string): Generator<ShellCommand> {
  let words: string[] = [];
  let start = 0;
  /** The word that is read; undefined between words. */
  let word: string | undefined;
  const heres: string[] = [];
  const hereEnds = new HereEnds(text);
  let at = 0;
  while (at <= text.length) {
    const c = at === text.length ? '\n' : text[at];
    const isBlank = c === ' ' || c === '\t' || c === '\r';
    const operator = c === '\n' ? c : matched(OPERATOR, text, at)?.[0];
    if (operator !== undefined || isBlank) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += operator?.length ?? 1;
      if (operator !== undefined) {
        yield { words, start, end: operator === ';;' ? ';' : operator };
        words = [];
      }
      if (c === '\n') for (const mark of heres.splice(0)) at = hereEnds.after(at, mark);
      continue;
    }
    if (word === undefined) {
      if (c === '#') {
        at = endOfLine(text, at);
        continue;
      }
      if (words.length === 0) start = at;
    }
    if (c === '\\') {
      // The line goes on.
      if (text[at + 1] !== '\n') word = (word ?? '') + (text[at + 1] ?? '');
      at += 2;
    } else if (c === '"' || c === "'") {
      const quoted = quotedAt(text, at);
      word = (word ?? '') + (quoted?.value ?? '');
      at = quoted?.end ?? at + 1;
    } else if (c === '<' || c === '>') {
      const redirection = matched(REDIRECTION, text, at);
      const mark = redirection?.[2];
      if (mark !== undefined) heres.push(mark);
      at += redirection?.[0].length ?? 1;
    } else {
      const plain = matched(PLAIN, text, at)?.[0] ?? c;
      word = (word ?? '') + plain;
      at += plain.length;
    }
  }
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The text in quotes and where it ends; undefined if nothing closes them. */
function quotedAt(text: string, start: number): { value: string; end: number } | undefined {
  const quote = text[start];
  if (quote === "'") {
    const end = text.indexOf(quote, start + 1);
    return end < 0 ? undefined : { value: text.slice(start + 1, end), end: end + 1 };
  }
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) {
      const value = text.slice(start + 1, at).replace(/\\(?:\n|(["\\$`]))/g, '$1');
      return { value, end: at + 1 };
    }
  }
  return undefined;
}

/** Lines of one word, which end here-documents; asked for from the beginning of a text to its end. */
class HereEnds {
  /** Words to the offsets behind their lines, the last one first. */
  private lines: Map<string, number[]> | undefined;

  constructor(private readonly text: string) {}

  /** Behind the line that ends a here-document; where it begins if nothing ends it. */
  after(start: number, mark: string): number {
    this.lines ??= wordLines(this.text);
    const ends = this.lines.get(mark);
    while (ends?.length && ends[ends.length - 1] <= start) ends.pop();
    return ends?.pop() ?? start;
  }
}

function wordLines(text: string): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const match of text.matchAll(/^\t*([A-Za-z_]\w*)$/gm)) {
    const end = match.index + match[0].length;
    const known = lines.get(match[1]);
    if (known) known.push(end);
    else lines.set(match[1], [end]);
  }
  for (const ends of lines.values()) ends.reverse();
  return lines;
}
