/**
 * Why a scan has nothing to report on.
 */
import type { ProgramBinaries } from '#core/binaries/programBinaries.js';
import { excludedText } from '#core/messages/scanText.js';
import type { ReadProgram, ReadSummary } from '#core/scan/readProgram.js';

/**
 * Undefined where there is something.
 * @param areSearched whether binaries were looked for, too.
 * @param excluded files and folders that projects leave out.
 */
export function nothingScanned(
  paths: readonly string[],
  { filesScanned, skipped, operations }: ReadSummary & Pick<ReadProgram, 'operations'>,
  binaries: ProgramBinaries,
  areSearched: boolean,
  excluded: number,
): string | undefined {
  const saysHowItIsRun = operations.files.some(({ runs, practices }) => runs.length + practices.length > 0);
  if (filesScanned > 0 || saysHowItIsRun) return undefined;
  const where = paths.join(', ');
  if (binaries.files.length > 0) {
    return binaries.files.every(({ isPlatform }) => isPlatform)
      ? `what is in ${where} is of the C library of Linux, not of a program; name the program.`
      : undefined;
  }
  const rest = excluded > 0 ? `; ${excludedText(excluded)}` : '';
  const what = areSearched ? 'no C or C++ source and no binary' : 'no C or C++ source';
  if (skipped.length === 0) return `${what} was found in ${where}${rest}.`;
  const first = skipped.slice(0, 3).map(({ path, reason }) => `${path}: ${reason}`);
  return `nothing in ${where} could be scanned; ${skipped.length} skipped (${first.join('; ')})${rest}.`;
}
