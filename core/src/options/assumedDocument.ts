/**
 * A report as it would be if options of the build were set: gaps that hang on them become certain or go, and the
 * verdicts follow. The figure stays; it counts what may be compiled.
 */
import { SEVERITIES, type Severity } from '../gaps/severity.js';
import type { GapDocument, TargetGapDocument } from '../report/gapDocument.js';
import { pathText } from '../report/placeText.js';
import type { ReportDocument, TargetDocument } from '../report/reportDocument.js';
import { type CountedPlace, symbolCounts } from '../report/symbolCounts.js';
import { isWorse, type Verdict } from '../report/verdict.js';
import { type Settings, truthUnder } from './hang.js';

export function assumedDocument(document: ReportDocument, settings: Settings): ReportDocument {
  if (settings.size === 0) return document;
  const gaps = document.gaps.flatMap((gap) => assumedGap(gap, settings) ?? []);
  return {
    ...document,
    gaps,
    targets: document.targets.map((target) => assumedTarget(target, gaps, document.roots)),
  };
}

/** The gap with the settings; undefined where no target has it any more. */
function assumedGap(gap: GapDocument, settings: Settings): GapDocument | undefined {
  if (!gap.targets.some(({ open }) => open && hangsOn(open.hang.options, settings))) return gap;
  const targets = gap.targets.flatMap((one) => assumedTargetGap(one, settings) ?? []);
  if (targets.length === 0) return undefined;
  const isOpen = targets.every(({ open }) => open);
  return {
    ...gap,
    targets,
    severity: worst(targets),
    tags: isOpen ? gap.tags : gap.tags.filter((tag) => tag !== 'conditional'),
    conditions: isOpen ? gap.conditions : [],
  };
}

function assumedTargetGap(one: TargetGapDocument, settings: Settings): TargetGapDocument | undefined {
  if (!one.open) return one;
  const truth = truthUnder(one.open.hang, settings);
  if (truth === 'undecided') return one;
  if (truth === 'false') return undefined;
  const { open, ...rest } = one;
  return { ...rest, severity: open.severity };
}

function hangsOn(options: readonly string[], settings: Settings): boolean {
  return options.some((option) => settings.has(option));
}

function worst(targets: readonly TargetGapDocument[]): Severity {
  return targets.reduce<Severity>(
    (most, { severity }) => (SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(most) ? severity : most),
    'information',
  );
}

function assumedTarget(
  target: TargetDocument,
  gaps: readonly GapDocument[],
  roots: readonly string[],
): TargetDocument {
  const asked = gaps.flatMap((gap) => {
    // What belongs to a test or a stand-in says nothing of the program.
    if (gap.tags.some((tag) => tag !== 'conditional')) return [];
    const here = gap.targets.find((one) => one.target === target.target);
    return here ? [{ gap, asks: here.asks, isCertain: !here.open && here.isDecided }] : [];
  });
  const worstOf = (list: typeof asked): Verdict =>
    list.reduce<Verdict>((most, { asks }) => (isWorse(asks, most) ? asks : most), 'ready');
  const least = worstOf(asked.filter(({ isCertain }) => isCertain));
  const most = target.hasUntoldUses ? target.most : worstOf(asked);
  const because = asked.filter((one) => one.isCertain && one.asks === least && least !== 'ready');
  const unless = asked.filter((one) => one.asks === most && most !== least && !because.includes(one));
  return {
    ...target,
    least,
    most,
    because: symbolCounts(because.map(({ gap }) => placeOf(gap, roots))),
    unless: symbolCounts(unless.map(({ gap }) => placeOf(gap, roots))),
    conditions: [...new Set(unless.flatMap(({ gap }) => gap.conditions))].sort(),
  };
}

function placeOf(
  { symbol, purpose, root, path, severity }: GapDocument,
  roots: readonly string[],
): CountedPlace {
  return { symbol, purpose, path: pathText({ root, path }, roots), severity };
}
