/**
 * The source files of all fixtures, without their marks.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sourceLanguage } from '#core/scan/language.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { parseFixture, sourcesOf } from './fixture.js';

export const FIXTURES = join(PROJECT_ROOT, 'test', 'fixtures');

/** Paths of fixtures, relative to their folder, sorted. */
export function fixturePaths(): string[] {
  const paths = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => sourceLanguage(path)).sort();
}

/** Files of one fixture by their paths in it. */
export function fixtureSources(path: string): Record<string, Uint8Array> {
  return sourcesOf(parseFixture(basename(path), readFileSync(join(FIXTURES, path))));
}
