/**
 * Files that were not read, or not whole: a scan never looks clean because it failed.
 */
import type { Skipped } from '#core/workspace.js';
import { disclosure } from './disclosure.js';
import { element } from './element.js';
import { pagedList } from './pagedList.js';
import type { ViewMemory } from './viewMemory.js';

const FILES = 50;
/** So few are shown without being asked for. */
const FEW_FILES = 5;

export function fileSection(
  skipped: readonly Skipped[],
  problems: readonly Skipped[],
  memory: ViewMemory,
): HTMLElement[] {
  if (skipped.length + problems.length === 0) return [];
  return [
    element(
      'section',
      { 'aria-labelledby': 'files-title' },
      element('h2', { id: 'files-title' }, 'Not read'),
      ...files('skipped', skipped, memory),
      ...files('read in part', problems, memory),
    ),
  ];
}

function files(what: string, list: readonly Skipped[], memory: ViewMemory): HTMLElement[] {
  if (list.length === 0) return [];
  const number = list.length.toLocaleString('en');
  return [
    disclosure({
      level: 'h3',
      title: [
        element('span', { class: 'title' }, `${number} ${list.length === 1 ? 'file' : 'files'} ${what}`),
      ],
      isOpen: memory.isOpen(`files ${what}`, list.length <= FEW_FILES),
      toggled: (isOpen) => memory.setOpen(`files ${what}`, isOpen),
      content: () =>
        pagedList({
          items: list,
          pageSize: FILES,
          class: 'files',
          what: 'file',
          key: `files ${what}`,
          memory,
          render: ({ path, reason }) => element('li', {}, element('code', {}, path), ` ${reason}`),
        }),
    }),
  ];
}
