/**
 * Gaps that are told with the same words: the sentence, its places, and the evidence.
 */
import type { GapDocument } from '#core/report/gapDocument.js';
import type { MessageGroup } from '../model/groups.js';
import { button, element } from './element.js';
import { pagedList } from './pagedList.js';
import { place } from './place.js';
import { roving } from './roving.js';
import type { Scene } from './scene.js';
import { severityLabel } from './severityLabel.js';

/** Places of one message at first, and more with each press. */
const PLACES = 10;

export interface GapItemOptions {
  readonly withPath: boolean;
  readonly showsEvidence: boolean;
}

export function gapItem(group: MessageGroup, options: GapItemOptions, scene: Scene): HTMLLIElement {
  const { gaps } = scene.table.document;
  const first = gaps[group.gaps[0]];
  const places = pagedList({
    items: group.gaps,
    pageSize: PLACES,
    class: 'places',
    what: 'place',
    key: `places ${first.message}`,
    memory: scene.memory,
    render: (gap) => element('li', {}, place(gaps[gap], options.withPath, scene)),
  });
  places.setAttribute('aria-label', 'Places');
  if (scene.editor) roving(places, 'button.place');
  return element(
    'li',
    { class: 'gap' },
    severityLabel(group.severity),
    element('div', { class: 'told' }, message(first), places, evidence(first, options.showsEvidence, scene)),
  );
}

/** What the gap is about stands out; both halves are text. */
function message({ message: text }: GapDocument): HTMLElement {
  const end = text.indexOf(' — ');
  if (end < 0) return element('p', { class: 'message' }, text);
  return element(
    'p',
    { class: 'message' },
    element('code', { class: 'subject' }, text.slice(0, end)),
    text.slice(end),
  );
}

/** The statements' own words with their kind of evidence: shown, or made when it is asked for. */
function evidence(gap: GapDocument, isShown: boolean, scene: Scene): HTMLElement {
  if (isShown) return element('div', { class: 'evidence' }, ...evidenceParts(gap, scene));
  const key = `evidence ${gap.message}`;
  const isOpen = scene.memory.isOpen(key, false);
  const whole = element('details', { class: 'evidence', open: isOpen }, element('summary', {}, 'Evidence'));
  const fill = (): void => {
    if (whole.children.length === 1) whole.append(...evidenceParts(gap, scene));
  };
  if (isOpen) fill();
  whole.addEventListener('toggle', () => {
    if (whole.open) fill();
    scene.memory.setOpen(key, whole.open);
  });
  return whole;
}

function evidenceParts(gap: GapDocument, { table, editor }: Scene): HTMLElement[] {
  const { targets } = table.document;
  const rows = gap.targets.flatMap(({ target, detail, evidence: kind }) => [
    element('dt', {}, targets.find((one) => one.target === target)?.name ?? target),
    element(
      'dd',
      {},
      ...(detail === '' ? [] : [`${detail} `]),
      element('span', { class: 'kind' }, kind === '' ? '' : `[${kind}]`),
    ),
  ]);
  const more = editor
    ? button(`Explain ${gap.feature}`, { class: 'link' }, () =>
        editor.send({ type: 'explain', feature: gap.feature }),
      )
    : element('p', { class: 'hint' }, 'More: ', element('code', {}, `unigap explain ${gap.feature}`));
  return [element('dl', {}, ...rows), more];
}
