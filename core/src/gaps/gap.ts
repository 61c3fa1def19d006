/**
 * A gap: a use joined with what a target does for its feature, where that is not what Linux does.
 */
import type { TargetTag } from '../guards/standing.js';
import type { Behaviour, Case, Statement } from '../knowledge/schema.generated.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import type { Use, UseTag } from '../uses/use.js';
import type { Severity } from './severity.js';

/** What one target does at one use. */
export interface TargetGap {
  readonly target: TargetSpec;
  readonly behaviour: Behaviour;
  readonly severity: Severity;
  readonly statement: Statement;
  /** The case that holds, or the worst that may hold. */
  readonly worst: Case;
  /** Whether the arguments decide that this case holds. */
  readonly isDecided: boolean;
  /** `conditional` where the surrounding conditions cannot be decided. */
  readonly tags: readonly TargetTag[];
  /** Conditions that nobody can decide. */
  readonly undecided: readonly string[];
}

export interface Gap {
  readonly use: Use;
  /** Worst first. */
  readonly targets: readonly TargetGap[];
  readonly severity: Severity;
  readonly tags: readonly (UseTag | TargetTag)[];
  /** Programs that the call would have started. */
  readonly programs: readonly string[];
}
