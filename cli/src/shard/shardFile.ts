/**
 * The file that a share of a scan leaves for `unigap merge`: what was read, and of what it is a share.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import type { Share } from '#core/record/mergedProgram.js';
import { decodeRecord, encodeRecord, type ProgramRecord } from '#core/record/programRecord.js';
import type { BuildFilesRead } from '#core/scan/readBuildFiles.js';
import type { OperationsRead } from '#core/scan/readOperationsFiles.js';
import type { Skipped } from '#core/workspace.js';
import { readSealed, writeSealed } from '../cache/sealedFile.js';
import type { LeftOut } from '../scan/readSources.js';
import { digestOf } from './digest.js';
import type { ShareNumber } from './shares.js';

/** Raised when the form of the file changes. */
const LABEL = 'unigap shard 3';

/** What all shares of a scan have in common. */
export interface ShardedScan {
  /** By which program it was read, with what data. */
  readonly program: string;
  readonly vocabulary: string;
  /** Over the paths and sizes of all files. */
  readonly files: string;
  /** Over what all headers say. */
  readonly headers: string;
  readonly paths: readonly string[];
  readonly honourIgnore: boolean;
  readonly prefixes: readonly string[];
  /** For each path its project. */
  readonly projects: readonly ShardedProject[];
  readonly leftOut: LeftOut;
  /** What a build had left beside the sources, that conditions were decided by; null for nothing. */
  readonly followed: string | null;
  readonly unlisted: readonly Skipped[];
  /** What the build files say, which every share reads. */
  readonly build: Pick<BuildFilesRead, 'files' | 'bytes' | 'skipped'>;
  /** What the files say by which the program is run and looked after, which every share reads. */
  readonly operations: OperationsRead;
}

export interface ShardedProject {
  readonly fileName: string;
  /** What its `unigap.json` says; null where it has none. */
  readonly text: string | null;
  readonly isWhole: boolean;
}

export interface Shard extends Share {
  readonly share: ShareNumber;
  readonly scan: ShardedScan;
}

/** Writes a shard. Throws where the file cannot be written. */
export function writeShard(path: string, { share, scan, record, skipped }: Shard): void {
  const head = Buffer.from(JSON.stringify({ share, scan, skipped }));
  const parts = [head, ...encodeRecord(record).map((log) => Buffer.concat([...log.bytes()]))];
  writeSealed(
    path,
    LABEL,
    parts.map((part) => [deflateSync(part)]),
  );
}

/** Reads a shard, or says what is wrong with it. */
export function readShard(path: string): Shard | { readonly problem: string } {
  const found = readSealed(path, LABEL);
  if (found === 'missing') return { problem: `${path} cannot be read.` };
  if (found === 'of another kind') {
    return { problem: `${path} is no shard, or one of another version of unigap; write it anew.` };
  }
  if (found === 'damaged') return { problem: `${path} is damaged; write it anew.` };
  const [head, ...parts] = found.parts.map((part) => inflateSync(part));
  return { ...(JSON.parse(head.toString()) as Omit<Shard, 'record'>), record: decodeRecord(parts) };
}

/** Another text for other headers: what one share takes the others' files to see has to be what they see. */
export function headersDigest({ headers }: ProgramRecord): string {
  const said = [headers.added, [...headers.inConditions].sort((a, b) => a - b)];
  return digestOf(JSON.stringify(said));
}
