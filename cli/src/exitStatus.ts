/**
 * With what the program ends, and how it says why.
 */
export const EXIT_CLEAN = 0;
export const EXIT_GAPS = 1;
export const EXIT_FAILED = 2;

/** Says something to the user, a sentence. */
export function tell(message: string): void {
  process.stderr.write(`unigap: ${message}\n`);
}

/** Says why something was not done; returns the exit status. */
export function fail(message: string): number {
  tell(message);
  return EXIT_FAILED;
}
