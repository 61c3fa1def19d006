/**
 * Joins uses with what targets do.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Use } from '../uses/use.js';
import type { Gap, TargetGap } from './gap.js';
import { gapsOfCall, withoutCallOfPath } from './gapsOfCall.js';
import { gapsOfOperation } from './gapsOfOperation.js';
import { mergedVariants } from './mergedVariants.js';
import { BADNESS } from './possibleCases.js';
import { SEVERITIES } from './severity.js';
import type { TargetJudgement } from './targetGap.js';

const NONE: readonly never[] = [];

export class GapFinder {
  /** The last answers of each feature: most of its gaps have equal ones and share the list. */
  private readonly lastTargets = new Map<string, readonly TargetGap[]>();
  /** Tags of conditional gaps by those of their uses: few differ, and gaps of them are many. */
  private readonly conditionalTags = new Map<string, Gap['tags']>();

  constructor(
    private readonly judgements: readonly TargetJudgement[],
    private readonly knowledge: Knowledge,
  ) {}

  /** Adds the gaps of whole files' uses to a list, one a use, in the order of the uses. */
  find(uses: readonly Use[], gaps: Gap[]): void {
    for (const group of byCall(uses)) {
      const perTarget = this.judgements.map((judgement) =>
        group[0].operation
          ? gapsOfOperation(group, judgement, this.knowledge)
          : withoutCallOfPath(gapsOfCall(group, judgement, this.knowledge)),
      );
      if (perTarget.every((found) => found.length === 0)) continue;
      const programs = group[0].operation
        ? NONE
        : group.filter((use) => use.kind === 'command').map((use) => use.symbol);
      const ofCall: Gap[] = [];
      for (const use of group) {
        const targets = perTarget.flatMap((found) => found.find((one) => one.use === use)?.gap ?? []);
        if (targets.length === 0) continue;
        ofCall.push(
          this.gapOf(use, this.shared(use.feature, targets), use.kind === 'command' ? NONE : programs),
        );
      }
      for (const gap of ofCall.length > 1 ? mergedVariants(ofCall) : ofCall) gaps.push(gap);
    }
  }

  private gapOf(use: Use, targets: readonly TargetGap[], programs: readonly string[]): Gap {
    const conditional = targets.every((gap) => gap.tags.includes('conditional'));
    return {
      use,
      targets,
      severity: targets[0].severity,
      tags: conditional ? this.conditional(use.tags) : use.tags,
      programs: programs.length > 0 ? programs : NONE,
    };
  }

  private conditional(tags: Use['tags']): Gap['tags'] {
    const key = tags.join();
    let list = this.conditionalTags.get(key);
    if (!list) {
      list = [...tags, 'conditional'];
      this.conditionalTags.set(key, list);
    }
    return list;
  }

  private shared(feature: string, targets: TargetGap[]): readonly TargetGap[] {
    targets.sort(
      (a, b) =>
        SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
        BADNESS[b.behaviour] - BADNESS[a.behaviour],
    );
    const last = this.lastTargets.get(feature);
    if (last && last.length === targets.length && last.every((one, i) => one === targets[i])) return last;
    const list = targets.slice(); // without the room that it was given to grow
    this.lastTargets.set(feature, list);
    return list;
  }
}

/** The call to which a use belongs, by its offset in the file: uses of one call are judged together. */
export function callOf(use: Use): number {
  return use.call ?? use.start;
}

/** Uses of one call side by side: the call and what its arguments name. Uses of one file follow each other. */
function* byCall(uses: readonly Use[]): Generator<readonly Use[]> {
  let path: string | undefined;
  let calls = new Map<number, Use[]>();
  for (const use of uses) {
    if (use.path !== path) {
      yield* calls.values();
      calls = new Map();
      path = use.path;
    }
    const key = callOf(use);
    const group = calls.get(key);
    if (group) group.push(use);
    else calls.set(key, [use]);
  }
  yield* calls.values();
}
