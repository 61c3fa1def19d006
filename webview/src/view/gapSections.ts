/**
 * The lists of gaps: blockers first, then the others by family or by file, those under conditions, and those that are
 * counted apart.
 */
import { APART } from '#core/report/placeKind.js';
import type { Grouping } from '../model/filter.js';
import { byCondition, byFamily, byFile } from '../model/groups.js';
import type { Sections } from '../model/sections.js';
import { disclosure } from './disclosure.js';
import { type Child, element } from './element.js';
import { gapGroups, gapList } from './gapGroups.js';
import { groupingSwitch } from './groupingSwitch.js';
import type { Scene } from './scene.js';

export interface GapSectionsOptions {
  readonly grouping: Grouping;
  readonly regroup: (grouping: Grouping) => void;
}

export function gapSections(sections: Sections, options: GapSectionsOptions, scene: Scene): HTMLElement[] {
  return [
    ...blockers(sections.blockers, scene),
    ...others(sections.others, options, scene),
    ...conditional(sections.conditional, scene),
    ...apart(sections, scene),
  ];
}

function blockers(gaps: readonly number[], scene: Scene): HTMLElement[] {
  if (gaps.length === 0) return [];
  const explained = new Map<string, number>();
  // Each feature is explained where it is told first.
  const optionsOf = (gap: number) => {
    const { feature } = scene.table.document.gaps[gap];
    if (!explained.has(feature)) explained.set(feature, gap);
    return { withPath: true, showsEvidence: explained.get(feature) === gap };
  };
  return [section('Blockers', gaps.length, [gapList('blockers', gaps, optionsOf, scene)])];
}

function others(
  gaps: readonly number[],
  { grouping, regroup }: GapSectionsOptions,
  scene: Scene,
): HTMLElement[] {
  if (gaps.length === 0) return [];
  const { table, severity } = scene;
  const list =
    grouping === 'family'
      ? gapGroups(
          byFamily(table, gaps, severity),
          { section: 'family', what: 'family', titleOf: ({ title }) => title, withPath: true },
          scene,
        )
      : gapGroups(
          byFile(table, gaps, severity),
          {
            section: 'file',
            what: 'file',
            titleOf: ({ title }) => element('code', {}, title),
            withPath: false,
          },
          scene,
        );
  return [section('Other gaps', gaps.length, [groupingSwitch(grouping, regroup), list])];
}

function conditional(gaps: readonly number[], scene: Scene): HTMLElement[] {
  if (gaps.length === 0) return [];
  const groups = byCondition(scene.table, gaps, scene.severity);
  const list = gapGroups(
    groups,
    {
      section: 'condition',
      what: 'condition',
      titleOf: ({ title }) =>
        element('span', { class: 'condition' }, 'Where ', element('code', {}, title), ' holds'),
      withPath: true,
    },
    scene,
  );
  const hint =
    'These places are gaps only where the build meets a condition that the source does not decide.';
  return [section('Only under conditions', gaps.length, [element('p', { class: 'hint' }, hint), list])];
}

function apart({ apart: byKind }: Sections, scene: Scene): HTMLElement[] {
  const lists = APART.flatMap(([kind, words]) => {
    const gaps = byKind.get(kind) ?? [];
    if (gaps.length === 0) return [];
    const key = `apart ${kind}`;
    return [
      disclosure({
        level: 'h3',
        title: [element('span', { class: 'title' }, `${gaps.length.toLocaleString('en')} ${words}`)],
        isOpen: scene.memory.isOpen(key, false),
        content: () => gapList(key, gaps, () => ({ withPath: true, showsEvidence: false }), scene),
        toggled: (isOpen) => scene.memory.setOpen(key, isOpen),
      }),
    ];
  });
  if (lists.length === 0) return [];
  const hint = 'They count neither for the verdict nor in the numbers above.';
  return [section('Counted apart', undefined, [element('p', { class: 'hint' }, hint), ...lists])];
}

function section(title: string, count: number | undefined, children: readonly Child[]): HTMLElement {
  const id = `section-${title.toLowerCase().replaceAll(' ', '-')}`;
  const number =
    count === undefined ? [] : [' ', element('span', { class: 'total' }, count.toLocaleString('en'))];
  return element('section', { 'aria-labelledby': id }, element('h2', { id }, title, ...number), ...children);
}
