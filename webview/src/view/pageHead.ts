/**
 * Title, what was scanned, and what can be done with the report in an editor.
 */
import { whatIfText } from '#core/messages/optionText.js';
import { scanText } from '#core/messages/scanText.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import type { Editor } from '../host.js';
import type { ExportFormat } from '../messages.js';
import { button, element } from './element.js';

export interface PageHead {
  readonly element: HTMLElement;
  show(document: ReportDocument): void;
  /** @param text what the reader has to know of the report's state, or ''. */
  say(text: string): void;
}

const FORMATS: readonly (readonly [ExportFormat, string])[] = [
  ['markdown', 'Markdown'],
  ['html', 'HTML'],
  ['json', 'JSON'],
];

export function pageHead(editor: Editor | undefined): PageHead {
  const title = element('h1', {}, 'Port readiness');
  const scanned = element('p', { class: 'scanned' });
  const state = element('div', { class: 'state' });
  state.hidden = true;
  // Screen readers tell what appears in an element that was there before.
  const live = element('div', { role: 'status' }, state);
  const heading = element('div', { class: 'heading' }, element('div', {}, title, scanned));
  if (editor) heading.append(toolbar(editor));
  return {
    element: element('header', {}, heading, live),
    show: (report) => {
      title.replaceChildren('Port readiness of ', element('bdi', {}, report.roots.join(', ')));
      const assumed = report.whatIf ? ` ${whatIfText(report.whatIf)}.` : '';
      scanned.textContent = `${scanText(report)}.${assumed}`;
    },
    say: (text) => {
      state.textContent = text;
      state.hidden = text === '';
    },
  };
}

function toolbar(editor: Editor): HTMLElement {
  return element(
    'div',
    { class: 'tools' },
    button('Refresh', {}, () => editor.send({ type: 'refresh' })),
    element('span', { class: 'label', id: 'export-label' }, 'Export'),
    element(
      'span',
      { role: 'group', class: 'together', 'aria-labelledby': 'export-label' },
      ...FORMATS.map(([format, name]) => button(name, {}, () => editor.send({ type: 'export', format }))),
    ),
  );
}
