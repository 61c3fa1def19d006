/**
 * The `unigap.json` of a scanned folder.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import { type ProjectReading, readProjectFile } from '#core/project/readProjectFile.js';

/** Nobody writes so much by hand. */
const MAX_FILE_BYTES = 1024 * 1024;

export interface ProjectFile extends ProjectReading {
  readonly text: string;
  placeOf(offset: number): TextPlace;
}

/** Both count from one; columns are UTF-16 code units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Undefined where the folder has none; a problem where it cannot be read. */
export function projectFileOf(
  folder: string,
  knowledge: Knowledge,
): ProjectFile | { readonly problem: string } | undefined {
  const path = join(folder, PROJECT_FILE);
  try {
    const stat = statSync(path);
    // Opening a FIFO would wait for a writer.
    if (!stat.isFile()) return { problem: 'is no regular file' };
    if (stat.size > MAX_FILE_BYTES) return { problem: 'has over 1 MB' };
    const text = new TextDecoder().decode(readFileSync(path));
    return projectFileFrom(text, knowledge);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? undefined : { problem: `cannot be read (${code})` };
  }
}

/** The same from its text. */
export function projectFileFrom(text: string, knowledge: Knowledge): ProjectFile {
  const starts = lineStarts(text);
  return { ...readProjectFile(text, knowledge), text, placeOf: (offset) => placeIn(starts, offset) };
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (match) => match.index + match[0].length)];
}

function placeIn(starts: readonly number[], offset: number): TextPlace {
  let line = 0;
  for (let after = starts.length; line + 1 < after; ) {
    const middle = (line + after) >> 1;
    if (starts[middle] <= offset) line = middle;
    else after = middle;
  }
  return { line: line + 1, column: offset - starts[line] + 1 };
}
