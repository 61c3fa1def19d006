/**
 * What options of the build would change, in words.
 */
import type { OptionEffect, OptionSetting } from '../options/optionEffects.js';
import type { WhatIf } from '../options/whatIf.js';
import type { TargetDocument } from '../report/reportDocument.js';
import { isWorse } from '../report/verdict.js';
import { countText } from './scanText.js';
import { verdictWord } from './verdictText.js';

/** `with USE_SYSTEMD and without NO_FORK`. */
export function settingsText(settings: readonly OptionSetting[]): string {
  const named = (setting: OptionSetting['setting']): string =>
    settings
      .filter((one) => one.setting === setting)
      .map(({ option }) => option)
      .join(' and ');
  const on = named('on');
  const off = named('off');
  return [...(on === '' ? [] : [`with ${on}`]), ...(off === '' ? [] : [`without ${off}`])].join(' and ');
}

/** `4 more gaps, 1 of them a blocker; Rumprun: redesign`. */
export function effectText(
  { gaps, errors, targets }: OptionEffect,
  documents: readonly Pick<TargetDocument, 'target' | 'name' | 'least'>[],
): string {
  const worse = documents.flatMap(({ target, name, least }) => {
    const verdict = targets.find((one) => one.target === target)?.verdict ?? least;
    return isWorse(verdict, least) ? [`${name}: ${verdict}`] : [];
  });
  return [`${countText(gaps, 'more gap')}${blockersText(gaps, errors)}`, ...worse].join('; ');
}

function blockersText(gaps: number, errors: number): string {
  if (errors === 0) return '';
  if (gaps === 1) return ', a blocker';
  if (errors === gaps) return ', all of them blockers';
  return `, ${errors} of them ${errors > 1 ? 'blockers' : 'a blocker'}`;
}

/** What an assumption changes: `With USE_SYSTEMD: 4 more gaps; OSv stays patch; Rumprun: redesign instead of patch`. */
export function whatIfText({ settings, more, fewer, targets }: WhatIf): string {
  const verdicts = targets.map(({ name, before, after }) => {
    const word = verdictWord(after);
    const old = verdictWord(before);
    return word === old ? `${name} stays ${word}` : `${name}: ${word} instead of ${old}`;
  });
  const changes = [
    ...(more > 0 ? [`${countText(more, 'more gap')}`] : []),
    ...(fewer > 0 ? [`${countText(fewer, 'gap')} fewer`] : []),
  ];
  const change = changes.length > 0 ? changes.join(' and ') : 'no other gaps';
  const assumed = settingsText(settings);
  return `${assumed[0].toUpperCase()}${assumed.slice(1)}: ${[change, ...verdicts].join('; ')}`;
}
