/**
 * Gaps by family and severity: bars to look at in a table to read. A family is chosen by its name.
 */
import { SEVERITIES } from '#core/gaps/severity.js';
import type { Group } from '../model/groups.js';
import { button, element } from './element.js';
import { keepFocus } from './keepFocus.js';
import { WORST_FIRST } from './severityLabel.js';
import { stackedBar } from './stackedBar.js';

/** Families at first; the rest comes with a press. */
const FAMILIES = 12;
const NOTHING = 'No gap fits the filter.';

export interface FamilyChart {
  readonly element: HTMLElement;
  /** @param chosen key of the one family that the filter shows, or ''. */
  show(families: readonly Group[], chosen: string): void;
}

export function familyChart(choose: (family: string) => void): FamilyChart {
  let showsAll = false;
  const holder = element('div', { class: 'chart' });
  const whole = element(
    'section',
    { class: 'families', 'aria-labelledby': 'families-title' },
    element('h2', { id: 'families-title' }, 'Gaps by family'),
    holder,
  );
  const show = (families: readonly Group[], chosen: string): void => {
    const shown = showsAll ? families : families.filter(({ key }, i) => i < FAMILIES || key === chosen);
    const more = button(`Show all ${families.length} families`, { class: 'more' }, () => {
      showsAll = true;
      show(families, chosen);
      holder.querySelectorAll<HTMLElement>('.family')[FAMILIES]?.focus();
    });
    more.hidden = shown.length === families.length;
    const drawn =
      families.length > 0 ? table(shown, chosen, choose) : element('p', { class: 'hint' }, NOTHING);
    keepFocus(holder, () => holder.replaceChildren(drawn, more));
  };
  return { element: whole, show };
}

function table(families: readonly Group[], chosen: string, choose: (family: string) => void): HTMLElement {
  const longest = Math.max(...families.map(({ gaps }) => gaps.length));
  const rows = families.map(({ key, title, counts, gaps }) => {
    const isChosen = key === chosen;
    const name = button(title, { class: 'family', 'aria-pressed': String(isChosen) }, () =>
      choose(isChosen ? '' : key),
    );
    const parts = WORST_FIRST.map((severity) => ({
      class: severity,
      size: counts[SEVERITIES.indexOf(severity)],
    }));
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', { class: 'bars' }, stackedBar(parts, longest)),
      ...parts.map(({ class: severity, size }) =>
        element('td', { class: `number ${severity} ${size === 0 ? 'none' : ''}` }, size.toLocaleString('en')),
      ),
      element('td', { class: 'number sum' }, gaps.length.toLocaleString('en')),
    );
  });
  return element(
    'table',
    {},
    element('caption', { class: 'for-readers' }, 'Number of gaps by family and severity'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, element('span', { class: 'for-readers' }, 'Family')),
        element('td', { class: 'bars' }),
        ...WORST_FIRST.map((severity) =>
          element('th', { scope: 'col', class: `number ${severity}` }, COLUMN_TITLES[severity]),
        ),
        element('th', { scope: 'col', class: 'number sum' }, 'All'),
      ),
    ),
    element('tbody', {}, ...rows),
  );
}

const COLUMN_TITLES = { error: 'Errors', warning: 'Warnings', information: 'Information' };
