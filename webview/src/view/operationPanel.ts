/**
 * The second answer: what people rely on to look into the program and what each target offers for it, and what holds of
 * the essay that calls unikernels unfit for production.
 */
import { type ClaimAnswer, HOLDING_WORDS } from '#core/essay/claimAnswer.js';
import { LEVEL_WORDS } from '#core/messages/operabilityText.js';
import { countText } from '#core/messages/scanText.js';
import { type FacilityCell, type FacilityRow, facilityRows } from '#core/operability/facilityTable.js';
import type { ReportDocument, TargetDocument } from '#core/report/reportDocument.js';
import { disclosure } from './disclosure.js';
import { type Child, element } from './element.js';
import type { ViewMemory } from './viewMemory.js';

const PLACES_SHOWN = 3;

export function operationPanel({ targets }: ReportDocument, memory: ViewMemory): HTMLElement[] {
  const rows = facilityRows(targets);
  const panels: HTMLElement[] = [];
  if (rows.length > 0) {
    const title = `Operation: ${countText(rows.length, 'thing')} that people look at or do`;
    panels.push(opened(title, 'operation', memory, () => facilityTable(rows, targets)));
  }
  const rated = targets.filter(({ operation }) => operation !== undefined);
  if (rated.length > 0) {
    const title = 'What holds of “Unikernels are unfit for production” (2016)';
    panels.push(opened(title, 'scorecard', memory, () => scorecardTable(rated)));
  }
  return panels.length === 0
    ? []
    : [element('section', { class: 'operation', 'aria-label': 'Operation' }, ...panels)];
}

function opened(title: string, key: string, memory: ViewMemory, content: () => Node): HTMLElement {
  return disclosure({
    level: 'h3',
    title: [element('span', { class: 'title' }, title)],
    isOpen: memory.isOpen(key, false),
    content,
    toggled: (isOpen) => memory.setOpen(key, isOpen),
  });
}

function facilityTable(rows: readonly FacilityRow[], targets: readonly TargetDocument[]): HTMLElement {
  return table(
    ['What people want to know', 'Relied on', ...targets.map(({ name }) => name)],
    rows.map(({ title, question, names, places, count, targets: cells }) => [
      [element('strong', {}, title), element('p', { class: 'question' }, question)],
      [
        element('span', { class: 'names' }, names.join(', ')),
        element('p', { class: 'places' }, placesText(places, count)),
      ],
      ...cells.map(facilityCell),
    ]),
  );
}

function placesText(places: readonly string[], count: number): string {
  const more = Math.max(count, places.length) - PLACES_SHOWN;
  return places.slice(0, PLACES_SHOWN).join('  ') + (more > 0 ? ` and ${more} more` : '');
}

function facilityCell({ level, ways }: FacilityCell): Child[] {
  if (level === undefined) return ['not relied on in what is built for it'];
  return [
    element('span', { class: 'standing' }, LEVEL_WORDS[level]),
    ...ways.flatMap(({ what, command }) => [
      element('p', {}, what),
      ...(command === undefined ? [] : [element('code', { class: 'command' }, command)]),
    ]),
  ];
}

function scorecardTable(targets: readonly TargetDocument[]): HTMLElement {
  const claims = targets[0].operation?.scorecard ?? [];
  return table(
    ['', 'Claim', ...targets.map(({ name }) => name)],
    claims.map(({ id, title, claim }, i) => [
      [element('span', { class: 'claim' }, id)],
      [element('strong', {}, title), element('p', { class: 'question' }, claim)],
      ...targets.map(({ operation }) => claimCell(operation?.scorecard[i])),
    ]),
  );
}

function claimCell(answer: ClaimAnswer | undefined): Child[] {
  if (!answer) return [];
  return [
    element('span', { class: 'standing' }, HOLDING_WORDS[answer.holds]),
    ...side('What is known', answer.known),
    ...side('Bears it out', answer.bearsOut),
    ...side('Speaks against it', answer.speaksAgainst),
  ];
}

function side(title: string, sentences: readonly string[]): HTMLElement[] {
  if (sentences.length === 0) return [];
  const items = sentences.map((text) => element('li', {}, text));
  return [element('p', { class: 'side' }, `${title}:`), element('ul', {}, ...items)];
}

function table(heads: readonly string[], rows: readonly (readonly Child[])[][]): HTMLElement {
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)));
  const body = rows.map((cells) =>
    element('tr', {}, ...cells.map((content) => element('td', {}, ...content))),
  );
  const made = element('table', {}, element('thead', {}, head), element('tbody', {}, ...body));
  // A wide table scrolls by itself, also by keyboard.
  return element(
    'div',
    { class: 'table', tabindex: '0', role: 'region', 'aria-label': heads.join(', ') },
    made,
  );
}
