/**
 * The claims of the essay that calls unikernels unfit for production, and what holds of each for one program on one
 * target, with what there is on either side.
 */
import type { Gap } from '../gaps/gap.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { EssayClaim } from '../knowledge/schema.generated.js';
import { settingManner, settingWords } from '../messages/settingText.js';
import { VERDICT_MEANING } from '../messages/verdictText.js';
import type { TargetReport } from '../report/report.js';
import { type ClaimAnswer, holdingOf } from './claimAnswer.js';
import { offeredFacilities, otherPlatforms, reliedFacilities } from './claimFacilities.js';
import { claimUses, featuresOf, type Sides } from './claimUses.js';

/**
 * In the order of the essay.
 * @param gaps of the program, of all severities.
 */
export function scorecard(
  report: TargetReport,
  gaps: readonly Gap[],
  filesScanned: number,
  knowledge: Knowledge,
): ClaimAnswer[] {
  return knowledge.essay().claims.map((claim) => ({
    id: claim.id,
    title: claim.title,
    claim: claim.claim,
    known: claim.measure === 'surface' ? surfaceOf(report) : [],
    ...answerOf(claim, report, gaps, filesScanned, knowledge),
  }));
}

type Answer = Pick<ClaimAnswer, 'holds' | 'bearsOut' | 'speaksAgainst'>;

function answerOf(
  claim: EssayClaim,
  report: TargetReport,
  gaps: readonly Gap[],
  filesScanned: number,
  knowledge: Knowledge,
): Answer {
  switch (claim.measure) {
    case 'nothing':
    case 'surface':
      return { holds: 'unmeasured', bearsOut: [], speaksAgainst: [] };
    case 'uses':
      return usesAnswer(claim, report, gaps, knowledge);
    case 'verdict':
      return verdictAnswer(report);
    case 'facilities':
      return answered(reliedFacilities(report));
    case 'language':
      return languageAnswer(report, filesScanned);
    case 'offers':
      return answered(offeredFacilities(report, knowledge));
    case 'platforms':
      return otherPlatforms(claim, report, knowledge);
  }
}

function answered({ bearsOut, speaksAgainst }: Sides): Answer {
  return { holds: holdingOf(bearsOut, speaksAgainst), bearsOut, speaksAgainst };
}

/** What only the target bears out, whatever the program does, holds in part. */
function usesAnswer(
  claim: EssayClaim,
  report: TargetReport,
  gaps: readonly Gap[],
  knowledge: Knowledge,
): Answer {
  const bears = featuresOf(claim, knowledge);
  const { hasUses, ...sides } = claimUses(claim, report, gaps, bears, knowledge);
  const answer = answered(withSettings(claim, sides, report, bears));
  return answer.holds === 'yes' && !hasUses ? { ...answer, holds: 'partly' } : answer;
}

/** How much is asked for, without a judgement. */
function surfaceOf({ figure, name }: TargetReport): string[] {
  return figure.used > 0 ? [`the program asks ${name} for ${figure.used} features of a platform`] : [];
}

/** Settings of a known server that avoid what the claim speaks of. */
function withSettings(
  { isAvoidable = false }: EssayClaim,
  sides: Sides,
  { settings }: TargetReport,
  bears: (feature: string) => boolean,
): Sides {
  if (!isAvoidable) return sides;
  const lines = settings.flatMap(({ server, settings: all, port }) => [
    ...all
      .filter(({ setting }) => bears(setting.needs))
      .map(
        ({ setting, count }) =>
          `${server.title} ${settingManner(settingWords(setting))}: ${count} of these less`,
      ),
    ...(port ? [`${server.title} has been run there without changing its source`] : []),
  ]);
  return { ...sides, speaksAgainst: [...lines, ...sides.speaksAgainst] };
}

function verdictAnswer({ verdict, figure }: TargetReport): Answer {
  const { least } = verdict;
  const isWork = least === 'patch' || least === 'redesign';
  const { supported } = figure.byBehaviour;
  const bearsOut = isWork ? [`the verdict is ${least}: ${VERDICT_MEANING[least]}`] : [];
  const speaksAgainst = [
    ...(isWork ? [] : [`the verdict is ${least}: ${VERDICT_MEANING[least]}`]),
    ...(figure.used > 0 ? [`${supported} of ${figure.used} features that are used behave as on Linux`] : []),
  ];
  return {
    holds: least === 'redesign' ? 'yes' : holdingOf(bearsOut, speaksAgainst),
    bearsOut,
    speaksAgainst,
  };
}

/** Targets that take C: of others a file would have to say so. */
function languageAnswer({ name }: TargetReport, filesScanned: number): Answer {
  if (filesScanned === 0) return { holds: 'unmeasured', bearsOut: [], speaksAgainst: [] };
  const text = `${name} takes C and C++: ${filesScanned === 1 ? '1 file stays' : `${filesScanned} files stay`} in its language`;
  return { holds: 'no', bearsOut: [], speaksAgainst: [text] };
}
