/**
 * What was scanned, in words.
 */
import type { ReportDocument } from '../report/reportDocument.js';

export function scanText(
  document: Pick<
    ReportDocument,
    'filesScanned' | 'bytesScanned' | 'ignoredFiles' | 'ignoreDropped' | 'excluded' | 'suppressedGaps'
  >,
): string {
  const { filesScanned, bytesScanned, ignoredFiles = 0, ignoreDropped = false } = document;
  const { excluded = 0, suppressedGaps = 0 } = document;
  const ignored = ignoreDropped
    ? '; .gitignore leaves out every file and was not followed'
    : ignoredFiles > 0
      ? `; ${countText(ignoredFiles, 'file')} left out by .gitignore`
      : '';
  const leftOut = excluded > 0 ? `; ${excludedText(excluded)}` : '';
  const suppressed = suppressedGaps > 0 ? `; ${countText(suppressedGaps, 'gap')} suppressed` : '';
  const scanned = `${countText(filesScanned, 'file')}, ${bytesText(bytesScanned)} of C and C++`;
  return scanned + ignored + leftOut + suppressed;
}

/** Files and folders count alike: what is in a folder that is left out is not looked at. */
export function excludedText(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'file or folder' : 'files or folders'} left out by unigap.json`;
}

/** `1,203 gaps`. */
export function countText(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

function bytesText(bytes: number): string {
  return bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
