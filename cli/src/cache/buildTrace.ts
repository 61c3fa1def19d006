/**
 * Which files of a build were looked for, and with what result: as long as that is the same, so is what a build tells.
 */
import { readdirSync, statSync } from 'node:fs';
import { digest } from './cachePlace.js';

export interface TracedFiles {
  /** Folders that were listed, each with a digest of the names in it. */
  readonly folders: readonly (readonly [path: string, names: string])[];
  /** Files that were read, each with its size in bytes and its times in milliseconds. */
  readonly files: readonly (readonly [path: string, size: number, mtimeMs: number, ctimeMs: number])[];
  /** Files that were looked for by their paths and are not there. */
  readonly missing: readonly string[];
}

/** A file that has changed since this long before a trace began may change again without being noticed. */
const STEP_MILLISECONDS = 2000;

export class BuildTrace {
  private readonly began = Date.now();
  private readonly folders = new Map<string, string>();
  private readonly files = new Map<string, readonly [string, number, number, number]>();
  private readonly missing = new Set<string>();
  /** Whether all that was looked for can be known again. */
  private isWhole = true;

  folder(path: string, names: ReadonlySet<string>): void {
    this.folders.set(path, namesDigest([...names]));
  }

  file(path: string): void {
    const traced = stateOf(path);
    if (!traced || Math.max(traced[2], traced[3]) > this.began - STEP_MILLISECONDS) this.isWhole = false;
    else this.files.set(path, traced);
  }

  /** Says that more is read than can be known again. */
  giveUp(): void {
    this.isWhole = false;
  }

  absent(path: string): void {
    this.missing.add(path);
  }

  /** Undefined where it cannot be known again. */
  traced(): TracedFiles | undefined {
    if (!this.isWhole) return undefined;
    return { folders: [...this.folders], files: [...this.files.values()], missing: [...this.missing] };
  }

  /** Whether all of it is as it was. */
  static stands({ folders, files, missing }: TracedFiles): boolean {
    return (
      missing.every((path) => statSync(path, { throwIfNoEntry: false }) === undefined) &&
      files.every((file) => JSON.stringify(stateOf(file[0])) === JSON.stringify(file)) &&
      folders.every(([path, names]) => namesDigest(namesIn(path)) === names)
    );
  }
}

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function namesDigest(names: readonly string[]): string {
  return digest([...names].sort().join('\0'));
}

function stateOf(path: string): readonly [string, number, number, number] | undefined {
  const state = statSync(path, { throwIfNoEntry: false });
  return state && [path, state.size, state.mtimeMs, state.ctimeMs];
}
