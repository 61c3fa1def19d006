/**
 * What was scanned, in words.
 */
import type { ReportDocument } from '../report/reportDocument.js';

export function scanText(
  document: Pick<ReportDocument, 'filesScanned' | 'bytesScanned' | 'ignoredFiles' | 'ignoreDropped'>,
): string {
  const { filesScanned, bytesScanned, ignoredFiles = 0, ignoreDropped = false } = document;
  const ignored = ignoreDropped
    ? '; .gitignore leaves out every file and was not followed'
    : ignoredFiles > 0
      ? `; ${countText(ignoredFiles, 'file')} left out by .gitignore`
      : '';
  return `${countText(filesScanned, 'file')}, ${bytesText(bytesScanned)} of C and C++${ignored}`;
}

/** `1,203 gaps`. */
export function countText(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

function bytesText(bytes: number): string {
  return bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
