/**
 * The programs of a tree: a folder of tools beside the main program is linked with itself alone.
 */
export class Programs {
  private readonly files = new Set<string>();
  /** How many programs begin in a folder or below it; folders with their slash. */
  private readonly below = new Map<string, number>();
  /** How many begin in a folder itself. */
  private readonly inside = new Map<string, number>();

  /** Says that a program begins in a file. */
  add(path: string): void {
    if (this.files.has(path)) return;
    this.files.add(path);
    this.count(path, 1);
  }

  /** The files in which programs begin. */
  all(): Iterable<string> {
    return this.files;
  }

  remove(path: string): void {
    if (this.files.delete(path)) this.count(path, -1);
  }

  /**
   * Whether what one file defines may be what another one calls. Where the folders of both part, each with a
   * program below it, they are two programs.
   */
  mayLink(defining: string, calling: string): boolean {
    const shared = sharedFolder(defining, calling);
    const definingSide = childFolder(defining, shared);
    if (definingSide === undefined || !this.below.get(definingSide)) return true;
    const callingSide = childFolder(calling, shared);
    return callingSide === undefined ? !this.inside.get(shared) : !this.below.get(callingSide);
  }

  private count(path: string, step: number): void {
    let end = path.lastIndexOf('/') + 1;
    raise(this.inside, path.slice(0, end), step);
    for (; end > 0; end = path.lastIndexOf('/', end - 2) + 1) raise(this.below, path.slice(0, end), step);
  }
}

function raise(counts: Map<string, number>, key: string, step: number): void {
  counts.set(key, (counts.get(key) ?? 0) + step);
}

/** The innermost folder that holds both files. */
function sharedFolder(a: string, b: string): string {
  let end = 0;
  for (let i = 0; i < a.length && a[i] === b[i]; i++) if (a[i] === '/') end = i + 1;
  return a.slice(0, end);
}

/** The folder directly below another one that holds a file; undefined if the file lies in that one itself. */
function childFolder(path: string, folder: string): string | undefined {
  const slash = path.indexOf('/', folder.length);
  return slash < 0 ? undefined : path.slice(0, slash + 1);
}
