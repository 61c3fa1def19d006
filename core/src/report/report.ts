/**
 * The port-readiness report of a program: for each target a verdict, the figure and the gaps.
 */
import { findGaps, judgementOf, type TargetJudgement } from '../gaps/findGaps.js';
import type { Gap } from '../gaps/gap.js';
import { isAtLeast, type Severity } from '../gaps/severity.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { formatTargetSpec, type TargetSpec } from '../knowledge/targetSpec.js';
import type { ScanResult } from '../scan/scanWorkspace.js';
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
  /** Macros that the user knows builds for a target to define. */
  readonly definesFor: (target: TargetSpec) => Readonly<Record<string, string>>;
  /** Which gaps of a program the user wants to be told, and how; all of them if it is left out. */
  readonly told?: (gaps: readonly Gap[]) => readonly Gap[];
}

export function reportOf(scan: ScanResult, knowledge: Knowledge, options: ReportOptions): Report {
  const judgements = options.targets.map((target) =>
    judgementOf(target, knowledge, scan.index, options.definesFor(target)),
  );
  const found = findGaps(scan.uses, judgements, knowledge);
  const all = options.told ? options.told(found) : found;
  const textOf = (target: TargetSpec): string => formatTargetSpec(target, knowledge.targets.get(target.id));
  const targets = judgements.map((judgement): TargetReport => {
    const figure = figureOf(scan.uses, scan.counted, judgement, knowledge);
    const text = textOf(judgement.target);
    return {
      target: judgement.target,
      text,
      name: nameOf(judgement.target, knowledge),
      figure,
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

/** A target's name for a reader: `OSv 0.57`, `OSv (linux-ld)`. */
export function nameOf(target: TargetSpec, knowledge: Knowledge): string {
  const info = knowledge.targets.get(target.id);
  const isDefault = info?.versions.at(-1)?.id === target.version;
  const version = isDefault ? '' : ` ${target.version}`;
  const options = target.options.length > 0 ? ` (${target.options.join(', ')})` : '';
  return `${info?.name ?? target.id}${version}${options}`;
}
