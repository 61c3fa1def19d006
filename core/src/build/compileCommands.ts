/**
 * `compile_commands.json`, the list of compilations that build systems write: which files are compiled, and what the
 * preprocessor is told for each.
 */
import { absolutePath, slashed } from './absolutePath.js';
import { commandWords } from './commandWords.js';
import { type CompilerFlags, compilerFlags, type ResponseFiles } from './compilerFlags.js';

/** Name of the file. */
export const COMPILE_COMMANDS = 'compile_commands.json';

/** One compilation of a file. */
export interface CompileUnit {
  /** Absolute, with forward slashes. */
  readonly file: string;
  readonly flags: CompilerFlags;
}

export interface CompileCommands {
  readonly units: readonly CompileUnit[];
  /** Sentences about what could not be used. */
  readonly problems: readonly string[];
}

/**
 * Reads the text of a database. Never throws.
 * @param folder absolute, in which the database lies: what entries without a directory are relative to.
 */
export function readCompileCommands(
  text: string,
  folder: string,
  responseFiles: ResponseFiles,
): CompileCommands {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch (error) {
    return { units: [], problems: [`is no JSON that can be read: ${(error as Error).message}`] };
  }
  if (!Array.isArray(rows)) return { units: [], problems: ['is no list of compilations'] };
  const flags = new SharedFlags();
  const unread = new Set<string>();
  const responseOrNote: ResponseFiles = (path) => {
    const response = responseFiles(path);
    if (response === undefined) unread.add(path);
    return response;
  };
  const units: CompileUnit[] = [];
  let unusable = 0;
  for (const row of rows) {
    const unit = unitOf(row, folder, responseOrNote, flags);
    if (unit) units.push(unit);
    else unusable++;
  }
  const problems: string[] = [];
  if (unusable > 0) {
    problems.push(`has ${unusable} ${unusable === 1 ? 'entry' : 'entries'} without a file or a command`);
  }
  if (unread.size > 0) {
    const [first] = unread;
    const rest = unread.size > 1 ? ` and ${unread.size - 1} more` : '';
    problems.push(`names a response file that cannot be read: ${first}${rest}`);
  }
  return { units, problems };
}

function unitOf(
  row: unknown,
  folder: string,
  responseFiles: ResponseFiles,
  shared: SharedFlags,
): CompileUnit | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const { directory, file, command, arguments: words } = row as Readonly<Record<string, unknown>>;
  if (typeof file !== 'string' || file === '') return undefined;
  const argv = Array.isArray(words)
    ? words.filter((word): word is string => typeof word === 'string')
    : typeof command === 'string'
      ? commandWords(command)
      : undefined;
  if (!argv || argv.length === 0) return undefined;
  const base = typeof directory === 'string' ? absolutePath(folder, slashed(directory)) : folder;
  return {
    file: absolutePath(base, slashed(file)),
    flags: shared.of(compilerFlags(argv, base, responseFiles)),
  };
}

/** Most files of a program are compiled alike. */
class SharedFlags {
  private readonly byText = new Map<string, CompilerFlags>();

  of(flags: CompilerFlags): CompilerFlags {
    const { directory, macros, quoteFolders, folders, forced } = flags;
    // The folder of the command counts for forced headers alone: other paths are absolute.
    const from = forced.length > 0 ? directory : '';
    const text = JSON.stringify([from, [...macros], quoteFolders, folders, forced]);
    const known = this.byText.get(text);
    if (known) return known;
    this.byText.set(text, flags);
    return flags;
  }
}
