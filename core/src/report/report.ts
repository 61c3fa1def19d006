/**
 * The port-readiness report of a program: for each target a verdict, the figure and the gaps.
 */
import { findGaps, judgementOf, type TargetJudgement } from '../gaps/findGaps.js';
import type { Gap } from '../gaps/gap.js';
import { isAtLeast, type Severity } from '../gaps/severity.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { formatTargetSpec, type TargetSpec } from '../knowledge/targetSpec.js';
import type { ScanResult } from '../scan/scanWorkspace.js';
import type { Use } from '../uses/use.js';
import type { Skipped } from '../workspace.js';
import { type Figure, figureOf } from './figure.js';
import { type TargetVerdict, verdictOf } from './verdict.js';

export interface TargetReport {
  readonly target: TargetSpec;
  /** As the user writes it: `osv@0.57`. */
  readonly text: string;
  readonly name: string;
  readonly verdict: TargetVerdict;
  readonly figure: Figure;
  /** Files with uses that are left out here, since their paths name other systems. */
  readonly leftOut: readonly string[];
}

export interface Report {
  readonly targets: readonly TargetReport[];
  /** Worst first, then by path and place. */
  readonly gaps: readonly Gap[];
  readonly judgements: readonly TargetJudgement[];
  readonly filesScanned: number;
  readonly bytesScanned: number;
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Skipped[];
}

export interface ReportOptions {
  readonly targets: readonly TargetSpec[];
  readonly minSeverity: Severity;
  /** Macros that the user knows the build to define. */
  readonly defines: Readonly<Record<string, string>>;
}

export function reportOf(scan: ScanResult, knowledge: Knowledge, options: ReportOptions): Report {
  const judgements = options.targets.map((target) =>
    judgementOf(target, knowledge, scan.index, options.defines),
  );
  const all = findGaps(scan.uses, judgements, knowledge);
  const textOf = (target: TargetSpec): string => formatTargetSpec(target, knowledge.targets.get(target.id));
  const targets = judgements.map((judgement): TargetReport => {
    const figure = figureOf(scan.uses, scan.counted, judgement, knowledge);
    const text = textOf(judgement.target);
    return {
      target: judgement.target,
      text,
      name: nameOf(judgement.target, knowledge),
      figure,
      leftOut: filesOfOtherSystems(scan.uses, judgement),
      verdict: verdictOf(all, judgement.target, figure, knowledge),
    };
  });
  return {
    targets,
    gaps: all.filter((gap) => isAtLeast(gap.severity, options.minSeverity)),
    judgements,
    filesScanned: scan.filesScanned,
    bytesScanned: scan.bytesScanned,
    skipped: scan.skipped,
    problems: scan.problems,
  };
}

/** Paths of files that a build for the target does not take by their names; uses of one file follow each other. */
function filesOfOtherSystems(uses: readonly Use[], { systems }: TargetJudgement): string[] {
  const paths: string[] = [];
  for (const use of uses) {
    if (use.systems.length === 0 || use.tags.length > 0 || paths.at(-1) === use.path) continue;
    if (!use.systems.some((system) => systems.has(system))) paths.push(use.path);
  }
  return paths;
}

/** A target's name for a reader: `OSv 0.57`, `OSv (linux-ld)`. */
export function nameOf(target: TargetSpec, knowledge: Knowledge): string {
  const info = knowledge.targets.get(target.id);
  const isDefault = info?.versions.at(-1)?.id === target.version;
  const version = isDefault ? '' : ` ${target.version}`;
  const options = target.options.length > 0 ? ` (${target.options.join(', ')})` : '';
  return `${info?.name ?? target.id}${version}${options}`;
}
