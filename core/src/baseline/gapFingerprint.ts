/**
 * By what a gap is known again after the source around it has changed: no line number is in it.
 */
import type { Gap } from '../gaps/gap.js';
import { NO_PLACE } from '../uses/use.js';
import type { Workspace } from '../workspace.js';
import { EnclosingFunctions } from './enclosingFunctions.js';
import { SourceLines } from './sourceLines.js';
import { textHash } from './textHash.js';

export interface GapFingerprint {
  readonly feature: string;
  readonly path: string;
  /** Name of the function around the place; undefined outside of one, and where it cannot be told. */
  readonly function: string | undefined;
  /** Hash of the line without its white space; undefined for a place that has no line of source. */
  readonly line: string | undefined;
  /** From one: the number among those of the file that are equal in everything else. */
  readonly occurrence: number;
}

/**
 * The fingerprints of gaps. Reads the files again that have any; of a file that can no longer be read they are known
 * by feature and path alone.
 */
export async function gapFingerprints(
  gaps: readonly Gap[],
  workspace: Pick<Workspace, 'read'>,
): Promise<Map<Gap, GapFingerprint>> {
  const byPath = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const list = byPath.get(gap.use.path);
    if (list) list.push(gap);
    else byPath.set(gap.use.path, [gap]);
  }
  const fingerprints = new Map<Gap, GapFingerprint>();
  for (const [path, ofFile] of byPath) {
    // What a binary imports stands in no line.
    const isText = ofFile.some(({ use }) => use.line !== NO_PLACE);
    const content = isText ? await workspace.read({ path }) : undefined;
    const lines =
      content && !('problem' in content) ? new SourceLines(content.bytes, content.length) : undefined;
    addFingerprints(path, ofFile, lines, fingerprints);
  }
  return fingerprints;
}

function addFingerprints(
  path: string,
  gaps: readonly Gap[],
  lines: SourceLines | undefined,
  fingerprints: Map<Gap, GapFingerprint>,
): void {
  const counts = new Map<string, number>();
  const functions = lines && new EnclosingFunctions(lines);
  let at = -1;
  let name: string | undefined;
  let hash: string | undefined;
  for (const gap of [...gaps].sort((a, b) => a.use.start - b.use.start)) {
    const { feature, line } = gap.use;
    // A line of generated code may be long, and have many.
    if (line !== at) {
      const text = lines?.at(line);
      name = text === undefined ? undefined : functions?.at(line);
      hash = text === undefined ? undefined : textHash(text.replace(/\s+/g, ''));
      at = line;
    }
    const key = `${feature} ${name} ${hash}`;
    const occurrence = (counts.get(key) ?? 0) + 1;
    counts.set(key, occurrence);
    fingerprints.set(gap, { feature, path, function: name, line: hash, occurrence });
  }
}

/** The fingerprint as one text, for formats that hold it so. */
export function fingerprintText(fingerprint: GapFingerprint): string {
  const { feature, path, function: name = '-', line = '-', occurrence } = fingerprint;
  return `${feature} ${path} ${name} ${line} ${occurrence}`;
}
