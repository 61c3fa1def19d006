/**
 * The words of a compiler's command to what the preprocessor is told: macros, folders of headers, forced headers.
 */
import { absolutePath } from './absolutePath.js';
import { commandWords } from './commandWords.js';

/** What the preprocessor is told. Lists of commands that say the same are the same objects. */
export interface CompilerFlags {
  /** Absolute folder in which the command is given. */
  readonly directory: string;
  /** Macros by name: their text, or null where `-U` takes one back. */
  readonly macros: ReadonlyMap<string, string | null>;
  /** Absolute folders that `#include "x"` searches first (`-iquote`). */
  readonly quoteFolders: readonly string[];
  /** Absolute folders that every `#include` searches: `-I`, then `-isystem`, then `-idirafter`. */
  readonly folders: readonly string[];
  /** Headers that are read before the file, as they are written (`-include`, `-imacros`). */
  readonly forced: readonly string[];
}

/** Gives the text of a response file by its absolute path; undefined where it cannot be read. */
export type ResponseFiles = (path: string) => string | undefined;

const MAX_RESPONSE_DEPTH = 8;

/**
 * @param words of the command, the compiler among them.
 * @param directory absolute, where the command is given.
 */
export function compilerFlags(
  words: readonly string[],
  directory: string,
  responseFiles: ResponseFiles,
): CompilerFlags {
  const reader = new FlagReader(directory);
  reader.read(withResponses(words, directory, responseFiles, 0));
  const { macros, quoted, included, system, after, forced } = reader;
  return { directory, macros, quoteFolders: quoted, folders: [...included, ...system, ...after], forced };
}

/** `@FILE` stands for the words in it. */
function withResponses(
  words: readonly string[],
  directory: string,
  responseFiles: ResponseFiles,
  depth: number,
): readonly string[] {
  if (depth > MAX_RESPONSE_DEPTH || !words.some((word) => word.startsWith('@'))) return words;
  return words.flatMap((word) => {
    if (!word.startsWith('@')) return [word];
    const text = responseFiles(absolutePath(directory, word.slice(1)));
    if (text === undefined) return [];
    return withResponses(commandWords(text), directory, responseFiles, depth + 1);
  });
}

class FlagReader {
  readonly macros = new Map<string, string | null>();
  readonly quoted: string[] = [];
  readonly included: string[] = [];
  readonly system: string[] = [];
  readonly after: string[] = [];
  readonly forced: string[] = [];

  constructor(private readonly directory: string) {}

  read(words: readonly string[]): void {
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (word.length < 2 || word[0] !== '-') continue;
      if (word.startsWith('-Wp,')) {
        this.read(word.slice(4).split(','));
        continue;
      }
      if (TAKES_WORD.has(word)) {
        i++;
        continue;
      }
      const option = OPTIONS.find((one) => word.startsWith(one));
      if (option !== undefined) {
        const joined = word.slice(option.length);
        const value =
          joined === '' ? words[++i] : option.startsWith('--') ? joined.replace(/^=/, '') : joined;
        if (value !== undefined) this.take(option, value);
      } else this.implied(word);
    }
  }

  private take(option: string, value: string): void {
    switch (option) {
      case '-D':
      case '--define-macro':
        this.define(value);
        break;
      case '-U':
      case '--undefine-macro':
        this.macros.set(value, null);
        break;
      case '-I':
      case '--include-directory':
        this.included.push(this.folder(value));
        break;
      case '-iquote':
        this.quoted.push(this.folder(value));
        break;
      case '-isystem':
        this.system.push(this.folder(value));
        break;
      case '-idirafter':
        this.after.push(this.folder(value));
        break;
      default:
        this.forced.push(value);
    }
  }

  /** `NAME`, `NAME=TEXT`, `NAME(a, b)=TEXT`. */
  private define(text: string): void {
    const match = /^([A-Za-z_]\w*)(\([^)]*\))?(?:=([\s\S]*))?$/.exec(text);
    // A macro with parameters has no value by itself.
    if (match) this.macros.set(match[1], match[2] === undefined ? (match[3] ?? '1') : '');
  }

  private folder(value: string): string {
    return absolutePath(this.directory, value);
  }

  /** Macros that other options bring along. */
  private implied(word: string): void {
    if (word === '-pthread') this.macros.set('_REENTRANT', '1');
    else if (/^-O(?:[1-9sgz]|fast)?$/.test(word)) this.macros.set('__OPTIMIZE__', '1');
    else if (word === '-O0') this.macros.set('__OPTIMIZE__', null);
    else if (word === '-fopenmp') this.macros.set('_OPENMP', '');
    else if (/^-std=c\d|^-ansi$|^-std=iso/.test(word)) this.macros.set('__STRICT_ANSI__', '1');
  }
}

/** Options that are read, the longer of two that begin alike first. */
const OPTIONS: readonly string[] = [
  '--define-macro',
  '--undefine-macro',
  '--include-directory',
  '--include',
  '--imacros',
  '-imacros',
  '-include',
  '-iquote',
  '-isystem',
  '-idirafter',
  '-D',
  '-U',
  '-I',
];

/** Other options whose value is the next word. */
const TAKES_WORD: ReadonlySet<string> = new Set([
  ...['-o', '-x', '-MF', '-MT', '-MQ', '-MJ', '-arch', '-target', '--param', '-isysroot', '--sysroot'],
  ...['-Xclang', '-Xlinker', '-Xassembler', '-Xpreprocessor', '-L', '-l', '-T', '-u', '-z', '-b', '-V'],
  ...['-include-pch', '-imultilib', '-iprefix', '-iwithprefix', '-iwithprefixbefore', '-aux-info', '-G'],
]);
