/**
 * Reads the files of one commit straight from a git repository: no work tree is needed, and whatever is checked
 * out stays as it is.
 */
import { execFileSync } from 'node:child_process';

/** Source files are far smaller; a whole batch of them has to fit. */
const MAX_OUTPUT_BYTES = 1 << 30;

export class GitTree {
  private readonly paths: Set<string>;
  private readonly texts = new Map<string, string>();

  /**
   * @param repository git directory or work tree
   * @param commit anything that git resolves to a commit
   * @throws where git does not know the commit
   */
  constructor(
    private readonly repository: string,
    readonly commit: string,
  ) {
    const listing = this.git(['ls-tree', '-r', '--name-only', '-z', commit]);
    this.paths = new Set(listing.toString('utf8').split('\0').filter(Boolean));
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** Names directly below a folder, files and folders alike. */
  namesBelow(folder: string): string[] {
    const prefix = `${folder}/`;
    const inside = [...this.paths].filter((path) => path.startsWith(prefix));
    return [...new Set(inside.map((path) => path.slice(prefix.length).split('/')[0]))];
  }

  /** Commit to which a submodule is pinned. Throws if there is no such submodule. */
  submodule(path: string): string {
    const entry = this.git(['ls-tree', this.commit, path]).toString('utf8');
    const commit = /^160000 commit ([0-9a-f]+)/.exec(entry)?.[1];
    if (!commit) throw new Error(`${this.repository}: ${path} is no submodule`);
    return commit;
  }

  /** Text of a file, read as Latin-1: old sources hold bytes that are no UTF-8. Throws if it does not exist. */
  text(path: string): string {
    const known = this.texts.get(path);
    if (known !== undefined) return known;
    if (!this.has(path)) throw new Error(`${this.repository}: no file ${path}`);
    const text = this.git(['cat-file', 'blob', `${this.commit}:${path}`]).toString('latin1');
    this.texts.set(path, text);
    return text;
  }

  /** Fetches many files in one go, so that `text` needs no process for each. */
  preload(paths: readonly string[]): void {
    const missing = [...new Set(paths)].filter((path) => this.has(path) && !this.texts.has(path));
    if (missing.length === 0) return;
    const request = missing.map((path) => `${this.commit}:${path}\n`).join('');
    const output = this.git(['cat-file', '--batch'], request);
    let start = 0;
    for (const path of missing) {
      const end = output.indexOf('\n', start);
      const size = Number(output.subarray(start, end).toString('utf8').split(' ')[2]);
      this.texts.set(path, output.subarray(end + 1, end + 1 + size).toString('latin1'));
      start = end + 1 + size + 1;
    }
  }

  private git(args: readonly string[], input?: string): Buffer {
    return execFileSync('git', ['-C', this.repository, ...args], {
      maxBuffer: MAX_OUTPUT_BYTES,
      ...(input === undefined ? {} : { input }),
    });
  }
}
