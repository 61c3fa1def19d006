/**
 * Findings of a package against the functions that its shipped binaries import.
 */
import type { Finding } from './findings.js';
import type { Judgement } from './judgement.js';

/** Judges each name that is found or imported, once for the package. */
export function scoreImports(
  findings: readonly Finding[],
  imported: readonly string[],
  names: ReadonlySet<string>,
): Judgement[] {
  const truth = new Set(imported.filter((name) => names.has(name)));
  const firstPlace = new Map<string, string>();
  for (const { file, line, name } of findings) {
    if (!firstPlace.has(name)) firstPlace.set(name, `${file}:${line}`);
  }
  const found = [...firstPlace].map(
    ([name, place]): Judgement => ({ kind: truth.has(name) ? 'import-found' : 'not-imported', name, place }),
  );
  const missed = [...truth].filter((name) => !firstPlace.has(name));
  return [...found, ...missed.map((name): Judgement => ({ kind: 'import-missed', name, place: undefined }))];
}
