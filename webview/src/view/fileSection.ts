/**
 * Files that were not read, or not whole: a scan never looks clean because it failed.
 */
import type { Skipped } from '#core/workspace.js';
import { disclosure } from './disclosure.js';
import { element } from './element.js';
import { pagedList } from './pagedList.js';

const FILES = 50;
/** So few are shown without being asked for. */
const FEW_FILES = 5;

export function fileSection(skipped: readonly Skipped[], problems: readonly Skipped[]): HTMLElement[] {
  if (skipped.length + problems.length === 0) return [];
  return [
    element(
      'section',
      { 'aria-labelledby': 'files-title' },
      element('h2', { id: 'files-title' }, 'Not read'),
      ...files('skipped', skipped),
      ...files('read in part', problems),
    ),
  ];
}

function files(what: string, list: readonly Skipped[]): HTMLElement[] {
  if (list.length === 0) return [];
  const number = list.length.toLocaleString('en');
  return [
    disclosure({
      level: 'h3',
      title: [
        element('span', { class: 'title' }, `${number} ${list.length === 1 ? 'file' : 'files'} ${what}`),
      ],
      isOpen: list.length <= FEW_FILES,
      toggled: () => undefined,
      content: () =>
        pagedList({
          items: list,
          pageSize: FILES,
          class: 'files',
          what: 'file',
          render: ({ path, reason }) => element('li', {}, element('code', {}, path), ` ${reason}`),
        }),
    }),
  ];
}
