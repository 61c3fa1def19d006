/**
 * What a scan has printed, from one scan to the next: where nothing has changed that a report hangs on, it is told again.
 */
import { join } from 'node:path';
import type { Skipped, WorkspaceFile } from '#core/workspace.js';
import { BuildTrace, type TracedFiles } from './buildTrace.js';
import { type CachePlace, digest, FORM, TOLD } from './cachePlace.js';
import { FileStamps } from './fileStamps.js';
import { readSealed, writeSealed } from './sealedFile.js';
import type { NodeFiles } from './stampedWorkspace.js';

/** Longer ones are made anew: they would be held beside all else. In bytes. */
const LONGEST = 8 << 20;

/** What was found below the folders, beside the texts of the files. */
export interface Listed {
  readonly files: readonly WorkspaceFile[];
  readonly skipped: readonly Skipped[];
  /** How many files were left out, and why. */
  readonly leftOut: readonly unknown[];
}

/** What is told again. */
export interface Told {
  readonly text: Uint8Array;
  readonly status: number;
}

interface Head {
  readonly takenAt: number;
  readonly status: number;
  readonly listed: string;
  /** For each folder the globs of what its project leaves out. */
  readonly excludes: readonly (readonly string[])[];
  readonly trace: TracedFiles;
}

export class ToldReport {
  private readonly path: string;
  private readonly label: string;
  private readonly found:
    | { readonly head: Head; readonly stamps: Uint8Array; readonly text: Uint8Array }
    | undefined;
  private pieces: Uint8Array[] | undefined = [];
  private length = 0;

  /** Looks for what the last scan printed. @param place the subject names all on which a report hangs, but for files. */
  constructor(place: CachePlace) {
    const key = digest(`${place.program}\n${place.subject}`);
    this.path = join(place.folder, `${digest(place.subject)}${TOLD}`);
    this.label = `unigap told ${FORM} ${key}`;
    const sealed = readSealed(this.path, this.label);
    if (typeof sealed === 'string') return;
    const [head, stamps, text] = sealed.parts;
    this.found = { head: JSON.parse(Buffer.from(head).toString()) as Head, stamps, text };
  }

  /** For each folder the globs that its project had when something was found; undefined where nothing was. */
  get excludes(): readonly (readonly string[])[] | undefined {
    return this.found?.head.excludes;
  }

  /** What was printed, if files are as they were then. */
  again(listed: Listed, files: NodeFiles): Told | undefined {
    if (!this.found) return undefined;
    const { head, stamps: bytes, text } = this.found;
    if (head.listed !== listedDigest(listed)) return undefined;
    const stamps = new FileStamps(listed.files.length, head.takenAt, bytes);
    const isSame = listed.files.every((file, number) => {
      const state = files.stateOf(file);
      return state !== undefined && stamps.isCertain(number, state);
    });
    return isSame && BuildTrace.stands(head.trace) ? { text, status: head.status } : undefined;
  }

  /** Takes a piece that is printed. */
  add(piece: string): void {
    if (!this.pieces) return;
    const bytes = Buffer.from(piece);
    this.length += bytes.length;
    if (this.length > LONGEST) this.pieces = undefined;
    else this.pieces.push(bytes);
  }

  /** Leaves what was printed for the next scan. @param stamps taken of the files before any was read. */
  save(
    listed: Listed,
    stamps: FileStamps,
    excludes: readonly (readonly string[])[],
    trace: TracedFiles,
    status: number,
  ): void {
    if (!this.pieces) return;
    const head: Head = { takenAt: stamps.takenAt, status, listed: listedDigest(listed), excludes, trace };
    try {
      writeSealed(this.path, this.label, [[Buffer.from(JSON.stringify(head))], [stamps.bytes], this.pieces]);
    } catch (error) {
      // What was read could be kept a moment before: the next scan makes the report anew.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }
}

/** Stamps of all files, by what the file system tells. */
export function stampsOf(listed: readonly WorkspaceFile[], files: NodeFiles): FileStamps {
  const stamps = new FileStamps(listed.length, Date.now());
  listed.forEach((file, number) => {
    const state = files.stateOf(file);
    if (state) stamps.set(number, state, NO_HASH);
  });
  return stamps;
}

const NO_HASH = new Uint8Array(16);

function listedDigest({ files, skipped, leftOut }: Listed): string {
  return digest(JSON.stringify([files.map(({ path }) => path), skipped, leftOut]));
}
