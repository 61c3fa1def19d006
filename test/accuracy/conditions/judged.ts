/**
 * A judged condition to change in tests: `#ifdef __linux__` at the first line of `a.c`.
 */
import type { JudgedCondition } from '#tools/accuracy/conditions/judgedCondition.js';

export function judged(changes: Partial<JudgedCondition> = {}): JudgedCondition {
  return {
    package: 'one',
    version: '1.0-1',
    path: 'a.c',
    line: 1,
    condition: '#ifdef __linux__',
    kind: 'system',
    osv: { answer: 'true', reasoning: 'A Linux compiler.' },
    rumprun: { answer: 'false', reasoning: 'A NetBSD compiler.' },
    ...changes,
  };
}
