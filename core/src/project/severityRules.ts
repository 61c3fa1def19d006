/**
 * Severities as the project wants them.
 */
import type { Gap, TargetGap } from '../gaps/gap.js';
import { SEVERITIES, type Severity } from '../gaps/severity.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { formatTargetSpec } from '../knowledge/targetSpec.js';
import type { SeverityRule } from './projectSettings.js';

/** The gap with the severities that the rules give it; undefined if they turn it off on all its targets. */
export function withSeverityRules(
  gap: Gap,
  rules: readonly SeverityRule[],
  knowledge: Knowledge,
): Gap | undefined {
  if (rules.length === 0) return gap;
  const targets: TargetGap[] = [];
  let isChanged = false;
  for (const one of gap.targets) {
    const severity = severityBy(rules, gap, one, knowledge);
    if (severity === one.severity) targets.push(one);
    else {
      isChanged = true;
      if (severity !== 'off') targets.push({ ...one, severity });
    }
  }
  if (!isChanged) return gap;
  if (targets.length === 0) return undefined;
  targets.sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
  return { ...gap, targets, severity: targets[0].severity };
}

function severityBy(
  rules: readonly SeverityRule[],
  gap: Gap,
  one: TargetGap,
  knowledge: Knowledge,
): Severity | 'off' {
  return rules.findLast((rule) => fits(rule, gap, one, knowledge))?.severity ?? one.severity;
}

function fits(rule: SeverityRule, gap: Gap, one: TargetGap, knowledge: Knowledge): boolean {
  const { target, behaviour, family, feature } = rule;
  return (
    (target === undefined ||
      target === one.target.id ||
      target === formatTargetSpec(one.target, knowledge.targets.get(one.target.id))) &&
    (behaviour === undefined || behaviour === one.behaviour) &&
    (feature === undefined || feature === gap.use.feature) &&
    (family === undefined || family === knowledge.features.get(gap.use.feature)?.family)
  );
}
