/**
 * Waiting for what VS Code and the server do in their own time.
 */

const LIMIT_MILLISECONDS = 20_000;
const STEP_MILLISECONDS = 25;

/** The first answer that is neither undefined nor false. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + LIMIT_MILLISECONDS; ; ) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MILLISECONDS));
  }
}
