/**
 * Programs named in a command line for the shell, or in the list of words that a program is started with, as far as
 * a reader can tell without running it.
 */
import { baseName } from '../source/baseName.js';
import { CommandWords } from './commandWords.js';
import { type ShellWord, shellTokens } from './shellWords.js';

export interface ProgramName {
  /** Base name of the program. */
  readonly name: string;
  /** Offset in the text, in characters; within a quoted line that of the quotes. */
  readonly offset: number;
}

/** Words of the shell behind which a command begins. */
const BEFORE_COMMAND = new Set('if then else elif while until do ! { coproc'.split(' '));
/** Builtins that run the command behind them, without a program of their own. */
const BUILTIN_STARTERS = new Set(['exec', 'command', 'time']);
/** Builtins whose first word is a command line. */
const LINE_BUILTINS = new Set(['eval', 'trap']);
/** The other words and builtins of the shell. */
const BUILTINS = new Set([
  ...'fi for in done case esac select function } [ [[ ]] ] : . alias bg break cd continue exit export'.split(
    ' ',
  ),
  ...'false fg getopts hash jobs local pwd read readonly return set shift source test times true type'.split(
    ' ',
  ),
  ...'ulimit umask unalias unset wait echo printf'.split(' '),
]);

/** Programs that a shell would start for this command line, in order; assignments and redirections are no names. */
export function programsOf(commandLine: string): ProgramName[] {
  const finder = new LineFinder();
  finder.line(commandLine, 0);
  return finder.programs;
}

/** Programs that a program starts which is started with these words; `undefined` is a word that nobody can read. */
export function programsOfWords(file: string, words: readonly (string | undefined)[]): string[] {
  const name = baseName(file);
  const found = isName(name) ? [name] : [];
  const command = new CommandWords();
  command.begin(name);
  for (const word of words) {
    const role = command.next(word);
    if (word === undefined || role === 'other') continue;
    if (role === 'line') found.push(...programsOf(word).map((one) => one.name));
    else {
      const started = baseName(word);
      if (isName(started)) found.push(started);
      command.begin(started);
    }
  }
  return found;
}

class LineFinder {
  readonly programs: ProgramName[] = [];
  private depth = 0;

  line(text: string, base: number): void {
    if (++this.depth <= MAX_DEPTH) new CommandFinder(this, base).read(text);
    this.depth--;
  }

  program(name: string, offset: number): void {
    if (isName(name)) this.programs.push({ name, offset });
  }
}

/** Lines within lines are read so deep. */
const MAX_DEPTH = 8;

/** Where in a command line the reader stands. */
type State = 'start' | 'words' | 'line' | 'case' | 'pattern';

class CommandFinder {
  private state: State = 'start';
  private readonly command = new CommandWords();
  private afterRedirection = false;
  /** A program that is none if a parenthesis follows: a function of the shell. */
  private pending: ShellWord | undefined;

  constructor(
    private readonly lines: LineFinder,
    private readonly base: number,
  ) {}

  read(text: string): void {
    for (const token of shellTokens(text)) {
      if (token.kind === 'word') this.word(token.word);
      else if (token.kind === 'redirection') this.afterRedirection = true;
      else this.sign(token.kind);
    }
    this.settle();
  }

  private sign(kind: 'next' | 'open' | 'close' | 'case-end'): void {
    if (kind === 'open') this.pending = undefined;
    this.settle();
    this.afterRedirection = false;
    if (kind === 'case-end') this.state = 'pattern';
    else if (this.state !== 'pattern' || kind === 'close') this.state = 'start';
  }

  private word(word: ShellWord): void {
    this.settle();
    for (const { text, offset } of word.nested) this.lines.line(text, this.base + offset);
    if (this.afterRedirection) {
      this.afterRedirection = false;
      return;
    }
    switch (this.state) {
      case 'start':
        this.first(word);
        break;
      case 'words':
        this.further(word);
        break;
      case 'line':
        this.lines.line(word.text, this.base + word.offset);
        this.state = 'words';
        break;
      case 'case':
        if (word.text === 'in') this.state = 'pattern';
        break;
      case 'pattern':
        if (word.text === 'esac') this.state = 'words';
    }
  }

  private first(word: ShellWord): void {
    const { text } = word;
    if (/^\w+\+?=/.test(text)) return;
    this.state = 'words';
    this.command.begin('');
    if (!word.isQuoted && BEFORE_COMMAND.has(text)) this.state = 'start';
    else if (text === 'case') this.state = 'case';
    else if (LINE_BUILTINS.has(text)) this.state = 'line';
    else if (BUILTIN_STARTERS.has(text)) this.command.begin(text);
    else if (!BUILTINS.has(text) && !BUILTINS.has(baseName(text))) {
      this.command.begin(baseName(text));
      this.pending = word;
    }
  }

  private further(word: ShellWord): void {
    const role = this.command.next(word.text);
    if (role === 'line') this.lines.line(word.text, this.base + word.offset);
    if (role !== 'program') return;
    this.lines.program(baseName(word.text), this.base + word.offset);
    this.command.begin(baseName(word.text));
  }

  private settle(): void {
    if (this.pending) this.lines.program(baseName(this.pending.text), this.base + this.pending.offset);
    this.pending = undefined;
  }
}

/** A name that the program fills in (%s, $EDITOR) is not known. */
function isName(name: string): boolean {
  return /^[\w][\w.+-]*$/.test(name) && !/^\d*$/.test(name);
}
