/**
 * Assertions that need nothing of Node, which one of the hosts does not have.
 */

export function check(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

export function checkEqual(actual: unknown, expected: unknown): void {
  const [is, wanted] = [actual, expected].map((value) => JSON.stringify(value));
  check(is === wanted, `${is} is not ${wanted}`);
}

export function checkMatch(text: string, pattern: RegExp): void {
  check(pattern.test(text), `${JSON.stringify(text)} does not match ${pattern}`);
}
