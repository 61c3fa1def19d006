/**
 * What options of the build would add to a report, from the report itself and from its document.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import { formatTargetSpec } from '../knowledge/targetSpec.js';
import { placeKindOf } from '../report/placeKind.js';
import type { Report } from '../report/report.js';
import type { ReportDocument } from '../report/reportDocument.js';
import { askedFor, type Verdict } from '../report/verdict.js';
import { type OpenGap, type OptionEffect, optionEffects } from './optionEffects.js';

export function effectsOfReport(report: Report, knowledge: Knowledge): OptionEffect[] {
  const texts = new Map(
    report.targets.map(({ target }) => [target, formatTargetSpec(target, knowledge.targets.get(target.id))]),
  );
  const verdicts = new Map(report.targets.map(({ text, verdict }) => [text, verdict.least]));
  return optionEffects(openGaps(), verdicts);

  function* openGaps(): Generator<OpenGap> {
    for (const gap of report.gaps) {
      if (!isOfProgram(gap) || !gap.targets.some(({ tags }) => tags.length > 0)) continue;
      yield {
        targets: gap.targets.map((one) => ({
          target: texts.get(one.target) ?? one.target.id,
          hang: report.hangOf(gap, one),
          severity: one.severityIfBuilt,
          asks: one.isDecided ? askedFor(gap, one, knowledge) : undefined,
        })),
      };
    }
  }
}

export function effectsOfDocument({
  gaps,
  targets,
}: Pick<ReportDocument, 'gaps' | 'targets'>): OptionEffect[] {
  const verdicts = new Map<string, Verdict>(targets.map(({ target, least }) => [target, least]));
  const open = gaps
    .filter((gap) => isOfProgram(gap) && gap.targets.some((one) => one.open))
    .map(
      (gap): OpenGap => ({
        targets: gap.targets.map(({ target, open: openTo, severity, asks, isDecided }) => ({
          target,
          hang: openTo?.hang,
          severity: openTo?.severity ?? severity,
          asks: isDecided ? asks : undefined,
        })),
      }),
    );
  return optionEffects(open, verdicts);
}

function isOfProgram(gap: { readonly tags: readonly string[] }): boolean {
  const kind = placeKindOf(gap);
  return kind === 'program' || kind === 'conditional';
}
