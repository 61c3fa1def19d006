/**
 * Options of the build that nothing decides: what each would add, and switches to look at the report as if it were set.
 */
import { effectText, settingsText } from '#core/messages/optionText.js';
import { countText } from '#core/messages/scanText.js';
import type { Settings } from '#core/options/hang.js';
import type { OptionEffect } from '#core/options/optionEffects.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import { type Assumption, assumptionOf, listOf, withAssumption } from '../model/assumptions.js';
import { disclosure } from './disclosure.js';
import { button, element } from './element.js';
import { pagedList } from './pagedList.js';
import type { ViewMemory } from './viewMemory.js';

const EFFECTS = 12;
const KEY = 'options';

export interface OptionPanelOptions {
  /** With nothing assumed. */
  readonly document: ReportDocument;
  readonly effects: readonly OptionEffect[];
  readonly assumed: Settings;
  readonly memory: ViewMemory;
  readonly change: (assumed: Settings) => void;
}

export function optionPanel(options: OptionPanelOptions): HTMLElement[] {
  const { effects, memory } = options;
  if (effects.length === 0) return [];
  const title = element(
    'span',
    { class: 'title' },
    `What if: ${countText(effects.length, 'open choice')} of the build`,
  );
  const hint =
    'Neither the program nor what is known of its build decides these. Choose, and verdicts and gaps are shown as if it did.';
  const panel = disclosure({
    level: 'h3',
    title: [title],
    isOpen: memory.isOpen(KEY, false),
    content: () => element('div', {}, element('p', { class: 'hint' }, hint), list(options)),
    toggled: (isOpen) => memory.setOpen(KEY, isOpen),
  });
  return [element('section', { class: 'options', 'aria-label': 'What if' }, panel, ...assumedLine(options))];
}

/** What is assumed stands there whether the list is open or not. */
function assumedLine({ assumed, change }: OptionPanelOptions): HTMLElement[] {
  if (assumed.size === 0) return [];
  const reset = button('Assume nothing', { class: 'link' }, () => change(new Map()));
  const text = `Shown as if built ${settingsText(listOf(assumed))}. `;
  return [element('p', { class: 'assumed', role: 'status' }, text, reset)];
}

function list(options: OptionPanelOptions): HTMLElement {
  const { document, effects, memory } = options;
  let number = 0;
  return pagedList({
    items: effects,
    pageSize: EFFECTS,
    class: 'effects',
    what: 'choice',
    key: KEY,
    memory,
    render: (effect) =>
      element(
        'li',
        { class: 'effect' },
        choices(effect, number++, options),
        element(
          'span',
          { class: 'effect-text' },
          element('span', { class: 'settings' }, settingsText(effect.settings)),
          `: ${effectText(effect, document.targets)}`,
        ),
      ),
  });
}

/** The other way round is a choice where there is one option only. */
function choices(effect: OptionEffect, number: number, { assumed, change }: OptionPanelOptions): HTMLElement {
  const names: [Assumption, string][] = [
    ['open', 'open'],
    ['so', 'yes'],
    ...(effect.settings.length === 1 ? [['not', 'no'] as [Assumption, string]] : []),
  ];
  const current = assumptionOf(effect, assumed);
  const inputs = names.map(([assumption, name]) => {
    const input = element('input', {
      type: 'radio',
      name: `effect-${number}`,
      value: `${number} ${assumption}`,
      checked: assumption === current,
    });
    input.addEventListener('change', () => change(withAssumption(assumed, effect, assumption)));
    return element('label', { class: 'choice' }, input, name);
  });
  const legend = element(
    'legend',
    { class: 'for-readers' },
    `Assume: built ${settingsText(effect.settings)}`,
  );
  return element('fieldset', { class: 'assume' }, legend, ...inputs);
}
