/**
 * Takes a command line apart as a shell does: words, with what their quotes mean, and the signs between them.
 */

export interface ShellWord {
  /** What is left without quotes and escapes. */
  readonly text: string;
  /** Offset in the line, in characters. */
  readonly offset: number;
  /** Whether some of it was quoted: a keyword is not. */
  readonly isQuoted: boolean;
  /** Command lines within it: `$(...)`, `<(...)` and backticks. */
  readonly nested: readonly NestedLine[];
}

export interface NestedLine {
  readonly text: string;
  readonly offset: number;
}

/** `next` begins another command, `open` and `close` are parentheses, `redirection` stands before the word of a file. */
export type ShellToken =
  | { readonly kind: 'word'; readonly word: ShellWord }
  | { readonly kind: 'next' | 'open' | 'close' | 'case-end' | 'redirection' };

const WORD_END = /[\s|&;<>()]/;

/** Tokens of a command line. Whatever cannot be read as the shell reads it ends where the line ends. */
export function* shellTokens(line: string): Generator<ShellToken> {
  let i = 0;
  while (i < line.length) {
    const c = line[i];
    if (c === '\n') {
      yield { kind: 'next' };
      i++;
    } else if (/\s/.test(c)) i++;
    else if (c === '#') {
      const end = line.indexOf('\n', i);
      i = end < 0 ? line.length : end;
    } else if (line.startsWith(';;', i)) {
      yield { kind: 'case-end' };
      i += 2;
    } else if (c === '(' || c === ')') {
      yield { kind: c === '(' ? 'open' : 'close' };
      i++;
    } else {
      const redirection = /^(?:\d*|&)[<>][<>&|-]*/.exec(line.slice(i, i + 16));
      if (redirection && !isProcess(line, i)) {
        yield { kind: 'redirection' };
        i += redirection[0].length;
      } else if (/[|&;]/.test(c)) {
        yield { kind: 'next' };
        i++;
      } else {
        const reader = new WordReader(line, i);
        yield { kind: 'word', word: reader.read() };
        i = reader.end;
      }
    }
  }
}

class WordReader {
  end: number;
  private text = '';
  private isQuoted = false;
  private readonly nested: NestedLine[] = [];

  constructor(
    private readonly line: string,
    private readonly start: number,
  ) {
    this.end = start;
  }

  read(): ShellWord {
    const { line } = this;
    while (this.end < line.length && (!WORD_END.test(line[this.end]) || isProcess(line, this.end))) {
      const c = line[this.end];
      if (c === "'") this.single();
      else if (c === '"') this.double();
      else this.part(false);
    }
    const { text, start, isQuoted, nested } = this;
    return { text, offset: start, isQuoted, nested };
  }

  private single(): void {
    const close = this.line.indexOf("'", this.end + 1);
    const end = close < 0 ? this.line.length : close;
    this.text += this.line.slice(this.end + 1, end);
    this.end = Math.min(end + 1, this.line.length);
    this.isQuoted = true;
  }

  private double(): void {
    this.isQuoted = true;
    this.end++;
    while (this.end < this.line.length && this.line[this.end] !== '"') this.part(true);
    this.end = Math.min(this.end + 1, this.line.length);
  }

  /** One character, or what stands for several. */
  private part(inQuotes: boolean): void {
    const { line, end } = this;
    const c = line[end];
    if (c === '\\' && end + 1 < line.length) {
      const next = line[end + 1];
      const isEscape = !inQuotes || '$`"\\\n'.includes(next);
      if (next !== '\n') this.text += isEscape ? next : c + next;
      this.isQuoted = true;
      this.end += 2;
    } else if (line.startsWith('$(', end) || (!inQuotes && isProcess(line, end))) {
      const close = closingParenthesis(line, end + 2);
      this.substitution(end + 2, close);
    } else if (c === '`') {
      const close = line.indexOf('`', end + 1);
      this.substitution(end + 1, close < 0 ? line.length : close);
    } else {
      this.text += c;
      this.end++;
    }
  }

  private substitution(from: number, to: number): void {
    this.nested.push({ text: this.line.slice(from, to), offset: from });
    // What it gives is not known: no name has this sign.
    this.text += '$';
    this.end = Math.min(to + 1, this.line.length);
  }
}

/** `<(ls)`: a command that stands for a file. */
function isProcess(line: string, at: number): boolean {
  return (line[at] === '<' || line[at] === '>') && line[at + 1] === '(';
}

/** Offset of the parenthesis that closes one before `from`, or the end of the line. */
function closingParenthesis(line: string, from: number): number {
  let depth = 1;
  for (let i = from; i < line.length; i++) {
    const c = line[i];
    if (c === '\\') i++;
    else if (c === "'") {
      const close = line.indexOf("'", i + 1);
      if (close < 0) return line.length;
      i = close;
    } else if (c === '(') depth++;
    else if (c === ')' && --depth === 0) return i;
  }
  return line.length;
}
