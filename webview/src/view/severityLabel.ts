/**
 * Severities as words and as counts; color only repeats what the words say.
 */

import { SEVERITIES, type Severity } from '#core/gaps/severity.js';
import { countText } from '#core/messages/scanText.js';
import type { SeverityCounts } from '../model/groups.js';
import { element } from './element.js';

/** The worst first, as a reader wants them. */
export const WORST_FIRST: readonly Severity[] = [...SEVERITIES].reverse();

export function severityLabel(severity: Severity): HTMLElement {
  return element('span', { class: `severity ${severity}` }, severity);
}

/** `3 errors`, `1 warning`: a mark for each severity that occurs. */
export function severityCounts(counts: SeverityCounts): HTMLElement {
  const marks = WORST_FIRST.flatMap((severity) => {
    const count = counts[SEVERITIES.indexOf(severity)];
    if (count === 0) return [];
    const words = severity === 'information' ? `${count} information` : countText(count, severity);
    return [
      element(
        'span',
        { class: `count ${severity}` },
        element('span', { 'aria-hidden': 'true' }, count.toLocaleString('en')),
        element('span', { class: 'for-readers' }, ` ${words}`),
      ),
    ];
  });
  return element('span', { class: 'counts' }, ...marks);
}
