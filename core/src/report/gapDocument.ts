/**
 * A gap as plain data for a view. Lines and columns count from zero, columns in UTF-16 code units.
 */
import type { Gap, TargetGap } from '../gaps/gap.js';
import type { Severity } from '../gaps/severity.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Behaviour } from '../knowledge/schema.generated.js';
import { formatTargetSpec } from '../knowledge/targetSpec.js';
import { evidenceSummary } from '../messages/evidenceText.js';
import { gapDetail, gapMessage } from '../messages/gapMessage.js';
import { remedyText } from '../messages/settingText.js';
import type { Hang } from '../options/hang.js';
import type { Report } from './report.js';
import { askedFor, type Verdict } from './verdict.js';

export interface GapDocument {
  /** Index into `roots`; 0 where there is one. */
  readonly root: number;
  readonly path: string;
  /** Both zero-based; `NO_PLACE` for what stands in no text, as the import of a binary. */
  readonly line: number;
  readonly column: number;
  readonly name: string;
  readonly symbol: string;
  /** What the call is for, where that weighs otherwise than the call. */
  readonly purpose?: 'daemon';
  readonly feature: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do, where a setting is all that there is to change. */
  readonly remedy?: string;
  /** `conditional`, `test`, `example`, `replacement`, `macro-body`, `not-included`, `not-built`. */
  readonly tags: readonly string[];
  /** Conditions that nobody can decide, on some target. */
  readonly conditions: readonly string[];
  readonly targets: readonly TargetGapDocument[];
}

export interface TargetGapDocument {
  readonly target: string;
  readonly behaviour: Behaviour;
  readonly severity: Severity;
  /** What it asks for if its place is compiled and reached with such arguments. */
  readonly asks: Verdict;
  /** Whether the arguments decide that nothing milder holds. */
  readonly isDecided: boolean;
  /** Only where it hangs on options of the build whether the place is compiled: on which, and the severity if it is. */
  readonly open?: { readonly hang: Hang; readonly severity: Severity };
  /** The statement's own words. */
  readonly detail: string;
  /** Kinds of evidence, with the first line that was read. */
  readonly evidence: string;
}

/** Index of the folder of a path, and the path in it. */
export type RootOf = (path: string) => { readonly root: number; readonly path: string };

export function gapDocument(
  gap: Gap,
  report: Pick<Report, 'hangOf'>,
  knowledge: Knowledge,
  rootOf: RootOf,
): GapDocument {
  const { use } = gap;
  const { root, path } = rootOf(use.path);
  const remedy = remedyText(use.feature, knowledge);
  return {
    root,
    path,
    line: use.line,
    column: use.column,
    name: use.name,
    symbol: use.symbol,
    ...(use.purpose !== undefined ? { purpose: use.purpose } : {}),
    feature: use.feature,
    severity: gap.severity,
    message: gapMessage(gap, knowledge),
    ...(remedy === undefined ? {} : { remedy }),
    tags: gap.tags,
    conditions: [...new Set(gap.targets.flatMap((one) => one.undecided))],
    targets: gap.targets.map((one) => targetGapDocument(gap, one, report, knowledge)),
  };
}

function targetGapDocument(
  gap: Gap,
  one: TargetGap,
  report: Pick<Report, 'hangOf'>,
  knowledge: Knowledge,
): TargetGapDocument {
  const hang = report.hangOf(gap, one);
  return {
    target: formatTargetSpec(one.target, knowledge.targets.get(one.target.id)),
    behaviour: one.behaviour,
    severity: one.severity,
    asks: askedFor(gap, one, knowledge),
    isDecided: one.isDecided,
    ...(hang ? { open: { hang, severity: one.severityIfBuilt } } : {}),
    detail: gapDetail(one),
    evidence: evidenceSummary(one.statement.evidence),
  };
}
