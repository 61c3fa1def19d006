/**
 * Asks git about a folder. Nothing that the folder's configuration names is run: no hook, filter, monitor or driver of
 * differences, and nothing is fetched.
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

export class GitProblem extends Error {}

const SAFE = [
  '--no-pager',
  '--no-optional-locks',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=false',
];

/** A difference of a large program. */
const MAX_BYTES = 1 << 30;

export class Git {
  private readonly filters: readonly string[];

  /** Throws a `GitProblem` if there is no git, or the folder is in no working tree. */
  constructor(private readonly folder: string) {
    this.filters = [];
    this.ask(['rev-parse', '--is-inside-work-tree'], `${folder} is in no working tree of git`);
    this.filters = this.withoutFilters();
  }

  /** What git answers. Throws a `GitProblem` with what went wrong, or with git's own words. */
  ask(args: readonly string[], problem?: string): string {
    try {
      return execFileSync(gitProgram(), ['-C', this.folder, ...SAFE, ...this.filters, ...args], {
        encoding: 'utf8',
        env: safeEnvironment(),
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: MAX_BYTES,
        windowsHide: true,
      });
    } catch (error) {
      if (error instanceof GitProblem) throw error;
      const { stderr = '', code, status } = error as { stderr?: string; code?: string; status?: number };
      const [said] = stderr.split('\n').filter((line) => line.trim() !== '');
      const isRefused = /dubious ownership/.test(stderr);
      const words = said ?? (code === undefined ? `git ended with status ${status}` : `git: ${code}`);
      throw new GitProblem(problem === undefined || isRefused ? words : problem);
    }
  }

  /** Options that take away the programs through which git would send the files of the working tree. */
  private withoutFilters(): string[] {
    const names = this.ask(['config', '--list', '--name-only', '-z']).split('\0');
    const options: string[] = [];
    for (const name of new Set(names)) {
      if (!/^filter\..*\.(?:clean|smudge|process|required)$/s.test(name)) continue;
      options.push('-c', `${name}=${name.endsWith('.required') ? 'false' : ''}`);
    }
    return options;
  }
}

/** A git of the search path, never one that lies in the working folder. */
function gitProgram(): string {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const path = join(folder, name);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  }
  throw new GitProblem('there is no git in the search path');
}

/** The user's environment without what points git somewhere else. */
function safeEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_') || name.startsWith('GIT_CONFIG'),
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    // A missing object would be fetched, by a program that the configuration names.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
}
