/**
 * A gap: a use joined with what a target does for its feature, where that is not what Linux does.
 */
import type { TargetTag } from '../guards/standing.js';
import type { Behaviour, Case, Condition, Statement, Substitute } from '../knowledge/schema.generated.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import type { Use, UseTag } from '../uses/use.js';
import type { Severity } from './severity.js';

/** What one target does at one use. */
export interface TargetGap {
  readonly target: TargetSpec;
  readonly behaviour: Behaviour;
  readonly severity: Severity;
  /** Severity if every condition around the place that nobody can decide holds. */
  readonly severityIfBuilt: Severity;
  readonly statement: Statement;
  /** The case that holds, or that holds but for the exceptions. */
  readonly case: Case;
  /** Whether the source decides that nothing milder holds. */
  readonly isDecided: boolean;
  /** Conditions on the arguments under which something milder holds. */
  readonly exceptions: readonly Condition[];
  /** `conditional` where the surrounding conditions cannot be decided. */
  readonly tags: readonly TargetTag[];
  /** Conditions that nobody can decide. */
  readonly undecided: readonly string[];
  /** For a use by which people look after the program: what does its job there. */
  readonly substitute?: Substitute;
}

/** Stands among the undecided conditions of an import on a target that takes source, not binaries. */
export const IF_SOURCE_NEEDS = 'its source needs the same';

export interface Gap {
  readonly use: Use;
  /** Worst first. */
  readonly targets: readonly TargetGap[];
  readonly severity: Severity;
  readonly tags: readonly (UseTag | TargetTag)[];
  /** Programs that the call would have started. */
  readonly programs: readonly string[];
  /** Paths of binaries that import what this place of the source uses. */
  readonly importedBy?: readonly string[];
  /**
   * For an import, where source was read too: whether that uses the same under conditions that nobody can decide,
   * only in code that is left out on the target, or nowhere.
   */
  readonly inSource?: 'conditional' | 'left-out' | 'none';
}
