/**
 * What was scanned, in words.
 */
import type { BuildSummary } from '../report/report.js';
import type { ReportDocument, Since } from '../report/reportDocument.js';

export function scanText(
  document: Pick<
    ReportDocument,
    | 'filesScanned'
    | 'bytesScanned'
    | 'buildFilesScanned'
    | 'buildBytesScanned'
    | 'operationsFilesScanned'
    | 'ignoredFiles'
    | 'ignoreDropped'
    | 'excluded'
    | 'suppressedGaps'
    | 'since'
    | 'build'
  > & { readonly binaries?: readonly { readonly size: number }[] },
): string {
  const { filesScanned, bytesScanned, ignoredFiles = 0, ignoreDropped = false } = document;
  const { excluded = 0, suppressedGaps = 0, binaries = [] } = document;
  const { buildFilesScanned = 0, buildBytesScanned = 0, operationsFilesScanned = 0 } = document;
  const isOperationAlone = filesScanned === 0 && binaries.length === 0 && operationsFilesScanned > 0;
  const build =
    buildFilesScanned > 0
      ? `; ${countText(buildFilesScanned, 'build file')}, ${bytesText(buildBytesScanned)}`
      : '';
  const ignored = ignoreDropped
    ? '; .gitignore leaves out every file and was not followed'
    : ignoredFiles > 0
      ? `; ${countText(ignoredFiles, 'file')} left out by .gitignore`
      : '';
  const leftOut = excluded > 0 ? `; ${excludedText(excluded)}` : '';
  const suppressed = suppressedGaps > 0 ? `; ${countText(suppressedGaps, 'gap')} suppressed` : '';
  const source = `${countText(filesScanned, 'file')}, ${bytesText(bytesScanned)} of C and C++`;
  const scanned = [
    ...(filesScanned > 0 || (binaries.length === 0 && !isOperationAlone) ? [source] : []),
    ...(isOperationAlone
      ? [`no C or C++ source; ${countText(operationsFilesScanned, 'file')} of how it is run`]
      : []),
    ...(binaries.length > 0 ? [binariesText(binaries)] : []),
  ].join('; ');
  const decided = document.build ? `; ${buildText(document.build)}` : '';
  const since = document.since ? `; ${sinceText(document.since)}` : '';
  return scanned + build + ignored + leftOut + suppressed + decided + since;
}

/** That only some gaps are listed. */
function sinceText({ revision, elsewhere }: Since): string {
  return `only gaps on lines changed since ${revision} are listed, ${countText(elsewhere, 'gap')} elsewhere not`;
}

function buildText({ files, built }: BuildSummary): string {
  const [first] = files;
  const rest = files.length > 1 ? ` and ${countText(files.length - 1, 'other file')}` : '';
  if (built === undefined) return `what a build wrote decides conditions: ${first}${rest}`;
  return `conditions decided by ${first}${rest}, which builds ${countText(built, 'file')}`;
}

/** Files and folders count alike: what is in a folder that is left out is not looked at. */
export function excludedText(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'file or folder' : 'files or folders'} left out by unigap.json`;
}

function binariesText(binaries: readonly { readonly size: number }[]): string {
  const bytes = binaries.reduce((sum, { size }) => sum + size, 0);
  const what = binaries.length === 1 ? 'binary' : 'binaries';
  return `${binaries.length.toLocaleString('en')} ${what}, ${bytesText(bytes)}`;
}

/** `1,203 gaps`. */
export function countText(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

function bytesText(bytes: number): string {
  return bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
