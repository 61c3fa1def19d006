/**
 * What is scanned, and for which targets: as the command line and the project files have it.
 */
import type { Vocabulary } from '#core/facts/vocabulary.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { DEFAULT_TARGETS, type FolderSettings, folderSettings } from '#core/project/folderSettings.js';
import type { Catalogue } from '#core/uses/catalogue.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import type { ReportRequest } from '../commandLine.js';
import { namedTargets } from '../namedTargets.js';
import { buildOf, type Project } from '../projects.js';

export interface ScanSubject {
  readonly knowledge: Knowledge;
  readonly catalogue: Catalogue;
  /** The paths as the user wrote them. */
  readonly paths: readonly string[];
  /** What stands before the paths of each, '' or ending in a slash. */
  readonly prefixes: readonly string[];
  /** One for each path. */
  readonly projects: readonly Project[];
  readonly settings: FolderSettings;
  /** Made for one scan. */
  readonly vocabulary: Vocabulary;
  /** Names all on which the vocabulary hangs: equal words, equal vocabularies. */
  readonly vocabularyKey: string;
}

/** For each path the globs of what its project leaves out. */
export function excludesOf({ projects }: Pick<ScanSubject, 'projects'>): readonly (readonly string[])[] {
  return projects.map(({ settings }) => settings.exclude);
}

/** @param roots what is scanned, by its paths, prefixes and projects. */
export function scanSubject(
  roots: Pick<ScanSubject, 'paths' | 'prefixes' | 'projects'>,
  request: ReportRequest,
  knowledge: Knowledge,
): { value: ScanSubject } | { problem: string } {
  const named = namedTargets(request.targets ?? [], knowledge);
  if ('problem' in named) return named;
  const build = buildOf(roots.projects);
  // What is said on the command line wins.
  const settings = folderSettings(
    { targets: DEFAULT_TARGETS, severities: [], exclude: [] },
    { ...build, targets: request.targets ?? build.targets },
    knowledge,
  );
  const catalogue = catalogueOf(knowledge);
  const vocabulary = vocabularyOf(knowledge, catalogue, request.uses, settings.targets);
  const withOptions = settings.targets.filter(({ options }) => options.length > 0);
  const vocabularyKey = JSON.stringify([request.uses, withOptions]);
  return { value: { ...roots, knowledge, catalogue, settings, vocabulary, vocabularyKey } };
}
