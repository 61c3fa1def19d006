/**
 * ast-grep with rules for calls of the same functions, in the same files: a search by full syntax trees.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Program } from './program.js';
import { type SourceFiles, searchGlobs } from './sourceFiles.js';

/**
 * How the functions are told to ast-grep: all in one rule, which is the least work and gives every finding the same
 * message, or a rule for each, as a set of rules is written whose findings say what they are about.
 */
export type RuleForm = 'one rule' | 'a rule each';

/** Undefined if ast-grep is not installed. */
export function astGrep(
  folder: string,
  functions: readonly string[],
  files: SourceFiles,
  scratch: string,
  form: RuleForm,
): Program | undefined {
  const program = nativeProgram();
  if (program === undefined) return undefined;
  const config = join(scratch, 'sgconfig.yml');
  // Without these, ast-grep knows files by its own list of endings, which is shorter.
  writeFileSync(config, configText(files));
  const rules = join(scratch, form === 'one rule' ? 'calls.yml' : 'calls-each.yml');
  const sets = form === 'one rule' ? [functions] : functions.map((name) => [name]);
  const texts = ['C', 'Cpp'].flatMap((language) => sets.map((names) => ruleText(language, names)));
  writeFileSync(rules, texts.join('---\n'));
  const unfiltered = ['hidden', 'dot', 'exclude', 'global', 'parent', 'vcs'].flatMap((kind) => [
    '--no-ignore',
    kind,
  ]);
  const globs = searchGlobs(files).flatMap((glob) => ['--globs', glob]);
  // The list of files that `--inspect` writes costs microseconds a file, where a file costs milliseconds.
  const listing = ['--report-style', 'short', '--inspect', 'entity'];
  return {
    name: form === 'one rule' ? 'ast-grep' : 'a rule each',
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
    `id: calls-${language.toLowerCase()}-${functions.length === 1 ? functions[0] : 'all'}`,
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
