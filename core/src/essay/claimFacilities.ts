/**
 * What targets and other platforms offer for looking into a program, as it bears on claims of the essay.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { EssayClaim } from '../knowledge/schema.generated.js';
import { LEVEL_WORDS } from '../messages/operabilityText.js';
import { featureName } from '../operability/featureName.js';
import { FACILITY_LEVELS, type FacilityLevel, type ReliedFacility } from '../operability/operability.js';
import type { TargetReport } from '../report/report.js';
import { type ClaimAnswer, holdingOf } from './claimAnswer.js';
import { listed, type Sides } from './claimUses.js';

/** Of the facilities that are relied on: what nothing stands in for bears the claim out. */
export function reliedFacilities({ operability }: TargetReport): Sides {
  const lost = operability.facilities.filter(({ level }) => level === 'none');
  const there = operability.facilities.filter(({ level }) => level !== 'none' && level !== 'unknown');
  return {
    bearsOut: lost.map((one) => `${facilityText(one)}: nothing stands in for it`),
    speaksAgainst: there.map((one) => {
      const command = one.features[0].substitute?.command;
      return `${facilityText(one)}: ${LEVEL_WORDS[one.level]}${command === undefined ? '' : ` (${command})`}`;
    }),
  };
}

/** Of all facilities: what the target has all the same speaks against the claim. */
export function offeredFacilities({ target }: TargetReport, knowledge: Knowledge): Sides {
  const titles = { there: [] as string[], lost: [] as string[] };
  for (const { title, features } of knowledge.facilities.values()) {
    const level = knowledge.substitute(target.id, features[0])?.level ?? 'none';
    titles[level === 'none' ? 'lost' : 'there'].push(title.toLowerCase());
  }
  const all = titles.there.length + titles.lost.length;
  return {
    bearsOut:
      titles.lost.length > 0
        ? [`${titles.lost.length} of ${all} facilities are not to be had: ${listed(titles.lost)}`]
        : [],
    speaksAgainst:
      titles.there.length > 0 ? [`${titles.there.length} of ${all} are: ${listed(titles.there)}`] : [],
  };
}

/** Other platforms beside the target, for the facilities that are relied on. */
export function otherPlatforms(
  claim: EssayClaim,
  report: TargetReport,
  knowledge: Knowledge,
): Pick<ClaimAnswer, 'holds' | 'bearsOut' | 'speaksAgainst'> {
  const { facilities } = report.operability;
  const here = { name: report.name, levels: facilities.map(({ level }) => level) };
  const bearsOut: string[] = [];
  const speaksAgainst: string[] = [];
  for (const id of claim.platforms ?? []) {
    const platform = knowledge.platforms().get(id);
    if (!platform) continue;
    const levels = facilities.map(({ facility, features }): FacilityLevel => {
      const found = [...features.map(({ feature }) => feature), ...facility.features].find((feature) =>
        Object.hasOwn(platform.substitutes, feature),
      );
      return found === undefined ? 'unknown' : platform.substitutes[found].level;
    });
    if (levels.every((level) => level === 'unknown')) continue;
    const text = `${platform.name}: ${countsText(levels)}; ${here.name}: ${countsText(here.levels)}`;
    (keeps(levels) > keeps(here.levels) ? bearsOut : speaksAgainst).push(text);
  }
  const isKnown = bearsOut.length + speaksAgainst.length > 0;
  return { holds: isKnown ? holdingOf(bearsOut, speaksAgainst) : 'unmeasured', bearsOut, speaksAgainst };
}

/** How many facilities work the same way or from inside. */
function keeps(levels: readonly FacilityLevel[]): number {
  return levels.filter((level) => level === 'same' || level === 'inside').length;
}

function countsText(levels: readonly FacilityLevel[]): string {
  return FACILITY_LEVELS.flatMap((level) => {
    const count = levels.filter((one) => one === level).length;
    return count > 0 ? `${count} ${LEVEL_WORDS[level]}` : [];
  }).join(', ');
}

function facilityText({ facility, features }: ReliedFacility): string {
  const names = features.map(({ feature }) => featureName(feature));
  const place = features.flatMap(({ places }) => places)[0];
  return `${facility.title.toLowerCase()} (${listed(names)}${place ? `, ${place.path}:${place.line + 1}` : ''})`;
}
