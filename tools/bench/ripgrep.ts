/**
 * ripgrep with the same names as whole words, in the same files: the cost of finding these words and nothing more.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './program.js';
import { type SourceFiles, searchGlobs } from './sourceFiles.js';

/** Undefined if ripgrep is not installed. */
export function ripgrep(
  folder: string,
  names: readonly string[],
  files: SourceFiles,
  scratch: string,
): Program | undefined {
  if (spawnSync('rg', ['--version']).status !== 0) return undefined;
  const list = join(scratch, 'names.txt');
  writeFileSync(list, `${names.join('\n')}\n`);
  const globs = searchGlobs(files).flatMap((glob) => ['-g', glob]);
  const reach = ['--no-config', '--no-ignore', '--hidden', ...globs];
  return {
    name: 'ripgrep',
    command: ['rg', ...reach, '-w', '-F', '-f', list, folder],
    statuses: [0, 1],
    leftOut: () => {
      const listed = spawnSync('rg', ['--files', ...reach, '.'], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      });
      const searched = new Set(
        listed.stdout
          .split('\n')
          .filter((path) => path !== '')
          .map((path) => path.replace(/^\.\//, '')),
      );
      const other = [...searched].find((path) => !files.sizes.has(path));
      if (other !== undefined) throw new Error(`ripgrep reads ${other}, which a scan does not`);
      return [...files.sizes.keys()].filter((path) => !searched.has(path));
    },
  };
}
