/**
 * The filters, and how many gaps they leave.
 */
import type { Severity } from '#core/gaps/severity.js';
import { countText } from '#core/messages/scanText.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import { type Filter, NO_FILTER } from '../model/filter.js';
import { button, element } from './element.js';
import { WORST_FIRST } from './severityLabel.js';

export interface FilterBar {
  readonly element: HTMLElement;
  /** Shows a filter that was changed elsewhere. */
  show(filter: Filter): void;
  showCount(shown: number, all: number): void;
}

export function filterBar(
  document: ReportDocument,
  first: Filter,
  changed: (filter: Filter) => void,
): FilterBar {
  let filter = first;
  const change = (part: Partial<Filter>): void => {
    filter = { ...filter, ...part };
    reset.hidden = isEmpty(filter);
    changed(filter);
  };
  const text = element('input', {
    type: 'search',
    id: 'filter-text',
    placeholder: 'File, function or word',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  text.addEventListener('input', () => change({ text: text.value }));
  const family = element('select', { id: 'filter-family' }, ...familyChoices(document));
  family.addEventListener('change', () => change({ family: family.value }));
  const targets = document.targets.map(({ target, name }) =>
    toggle(name, '', (isOn) => change({ hiddenTargets: toggled(filter.hiddenTargets, target, isOn) })),
  );
  const severities = WORST_FIRST.map((severity) =>
    toggle(severity, severity, (isOn) =>
      change({ hiddenSeverities: toggled<Severity>(filter.hiddenSeverities, severity, isOn) }),
    ),
  );
  const conditional = toggle('Hide conditional', '', (isOn) => change({ hidesConditional: isOn }));
  const reset = button('Reset', { class: 'link' }, () => {
    change(NO_FILTER);
    show(NO_FILTER);
    text.focus();
  });
  const count = element('output', { class: 'shown', 'aria-live': 'polite' });
  const show = (given: Filter): void => {
    filter = given;
    if (text.value !== given.text) text.value = given.text;
    family.value = document.families[given.family] === undefined ? '' : given.family;
    document.targets.forEach(({ target }, i) => {
      targets[i].input.checked = !given.hiddenTargets.includes(target);
    });
    WORST_FIRST.forEach((severity, i) => {
      severities[i].input.checked = !given.hiddenSeverities.includes(severity);
    });
    conditional.input.checked = given.hidesConditional;
    reset.hidden = isEmpty(given);
  };
  show(first);
  const whole = element(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Filter the gaps' },
    element(
      'div',
      { class: 'controls' },
      field('Search', 'filter-text', text),
      field('Family', 'filter-family', family),
      element('div', { class: 'result' }, count, reset),
    ),
    element(
      'div',
      { class: 'choices' },
      choices('Targets', targets),
      choices('Severity', severities),
      conditional.label,
    ),
  );
  whole.addEventListener('submit', (event) => event.preventDefault());
  return {
    element: whole,
    show,
    showCount: (shown, all) => {
      count.value =
        shown === all ? countText(all, 'gap') : `${shown.toLocaleString('en')} of ${countText(all, 'gap')}`;
    },
  };
}

interface Toggle {
  readonly label: HTMLElement;
  readonly input: HTMLInputElement;
}

function toggle(name: string, kind: string, changed: (isOn: boolean) => void): Toggle {
  const input = element('input', { type: 'checkbox' });
  input.addEventListener('change', () => changed(input.checked));
  return { input, label: element('label', { class: `choice ${kind}` }, input, name) };
}

function choices(title: string, toggles: readonly Toggle[]): HTMLElement {
  return element(
    'fieldset',
    {},
    element('legend', { class: 'for-readers' }, title),
    ...toggles.map(({ label }) => label),
  );
}

function field(title: string, id: string, control: HTMLElement): HTMLElement {
  return element(
    'div',
    { class: 'field' },
    element('label', { for: id, class: 'for-readers' }, title),
    control,
  );
}

function familyChoices({ families }: ReportDocument): HTMLOptionElement[] {
  const sorted = Object.entries(families).sort((a, b) => (a[1] < b[1] ? -1 : 1));
  return [['', 'All families'], ...sorted].map(([id, title]) => element('option', { value: id }, title));
}

function toggled<T>(hidden: readonly T[], value: T, isShown: boolean): readonly T[] {
  return isShown ? hidden.filter((one) => one !== value) : [...hidden, value];
}

function isEmpty(filter: Filter): boolean {
  return (
    filter.hiddenTargets.length === 0 &&
    filter.hiddenSeverities.length === 0 &&
    filter.family === '' &&
    filter.text === '' &&
    !filter.hidesConditional
  );
}
