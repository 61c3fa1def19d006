/**
 * By family or by file.
 */
import type { Grouping } from '../model/filter.js';
import { element } from './element.js';

const GROUPINGS: readonly (readonly [Grouping, string])[] = [
  ['family', 'By family'],
  ['file', 'By file'],
];

export function groupingSwitch(current: Grouping, change: (grouping: Grouping) => void): HTMLElement {
  const choices = GROUPINGS.map(([grouping, name]) => {
    const input = element('input', {
      type: 'radio',
      name: 'grouping',
      value: grouping,
      checked: grouping === current,
    });
    input.addEventListener('change', () => change(grouping));
    return element('label', { class: 'choice' }, input, name);
  });
  return element(
    'fieldset',
    { class: 'switch' },
    element('legend', { class: 'for-readers' }, 'Group the gaps'),
    ...choices,
  );
}
