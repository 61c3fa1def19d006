/**
 * Which of the two questions a use bears on: does the program run, or can it be operated.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Use } from '../uses/use.js';
import { familyOf } from './familyOf.js';

export type Weight = 'run' | 'operate';

/**
 * What stands in source bears on whether the program runs, but for practices, which bear on what people can see of it.
 * Of an operations file, commands and signals are what people
 * do to look after it; what the file asks of the machine is weighed by what its lack costs.
 */
export function weightOf(
  use: Pick<Use, 'feature' | 'purpose' | 'kind' | 'operation'>,
  knowledge: Knowledge,
): Weight {
  if (!use.operation) return use.kind === 'practice' ? 'operate' : 'run';
  if (use.kind === 'setting') return 'run';
  if (use.kind !== 'practice') return 'operate';
  return familyOf(use, knowledge)?.harm === 'loses-visibility' ? 'operate' : 'run';
}
