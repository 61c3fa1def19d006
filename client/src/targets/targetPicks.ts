/**
 * The list of targets to choose from.
 */
import type { TargetItem } from '#server/protocol.js';

export interface TargetPick {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly picked: boolean;
  readonly target: string;
}

export function targetPicks(targets: readonly TargetItem[]): TargetPick[] {
  return targets.map(({ target, name, summary, isSelected }) => ({
    label: name,
    description: target,
    detail: summary,
    picked: isSelected,
    target,
  }));
}
