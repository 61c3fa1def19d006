/**
 * ast-grep with a rule for calls of the same functions, in the same files: a search by full syntax trees.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Program } from './program.js';
import { type SourceFiles, searchGlobs } from './sourceFiles.js';

/** Undefined if ast-grep is not installed. */
export function astGrep(
  folder: string,
  functions: readonly string[],
  files: SourceFiles,
  scratch: string,
): Program | undefined {
  const program = nativeProgram();
  if (program === undefined) return undefined;
  const config = join(scratch, 'sgconfig.yml');
  // Without these, ast-grep knows files by its own list of endings, which is shorter.
  writeFileSync(config, configText(files));
  const rules = join(scratch, 'calls.yml');
  writeFileSync(rules, `${ruleText('C', functions)}---\n${ruleText('Cpp', functions)}`);
  const unfiltered = ['hidden', 'dot', 'exclude', 'global', 'parent', 'vcs'].flatMap((kind) => [
    '--no-ignore',
    kind,
  ]);
  const globs = searchGlobs(files).flatMap((glob) => ['--globs', glob]);
  // The list of files that `--inspect` writes costs microseconds a file, where a file costs milliseconds.
  const listing = ['--report-style', 'short', '--inspect', 'entity'];
  return {
    name: 'ast-grep',
    command: [program, 'scan', '-c', config, '-r', rules, ...unfiltered, ...globs, ...listing, folder],
    statuses: [0, 1],
    leftOut: (messages) => filesLeftOut(folder, files, messages),
  };
}

/** The native program itself, so that the script that npm may put before it is not charged. */
function nativeProgram(): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(require.resolve('@ast-grep/cli/package.json'));
    const system = `cli-${process.platform}-${process.arch}`;
    return [`${system}-gnu`, system]
      .map((name) => join(folder, '..', name, 'ast-grep'))
      .find((path) => existsSync(path));
  } catch {
    return undefined;
  }
}

function configText({ endings }: SourceFiles): string {
  const line = (language: string, list: readonly string[]): string =>
    // A language without a glob is an error.
    list.length > 0 ? `  ${language}: ${JSON.stringify(list.map((ending) => `*${ending}`))}\n` : '';
  return `ruleDirs: []\nlanguageGlobs:\n${line('C', endings.c)}${line('Cpp', endings.cplusplus)}`;
}

function ruleText(language: string, functions: readonly string[]): string {
  return [
    `id: calls-${language.toLowerCase()}`,
    `language: ${language}`,
    'rule:',
    '  any:',
    '    - kind: call_expression',
    '      has:',
    '        field: function',
    '        kind: identifier',
    `        regex: ^(?:${functions.join('|')})$`,
    '',
  ].join('\n');
}

/** From lines such as `sg: entity|file|PATH: skipped=fileTooLarge` and `...: language=C,appliedRuleCount=1`. */
function filesLeftOut(folder: string, files: SourceFiles, messages: string): string[] {
  const read = new Set<string>();
  for (const [, path, result] of messages.matchAll(/^sg: entity\|file\|(.+): (\w+=.*)$/gm)) {
    if (/appliedRuleCount=[1-9]/.test(result)) read.add(relative(folder, path));
  }
  const other = [...read].find((path) => !files.sizes.has(path));
  if (other !== undefined) throw new Error(`ast-grep reads ${other}, which a scan does not`);
  return [...files.sizes.keys()].filter((path) => !read.has(path));
}
