/**
 * The names of the functions around lines of C or C++, by the shape of the lines alone: `diff -p` and git find the name
 * in a hunk's header so. It needs no parser; where code is indented as a whole it finds nothing.
 */
import type { SourceLines } from './sourceLines.js';

/** What stands before a parenthesis and is not the name of the function. */
const NO_NAME: ReadonlySet<string> = new Set(['', '__attribute__', '__declspec', 'alignas', 'noexcept']);

export class EnclosingFunctions {
  private next = 0;
  private name: string | undefined;

  constructor(private readonly lines: SourceLines) {}

  /**
   * @param line zero-based, not before the one that was asked for last.
   * @returns undefined outside of a function, and where its name cannot be told.
   */
  at(line: number): string | undefined {
    for (; this.next < line; this.next++) {
      // A brace in the first column ends a definition.
      if (this.lines.firstByte(this.next) === 125) this.name = undefined;
      else this.name = this.headAt(this.next) ?? this.name;
    }
    return this.headAt(line) ?? this.name;
  }

  private headAt(line: number): string | undefined {
    return isNameStart(this.lines.firstByte(line)) ? headName(this.lines.at(line) ?? '') : undefined;
  }
}

function isNameStart(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || byte === 95 || byte === 36;
}

/** The name of the function whose definition begins with this line, or goes on with its name. */
function headName(text: string): string | undefined {
  const brace = text.indexOf('{');
  const head = brace < 0 ? text : text.slice(0, brace);
  // A declaration, or a statement at the left margin.
  if (head.includes(';') || head.includes('=')) return undefined;
  for (let open = head.indexOf('('); open >= 0; open = head.indexOf('(', open + 1)) {
    const name = nameBefore(head, open);
    if (!NO_NAME.has(name)) return name;
  }
  return undefined;
}

/** The name, with its classes, that ends before an offset; empty if there is none. */
function nameBefore(text: string, offset: number): string {
  let end = offset;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  let start = end;
  while (start > 0 && /[\w$:~]/.test(text[start - 1])) start--;
  return text.slice(start, end);
}
