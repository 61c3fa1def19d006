/**
 * Commands of a CMake file with their arguments: words, quoted texts, bracketed texts.
 */
export interface CMakeCommand {
  /** In lower case. */
  readonly name: string;
  readonly arguments: readonly string[];
  /** Offset in the file. */
  readonly start: number;
}

/** Longer arguments are data. In characters. */
const LONGEST = 50_000;

export function* commandsIn(text: string): Generator<CMakeCommand> {
  const pattern = /#\[(=*)\[|#.*|\b([A-Za-z_]\w*)[ \t]*\(/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[1] !== undefined) {
      const end = text.indexOf(`]${match[1]}]`, pattern.lastIndex);
      if (end < 0) return;
      pattern.lastIndex = end;
    } else if (match[2] !== undefined) {
      const read = argumentsFrom(text, pattern.lastIndex);
      if (!read) return;
      yield { name: match[2].toLowerCase(), arguments: read.list, start: match.index };
      pattern.lastIndex = read.end;
    }
  }
}

/** From behind the parenthesis; undefined if it does not close. */
function argumentsFrom(text: string, start: number): { list: string[]; end: number } | undefined {
  const list: string[] = [];
  const token = /\s+|#.*|"((?:[^"\\]|\\[\s\S])*)"|\[(=*)\[|([()])|[^\s()#"]+/y;
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (token.lastIndex - start > LONGEST) return undefined;
    const [whole, quoted, level, parenthesis] = match;
    if (level !== undefined) {
      const end = text.indexOf(`]${level}]`, token.lastIndex);
      if (end < 0) return undefined;
      list.push(text.slice(token.lastIndex, end));
      token.lastIndex = end + level.length + 2;
    } else if (parenthesis === '(') depth++;
    else if (parenthesis === ')') {
      if (depth-- === 0) return { list, end: token.lastIndex };
    } else if (quoted !== undefined)
      list.push(quoted.replace(/\\([\s\S])/g, (_, c: string) => (c === 'n' ? '\n' : c)));
    else if (!/^[\s#]/.test(whole)) list.push(whole);
  }
  return undefined;
}
