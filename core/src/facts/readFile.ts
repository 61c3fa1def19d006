/**
 * What reading one file has given: its facts, and which of them are kept until all files are read.
 */
import type { SuppressionComment } from '../suppressions/suppressionComment.js';
import type { FileFacts, Include, ToldFacts } from './fileFacts.js';

export interface ReadFile {
  /** None of its occurrences is doubtful any more. */
  readonly facts: FileFacts;
  /** Those of its includes that may become uses. */
  readonly uses: readonly Include[];
  /** Names that were let go since they are macros of headers that the file does not see. */
  readonly unseen: readonly string[];
  readonly suppressions: readonly SuppressionComment[];
}

/** The part of it that the index and the summary of a scan are told, when it was packed before. */
export interface KnownFile extends Pick<ReadFile, 'unseen' | 'suppressions'> {
  readonly facts: ToldFacts & Pick<FileFacts, 'byteLength' | 'problems'>;
}

/** Whether a file has anything that may become a use; the others need not be kept. */
export function namesAnything({ facts, uses }: ReadFile): boolean {
  return (
    facts.occurrences.length > 0 ||
    facts.counted.length > 0 ||
    facts.paths.length > 0 ||
    facts.macros.some((macro) => macro.body.length > 0) ||
    uses.length > 0
  );
}
