/**
 * Gaps below the headings that group them, and a plain list of gaps.
 */
import { type Group, messageGroups } from '../model/groups.js';
import { disclosure } from './disclosure.js';
import { type Child, element } from './element.js';
import { type GapItemOptions, gapItem } from './gapItem.js';
import { pagedList } from './pagedList.js';
import type { Scene } from './scene.js';
import { severityCounts } from './severityLabel.js';

const GROUPS = 50;
const MESSAGES = 20;
/** Up to so many gaps the groups are open at first: there is nothing to choose from. */
const FEW_GAPS = 60;

export interface GapGroupsOptions {
  /** Tells groups of one section from those of another. */
  readonly section: string;
  readonly what: string;
  readonly titleOf: (group: Group) => Child;
  readonly withPath: boolean;
}

export function gapGroups(groups: readonly Group[], options: GapGroupsOptions, scene: Scene): HTMLElement {
  const { memory } = scene;
  const total = groups.reduce((sum, { gaps }) => sum + gaps.length, 0);
  const item = { withPath: options.withPath, showsEvidence: false };
  return pagedList({
    items: groups,
    pageSize: GROUPS,
    class: 'groups',
    what: options.what,
    key: options.section,
    memory,
    render: (group) => {
      const key = `${options.section} ${group.key}`;
      return element(
        'li',
        {},
        disclosure({
          level: 'h3',
          title: [element('span', { class: 'title' }, options.titleOf(group)), severityCounts(group.counts)],
          isOpen: memory.isOpen(key, total <= FEW_GAPS || groups.length === 1),
          content: () => gapList(key, group.gaps, () => item, scene),
          toggled: (isOpen) => memory.setOpen(key, isOpen),
        }),
      );
    },
  });
}

/** Equal messages together, the worst first. */
export function gapList(
  key: string,
  gaps: readonly number[],
  optionsOf: (firstGap: number) => GapItemOptions,
  scene: Scene,
): HTMLElement {
  return pagedList({
    items: messageGroups(scene.table, gaps, scene.severity),
    pageSize: MESSAGES,
    class: 'gaps',
    what: 'message',
    key,
    memory: scene.memory,
    render: (group) => gapItem(group, optionsOf(group.gaps[0]), scene),
  });
}
