/**
 * The facts of a program from one scan to the next.
 */
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { decodeRecord, encodeRecord, type ProgramRecord } from '#core/record/programRecord.js';
import type { KnownProgram } from '#core/scan/recall.js';
import type { WorkspaceFile } from '#core/workspace.js';
import { type CachePlace, digest, FACTS, FINDINGS, FORM, TOLD } from './cachePlace.js';
import { contentHash, FileStamps } from './fileStamps.js';
import type { FindingsPlace } from './findingsCache.js';
import { readSealed, UNFINISHED, writeSealed } from './sealedFile.js';
import { type NodeFiles, StampedWorkspace } from './stampedWorkspace.js';

/** All files together; those that were not used for the longest time go first. */
const MAX_FOLDER_BYTES = 512 * 1024 * 1024;
const MAX_UNUSED_MILLISECONDS = 30 * 24 * 3600 * 1000;
/** A scan that writes for longer was killed. */
const MAX_WRITING_MILLISECONDS = 3600 * 1000;

/** Texts that no file names any more stay in the tables: after so many changes all is read anew. */
const MAX_TAKEN_UP = 200;

export class ScanCache {
  readonly workspace: StampedWorkspace;
  readonly known: KnownProgram | undefined;
  /** How often in a row the record was taken up. */
  private taken = 0;
  /** Whether what was recorded is what there is, and all stamps can be relied on. */
  private isCurrent = false;
  /** Sums over the facts that were found, and over those that are left. */
  private before: Uint8Array | undefined;
  private after: Uint8Array | undefined;
  private readonly path: string;
  private readonly label: string;

  /** Looks for what the last scan left. */
  constructor(
    private readonly place: CachePlace,
    private readonly files: NodeFiles,
    private readonly listed: readonly WorkspaceFile[],
  ) {
    this.path = join(place.folder, `${digest(place.subject)}${FACTS}`);
    this.label = `unigap facts ${FORM} ${digest(`${place.program}\n${place.subject}`)}`;
    this.workspace = new StampedWorkspace(files, listed);
    this.known = this.recalled();
  }

  /** Leaves what was read for the next scan. Returns why that could not be done. */
  save(record: ProgramRecord): string | undefined {
    this.after = this.isCurrent ? this.before : undefined;
    if (this.isCurrent) return undefined;
    const { stamps } = this.workspace;
    const head = Buffer.alloc(12);
    head.writeDoubleLE(stamps.takenAt, 0);
    head.writeUInt32LE(this.known ? this.taken + 1 : 0, 8);
    const parts = encodeRecord(record).map((log) => [...log.bytes()]);
    try {
      this.after = writeSealed(this.path, this.label, [[head], [stamps.bytes], ...parts]);
      tidy(this.place.folder);
      return undefined;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return `${this.place.folder} cannot be written (${code ?? message})`;
    }
  }

  /** Where it is kept what is found with these facts, once they are saved. */
  get findings(): FindingsPlace {
    const { place, before, after } = this;
    return { place, before, after };
  }

  private recalled(): KnownProgram | undefined {
    const found = this.read();
    if (!found) return undefined;
    const { record, stamps } = found;
    const unchanged = new Set<string>();
    let isCertain = record.files.size === this.listed.length;
    const numbers = new Map([...record.files.keys()].map((path, number) => [path, number]));
    for (const file of this.listed) {
      const number = numbers.get(file.path);
      const state = number !== undefined && stamps.has(number) ? this.files.stateOf(file) : undefined;
      if (number === undefined || !state) {
        isCertain = false;
        continue;
      }
      let hash = stamps.hashOf(number);
      if (!stamps.isCertain(number, state)) {
        isCertain = false;
        const content = this.files.read(file);
        if ('problem' in content) continue;
        hash = contentHash(content.bytes.subarray(0, content.length));
        if (!stamps.hasHash(number, hash)) continue;
        this.workspace.keep(file.path, content.state, hash);
      } else this.workspace.keep(file.path, state, hash);
      unchanged.add(file.path);
    }
    this.isCurrent = isCertain;
    return { record, isUnchanged: (path) => unchanged.has(path) };
  }

  /** What the last scan wrote; undefined where it has to be done without. */
  private read(): { record: ProgramRecord; stamps: FileStamps } | undefined {
    const parts = this.parts();
    if (!parts) return undefined;
    const [head, stamps, ...rest] = parts;
    const numbers = Buffer.from(head.buffer, head.byteOffset, head.length);
    this.taken = numbers.readUInt32LE(8);
    if (this.taken >= MAX_TAKEN_UP) return undefined;
    const record = decodeRecord(rest);
    return { record, stamps: new FileStamps(record.files.size, numbers.readDoubleLE(0), stamps) };
  }

  private parts(): Uint8Array[] | undefined {
    const found = readSealed(this.path, this.label);
    if (typeof found === 'string') return undefined; // the scan writes it anew
    this.before = found.sum;
    const now = new Date();
    try {
      utimesSync(this.path, now, now);
    } catch {
      // Another process has taken it away, or nothing may be written: it is read all the same.
    }
    return found.parts;
  }
}

/** Keeps the folder small. Another process may do the same at the same time. */
function tidy(folder: string): void {
  const files: { path: string; size: number; used: number }[] = [];
  const now = Date.now();
  for (const name of readdirSync(folder)) {
    if (![FACTS, FINDINGS, TOLD].some((ending) => name.includes(ending))) continue;
    const path = join(folder, name);
    const state = statSync(path, { throwIfNoEntry: false });
    if (!state?.isFile()) continue;
    const age = now - state.mtimeMs;
    const most = name.endsWith(UNFINISHED) ? MAX_WRITING_MILLISECONDS : MAX_UNUSED_MILLISECONDS;
    if (age > most) rmSync(path, { force: true });
    else files.push({ path, size: state.size, used: state.mtimeMs });
  }
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files.sort((a, b) => a.used - b.used)) {
    if (total <= MAX_FOLDER_BYTES) break;
    rmSync(path, { force: true });
    total -= size;
  }
}
