/**
 * What the report says of one target: the verdict on its scale, why, and what becomes of the features used.
 */
import { figureParts, usedText } from '#core/messages/figureText.js';
import {
  leftOutText,
  lowerBoundText,
  reasonText,
  settingsTexts,
  VERDICT_MEANING,
  verdictWord,
  worseText,
} from '#core/messages/verdictText.js';
import type { TargetDocument } from '#core/report/reportDocument.js';
import { VERDICTS } from '#core/report/verdict.js';
import { element } from './element.js';
import { stackedBar } from './stackedBar.js';

/** Names in the text of a card; a list of a program's conditions may be long. */
const REASON_LENGTH = 600;

export function targetCard(target: TargetDocument): HTMLElement {
  const isRange = target.least !== target.most;
  const reasons = [
    reasonText(target),
    worseText(target),
    lowerBoundText(target),
    ...settingsTexts(target),
    leftOutText(target),
    ...target.remarks,
    target.facilities.length > 0 ? `operation: ${target.operability}` : undefined,
  ];
  return element(
    'article',
    { class: 'card' },
    element(
      'h3',
      {},
      element('span', { class: 'target' }, target.name, ' '),
      element('span', { class: `verdict ${isRange ? 'open' : target.least}` }, verdictWord(target)),
    ),
    verdictScale(target),
    element('p', { class: 'meaning' }, sentence(VERDICT_MEANING[target.least])),
    ...reasons.filter((text) => text !== undefined).map((text) => element('p', {}, sentence(text))),
    figure(target),
    coverage(target),
  );
}

/** The four verdicts from good to bad, with those that are possible marked. */
function verdictScale({ least, most }: TargetDocument): HTMLElement {
  const from = VERDICTS.indexOf(least);
  const to = VERDICTS.indexOf(most);
  const steps = VERDICTS.map((verdict, i) => {
    const standing = i === from ? 'certain' : i > from && i <= to ? 'possible' : '';
    return element('li', { class: `step ${verdict} ${standing}` }, verdict);
  });
  return element('ol', { class: 'scale', 'aria-hidden': 'true' }, ...steps);
}

function figure(target: TargetDocument): HTMLElement {
  const parts = figureParts(target);
  const bar = stackedBar(
    parts.map(({ outcome, count }) => ({ class: outcome, size: count })),
    target.used,
  );
  const legend = parts.map(({ outcome, count, words }) =>
    element(
      'li',
      {},
      element('span', { class: `swatch ${outcome}`, 'aria-hidden': 'true' }),
      element('strong', {}, count.toLocaleString('en')),
      ` ${words}`,
    ),
  );
  return element(
    'figure',
    {},
    element('figcaption', {}, sentence(usedText(target)).replace(/\.$/, ':')),
    bar,
    element('ul', { class: 'legend' }, ...legend),
  );
}

function coverage({ coverage: share, used, byBehaviour, unknownFeatures }: TargetDocument): HTMLElement {
  // 99.6 % is not all.
  const percent = share === 1 ? 100 : Math.min(99, Math.floor(share * 100));
  const text = `Coverage ${percent}%: facts are known of ${used - byBehaviour.unknown} of ${used} features.`;
  if (unknownFeatures.length === 0) return element('p', { class: 'coverage' }, text);
  return element(
    'details',
    { class: 'coverage' },
    element('summary', {}, text),
    element('p', {}, 'Nothing is known of:'),
    element('ul', {}, ...unknownFeatures.map((id) => element('li', {}, element('code', {}, id)))),
  );
}

function sentence(text: string): string {
  const short = text.length > REASON_LENGTH ? `${text.slice(0, REASON_LENGTH)}...` : text;
  return `${short[0].toUpperCase()}${short.slice(1)}.`;
}
