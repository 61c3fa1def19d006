/**
 * The source files of all fixtures, without their marks.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { sourceLanguage } from '#core/scan/language.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { parseFixture, sourcesOf } from './fixture.js';

export const FIXTURES = join(PROJECT_ROOT, 'test', 'fixtures');

/** Folder of the fixtures that are no source. */
const OPERATIONS = `operations${sep}`;

/** Paths of fixtures, relative to their folder, sorted. */
export function fixturePaths(): string[] {
  const entries = readdirSync(FIXTURES, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(FIXTURES, join(entry.parentPath, entry.name)));
  return paths.filter((path) => sourceLanguage(path) || path.startsWith(OPERATIONS)).sort();
}

/** Paths of fixtures that are source. */
export function sourceFixturePaths(): string[] {
  return fixturePaths().filter((path) => sourceLanguage(path));
}

/** Paths of fixtures by which programs are run and looked after. */
export function operationsFixturePaths(): string[] {
  return fixturePaths().filter((path) => path.startsWith(OPERATIONS));
}

/** Files of one fixture by their paths in it. */
export function fixtureSources(path: string): Record<string, Uint8Array> {
  return sourcesOf(parseFixture(basename(path), readFileSync(join(FIXTURES, path))));
}
