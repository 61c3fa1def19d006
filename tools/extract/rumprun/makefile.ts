/**
 * Reads the variables of a BSD makefile that say which headers are installed and where. Included files are not
 * followed: those of the libraries in question install no header of their own.
 */
import { BUILD_VARIABLES, conditionHolds, inverse } from './makeCondition.js';

/** A word of a list, and the line that holds it (from 1). */
export interface Word {
  readonly text: string;
  readonly line: number;
}

interface Assignment {
  readonly isAddition: boolean;
  readonly words: readonly Word[];
  /** Whether the conditions around it hold; `undefined` where nobody can tell. */
  readonly holds: boolean | undefined;
}

/** A condition that is open at some line. */
interface Branch {
  /** Whether the lines in it count. */
  holds: boolean | undefined;
  /** Whether a branch before it counted. */
  earlier: boolean | undefined;
}

export class Makefile {
  private readonly assignments = new Map<string, Assignment[]>();

  constructor(
    private readonly path: string,
    text: string,
  ) {
    const branches: Branch[] = [];
    for (const { text: content, line, pieces } of logicalLines(text)) {
      if (content.startsWith('.')) direct(content, branches);
      else this.assign(content, line, pieces, branches);
    }
  }

  /** Words of a variable in order. Throws where a condition around one of them cannot be decided. */
  words(variable: string): Word[] {
    let words: Word[] = [];
    for (const { isAddition, words: added, holds } of this.assignments.get(variable) ?? []) {
      if (holds === undefined && added.length > 0) {
        throw new Error(`${this.path}:${added[0].line}: ${variable} depends on an unknown condition`);
      }
      if (holds) words = isAddition ? [...words, ...added] : [...added];
    }
    return words.map(({ text, line }) => ({ text: this.expanded(text), line }));
  }

  private assign(content: string, line: number, pieces: readonly Word[], branches: readonly Branch[]): void {
    const head = /^([A-Z]+)\s*(\+?)=/.exec(content);
    if (!head) return;
    const [matched, name, plus] = head;
    const words = pieces.flatMap((piece) =>
      (piece.line === line ? piece.text.slice(matched.length) : piece.text)
        .split(/\s+/)
        .filter(Boolean)
        .map((text) => ({ text, line: piece.line })),
    );
    const all = branches.map(({ holds }) => holds);
    const holds = all.includes(false) ? false : all.includes(undefined) ? undefined : true;
    const known = this.assignments.get(name) ?? [];
    this.assignments.set(name, [...known, { isAddition: plus === '+', words, holds }]);
  }

  private expanded(word: string): string {
    return word.replace(/\$\{(\w+)\}/g, (whole, name: string) => {
      if (name === 'INCSDIR') return this.words(name)[0]?.text ?? whole;
      return BUILD_VARIABLES[name] ?? whole;
    });
  }
}

/** Opens, turns or closes a condition. */
function direct(content: string, branches: Branch[]): void {
  const [, word, rest] = /^\.\s*(\w+)\s*(.*)$/.exec(content) ?? [];
  const last = branches.at(-1);
  if (word === 'if') branches.push({ holds: conditionHolds(rest), earlier: false });
  else if (word === 'ifdef' || word === 'ifndef') branches.push({ holds: undefined, earlier: false });
  else if (word === 'endif') branches.pop();
  else if (last && (word === 'elif' || word === 'else')) {
    last.earlier = last.earlier || last.holds;
    const own = word === 'else' ? true : conditionHolds(rest);
    last.holds = last.earlier === true ? false : own === false ? false : own && inverse(last.earlier);
  }
}

/** Lines joined at their backslashes and without comments, with the pieces as they stood. */
function* logicalLines(text: string): Generator<{ text: string; line: number; pieces: Word[] }> {
  let pieces: Word[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const isContinued = raw.endsWith('\\');
    const piece = (isContinued ? raw.slice(0, -1) : raw).replace(/(^|[^\\])#.*$/, '$1');
    pieces.push({ text: piece, line: index + 1 });
    if (isContinued) continue;
    yield {
      text: pieces
        .map((one) => one.text)
        .join(' ')
        .trimEnd(),
      line: pieces[0].line,
      pieces,
    };
    pieces = [];
  }
}
