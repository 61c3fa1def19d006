/**
 * A macro that means one function here and another there is one place of the program: where both do the same on
 * every target, one gap is told.
 */
import type { Gap, TargetGap } from './gap.js';

export function mergedVariants(gaps: readonly Gap[]): Gap[] {
  const merged: Gap[] = [];
  for (const gap of gaps) {
    const index = merged.findIndex((other) => isVariant(other, gap));
    if (index < 0) merged.push(gap);
    else merged[index] = merge(merged[index], gap);
  }
  return merged;
}

function isVariant(a: Gap, b: Gap): boolean {
  return (
    a.use.kind === 'macro' &&
    b.use.kind === 'macro' &&
    a.use.start === b.use.start &&
    a.targets.length === b.targets.length &&
    a.targets.every((one) => b.targets.some((other) => isSameOutcome(one, other)))
  );
}

function isSameOutcome(a: TargetGap, b: TargetGap): boolean {
  return (
    a.target === b.target &&
    a.severityIfBuilt === b.severityIfBuilt &&
    a.isDecided === b.isDecided &&
    a.case.behaviour === b.case.behaviour &&
    a.case.returns === b.case.returns &&
    a.case.errno === b.case.errno &&
    a.case.at === b.case.at
  );
}

function merge(a: Gap, b: Gap): Gap {
  const targets = a.targets.map((one) => {
    const other = b.targets.find((candidate) => candidate.target === one.target);
    return other ? mergeTarget(one, other) : one;
  });
  const conditional = targets.every((one) => one.tags.includes('conditional'));
  return {
    ...a,
    targets,
    severity: targets[0].severity,
    tags: conditional ? a.tags : a.tags.filter((tag) => tag !== 'conditional'),
  };
}

/** Either condition has to hold; a condition and its opposite are none. */
function mergeTarget(a: TargetGap, b: TargetGap): TargetGap {
  const common = a.undecided.filter((condition) => b.undecided.includes(condition));
  const onlyA = a.undecided.filter((condition) => !common.includes(condition));
  const onlyB = b.undecided.filter((condition) => !common.includes(condition));
  const isEither = onlyA.length > 0 && onlyB.length > 0 && !areOpposite(onlyA, onlyB);
  const undecided = isEither ? [...common, `${onlyA.join(' and ')} or ${onlyB.join(' and ')}`] : common;
  if (undecided.length > 0) return { ...a, undecided };
  return {
    ...a,
    undecided,
    severity: a.severityIfBuilt,
    tags: a.tags.filter((tag) => tag !== 'conditional'),
  };
}

function areOpposite([a, ...moreA]: readonly string[], [b, ...moreB]: readonly string[]): boolean {
  if (moreA.length > 0 || moreB.length > 0) return false;
  return [`!${a}`, `!(${a})`].includes(b) || [`!${b}`, `!(${b})`].includes(a);
}
