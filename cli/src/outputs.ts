/**
 * Reports that a scan writes beside what it prints.
 */
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export type Format = 'text' | 'json' | 'markdown' | 'html' | 'sarif' | 'github' | 'runbook';

export const FORMATS: readonly Format[] = ['text', 'json', 'markdown', 'html', 'sarif', 'github', 'runbook'];

export interface Output {
  readonly format: Format;
  /** As the user wrote it. */
  readonly file: string;
}

/** @param text `FORMAT=FILE`. */
export function parseOutput(text: string): { value: Output } | { problem: string } {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const file = text.slice(at + 1);
  const format = FORMATS.find((known) => known === name);
  if (!format) return { problem: unknownFormat(name) };
  if (at < 0 || file === '')
    return { problem: `--output ${text} names no file: write --output ${name}=FILE.` };
  return { value: { format, file } };
}

export function unknownFormat(name: string): string {
  return `There is no format "${name}". Formats: ${FORMATS.join(', ')}.`;
}

/** What is wrong with files that are to be written, told before a long scan; undefined if nothing is. */
export function problemOfFiles(files: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const file of files) {
    const path = resolve(file);
    if (seen.has(path)) return `${file} is to be written twice.`;
    seen.add(path);
    const folder = statSync(dirname(path), { throwIfNoEntry: false });
    if (!folder?.isDirectory()) return `${file} cannot be written: there is no folder ${dirname(file)}.`;
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return `${file} is a folder.`;
  }
  return undefined;
}

/** Writes a file piece by piece; answers with what went wrong, or undefined. */
export function problemOfWriting(file: string, pieces: Iterable<string>): string | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'w');
    for (const piece of pieces) writeWhole(descriptor, Buffer.from(piece));
    return undefined;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall !== 'open' && syscall !== 'write') throw error;
    return `${file} cannot be written (${code}).`;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** A pipe may take less at once than it is given. */
function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}
