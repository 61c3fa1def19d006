/**
 * The lines that a difference adds, from what `git diff --unified=0` prints.
 */

/** Lines from `first` on, zero-based. */
export interface LineRange {
  readonly first: number;
  readonly count: number;
}

/** By the paths of the files as they are now. */
export function addedLines(diff: string): Map<string, LineRange[]> {
  const files = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  /** Lines of text that belong to the last hunk. */
  let text = 0;
  for (const line of diff.split('\n')) {
    if (text > 0) {
      if (!line.startsWith('\\')) text--;
      continue;
    }
    if (line.startsWith('+++ ')) {
      ranges = [];
      files.set(pathIn(line.slice(4)), ranges);
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!hunk) continue;
    const count = Number(hunk[3] ?? 1);
    text = Number(hunk[1] ?? 1) + count;
    if (count > 0) ranges.push({ first: Number(hunk[2]) - 1, count });
  }
  return files;
}

/** `b/path`, in quotes where it holds quotes, backslashes or control characters. */
function pathIn(written: string): string {
  // A name with a blank in it is followed by a tab.
  const name = written.replace(/\t$/, '');
  const path = name.startsWith('"') ? unquoted(name) : name;
  return path.replace(/^b\//, '');
}

const ESCAPED: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

function unquoted(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\\(?:([0-7]{3})|(.))/g, (_, octal: string | undefined, character: string) =>
      octal === undefined
        ? (ESCAPED[character] ?? character)
        : String.fromCharCode(Number.parseInt(octal, 8)),
    );
}
