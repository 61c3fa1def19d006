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
    const more = button(`Show all ${families.length} families`, { class: 'more' }, () => {
      showsAll = true;
      show(families, chosen);
      holder.querySelectorAll<HTMLElement>('.family')[FAMILIES]?.focus();
    });
    more.hidden = showsAll || families.length <= FAMILIES;
    const drawn =
      families.length > 0
        ? table(families, chosen, showsAll ? families.length : FAMILIES, choose)
        : element('p', { class: 'hint' }, NOTHING);
    keepFocus(holder, () => holder.replaceChildren(drawn, more));
  };
  return { element: whole, show };
}

/** @param shown so many families are on the screen, and the chosen one; on paper all are. */
function table(
  families: readonly Group[],
  chosen: string,
  shown: number,
  choose: (family: string) => void,
): HTMLElement {
  const longest = Math.max(...families.map(({ gaps }) => gaps.length));
  const rows = families.map(({ key, title, counts, gaps }, i) => {
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
      { class: i < shown || isChosen ? '' : 'beyond' },
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
        ...WORST_FIRST.map((severity) => columnTitle(COLUMN_TITLES[severity], `number ${severity}`)),
        element('th', { scope: 'col', class: 'number sum' }, 'All'),
      ),
    ),
    element('tbody', {}, ...rows),
  );
}

/** On a narrow page only the first letter is seen; it is still read in full. */
function columnTitle(title: string, kind: string): HTMLElement {
  return element(
    'th',
    { scope: 'col', class: kind },
    element('span', { class: 'whole' }, title),
    element('span', { class: 'short', 'aria-hidden': 'true' }, title[0]),
  );
}

const COLUMN_TITLES = { error: 'Errors', warning: 'Warnings', information: 'Information' };
