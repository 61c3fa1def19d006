/**
 * The programs that a scan is measured against, with an equal question: where do these names stand?
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Endings that all programs are told to read: those of most C and C++ files. */
const ENDINGS = ['c', 'h', 'cc', 'cpp', 'cxx', 'hh', 'hpp'];

export interface Competitor {
  readonly name: string;
  readonly command: (folder: string) => string[];
}

/** ripgrep with the list of names, as whole words; undefined if it is not installed. */
export function ripgrep(names: readonly string[], scratch: string): Competitor | undefined {
  if (spawnSync('rg', ['--version']).status !== 0) return undefined;
  const list = join(scratch, 'names.txt');
  writeFileSync(list, `${names.join('\n')}\n`);
  const globs = ENDINGS.flatMap((ending) => ['-g', `*.${ending}`]);
  return {
    name: 'ripgrep',
    command: (folder) => ['rg', '--no-ignore', '-w', '-F', '-n', '-f', list, ...globs, folder],
  };
}

/** ast-grep with a rule for the same names, headers and paths; undefined if its program is not installed. */
export function astGrep(names: readonly string[], scratch: string): Competitor | undefined {
  const program = astGrepProgram();
  if (program === undefined) return undefined;
  const rule = join(scratch, 'names.yml');
  const ofLanguage = (language: string): string =>
    [
      `id: names-${language.toLowerCase()}`,
      `language: ${language}`,
      'rule:',
      '  any:',
      '    - kind: identifier',
      `      regex: ^(?:${names.join('|')})$`,
      '    - kind: system_lib_string',
      '    - kind: string_content',
      '      regex: ^/(?:proc|sys|dev)/',
    ].join('\n');
  writeFileSync(rule, `${ofLanguage('C')}\n---\n${ofLanguage('Cpp')}\n`);
  return {
    name: 'ast-grep',
    command: (folder) => [
      program,
      'scan',
      '--no-ignore',
      'vcs',
      '-r',
      rule,
      '--report-style',
      'short',
      folder,
    ],
  };
}

/** The native program itself, so that the small script that npm puts before it is not charged. */
function astGrepProgram(): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(require.resolve('@ast-grep/cli/package.json'));
    const inner = join(folder, '..', `cli-${process.platform}-${process.arch}-gnu`, 'ast-grep');
    return [inner, join(folder, 'ast-grep')].find((path) => existsSync(path));
  } catch {
    return undefined;
  }
}
