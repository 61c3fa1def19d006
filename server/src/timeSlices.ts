/**
 * Long work in slices, so that requests are answered in between.
 */
const SLICE_MILLISECONDS = 8;

/** To be awaited between two pieces of work: gives others a turn when a slice is over. */
export function timeSlices(yieldTurn: () => Promise<void>): () => Promise<void> {
  let start = Date.now();
  return async () => {
    if (Date.now() - start < SLICE_MILLISECONDS) return;
    await yieldTurn();
    start = Date.now();
  };
}
