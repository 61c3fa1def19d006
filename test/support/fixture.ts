/**
 * An annotated fixture: source files with marks under their lines. The marks are taken out before the files are
 * scanned, so that they may stand anywhere: inside a spliced line, a macro, a raw string. Fixtures are handled as
 * Latin-1 text, a character a byte, so that no byte of a file changes.
 */
import { sourceLanguage } from '#core/scan/language.js';
import { isMarkLine, type Mark, type MarkStyle, markLine, parseMark } from './mark.js';

export interface FixtureOptions {
  /** Targets as the user writes them. */
  readonly targets: readonly string[];
  /** Macros that the user knows the build to define. */
  readonly defines: Readonly<Record<string, string>>;
  /** Feature ids, or beginnings of ids that end in `*`; empty for all features. */
  readonly only: readonly string[];
  /** Whether uses of features that every target supports need marks too. */
  readonly allUses: boolean;
  /** Whether every mark of a gap tells its severity. */
  readonly severities: boolean;
}

/** A line of a file with the marks under it. */
export interface FixtureLine {
  /** With its end of line. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface FixtureFile {
  readonly path: string;
  /** The line that names the file, or '' if the fixture is one file. */
  readonly header: string;
  readonly lines: readonly FixtureLine[];
}

export interface Fixture {
  readonly options: FixtureOptions;
  /** Everything before the first file: a byte order mark, options. */
  readonly prelude: string;
  readonly files: readonly FixtureFile[];
  readonly style: MarkStyle;
}

const BYTE_ORDER_MARK = '\xef\xbb\xbf';

/** Takes a fixture apart; `path` names its file if it has no headers. Throws on a line that is a mistake. */
export function parseFixture(path: string, content: Uint8Array): Fixture {
  const raw = Buffer.from(content).toString('latin1');
  const hasMark = raw.startsWith(BYTE_ORDER_MARK);
  const lines = (hasMark ? raw.slice(3) : raw).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let at = 0;
  const options = { targets: ['osv', 'rumprun'], defines: {}, only: [], allUses: false, severities: false };
  while (at < lines.length && readOption(lines[at], options)) at++;
  const prelude = (hasMark ? BYTE_ORDER_MARK : '') + lines.slice(0, at).join('');
  const files: { path: string; header: string; lines: { text: string; marks: Mark[] }[] }[] = [];
  let style: MarkStyle = sourceLanguage(path) ? 'line' : 'hash';
  for (; at < lines.length; at++) {
    const text = lines[at];
    const header = /^(?:\/\/|#)- (\S+)\s*$/.exec(text);
    if (header) files.push({ path: header[1], header: text, lines: [] });
    else if (isMarkLine(text)) {
      const line = files.at(-1)?.lines.at(-1);
      if (!line) throw new Error(`${path}:${at + 1}: a mark without a line above it`);
      if (/^\s*\/\*/.test(text)) style = 'block';
      line.marks.push(markAt(path, at + 1, text));
    } else {
      if (files.length === 0) files.push({ path, header: '', lines: [] });
      files.at(-1)?.lines.push({ text, marks: [] });
    }
  }
  return { options, prelude, files, style };
}

/** The files as a scan sees them: without marks, options and headers. */
export function sourcesOf(fixture: Fixture): Record<string, Uint8Array> {
  const start = fixture.prelude.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  return Object.fromEntries(
    fixture.files.map((file, index) => [
      file.path,
      new Uint8Array(
        Buffer.from((index === 0 ? start : '') + file.lines.map(({ text }) => text).join(''), 'latin1'),
      ),
    ]),
  );
}

/** The fixture with these marks instead of its own; `marksOf` gives those of a zero-based line. */
export function withMarks(
  fixture: Fixture,
  marksOf: (path: string, line: number) => readonly Mark[],
): Uint8Array {
  const parts = [fixture.prelude];
  for (const file of fixture.files) {
    parts.push(file.header);
    file.lines.forEach(({ text }, line) => {
      parts.push(text);
      const ending = /\r?\n$/.exec(text)?.[0] ?? '\n';
      for (const mark of marksOf(file.path, line)) parts.push(markLine(mark, text, fixture.style) + ending);
    });
  }
  return new Uint8Array(Buffer.from(parts.join(''), 'latin1'));
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function readOption(line: string, options: Writable<FixtureOptions>): boolean {
  const match = /^(?:\/\/|#) (only|uses|targets|define|severities): (.*?)\s*$/.exec(line);
  if (!match) return false;
  const [, name, text] = match;
  const words = text.split(/\s+/);
  if (name === 'only') options.only = words;
  else if (name === 'uses' && text === 'all') options.allUses = true;
  else if (name === 'targets') options.targets = words;
  else if (name === 'severities' && text === 'all') options.severities = true;
  else if (name === 'define') {
    const pairs = words.map((word): [string, string] => {
      const equals = word.indexOf('=');
      return equals < 0 ? [word, '1'] : [word.slice(0, equals), word.slice(equals + 1)];
    });
    options.defines = { ...options.defines, ...Object.fromEntries(pairs) };
  } else throw new Error(`"${line.trim()}": the only value of ${name} is all`);
  return true;
}

function markAt(path: string, line: number, text: string): Mark {
  try {
    return parseMark(text);
  } catch (error) {
    throw new Error(`${path}:${line}: ${(error as Error).message}`);
  }
}
