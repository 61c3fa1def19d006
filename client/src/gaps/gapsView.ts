/**
 * The view of gaps: what the newest report says, grouped and filtered as the user likes.
 */
import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  QuickPickItemKind,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import type { GapDocument } from '#core/report/gapDocument.js';
import { openPlace } from '../report/openPlace.js';
import type { ReportStore } from '../report/reportStore.js';
import { type FilterPick, filterOfPicks, filterPicks } from './filterPicks.js';
import { filterGaps, type GapFilter, isFiltering, NO_FILTER } from './gapFilter.js';
import { gapItem } from './gapItem.js';
import { type GapLeaf, type GapNode, GROUPINGS, type Grouping, gapTree } from './gapTree.js';

const VIEW = 'unigap.gaps';

export function registerGapsView(reports: ReportStore): Disposable {
  const gaps = new GapsView(reports);
  return Disposable.from(
    gaps,
    commands.registerCommand('unigap.gaps.refresh', () => reports.load()),
    commands.registerCommand('unigap.gaps.groupBy', () => gaps.chooseGrouping()),
    commands.registerCommand('unigap.gaps.filter', () => gaps.chooseFilter()),
    commands.registerCommand('unigap.gaps.filterText', () => gaps.chooseText()),
    commands.registerCommand('unigap.gaps.clearFilter', () => gaps.setFilter(NO_FILTER)),
    commands.registerCommand('unigap.gaps.open', (gap: GapDocument) =>
      openPlace(reports.document ?? {}, gap),
    ),
    commands.registerCommand('unigap.gaps.explain', ({ gap }: GapLeaf) =>
      commands.executeCommand('unigap.openFeature', gap.feature),
    ),
  );
}

class GapsView implements TreeDataProvider<GapNode>, Disposable {
  private grouping: Grouping = 'target';
  private filter: GapFilter = NO_FILTER;
  private readonly changed = new EventEmitter<void>();
  private readonly view: TreeView<GapNode>;
  private readonly subscriptions: Disposable[];

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly reports: ReportStore) {
    this.view = window.createTreeView<GapNode>(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      this.changed,
      reports.watch(() => this.view.visible),
      this.view.onDidChangeVisibility(() => reports.refresh()),
      reports.onDidChange(() => {
        commands.executeCommand('setContext', 'unigap.hasReport', true);
        this.update();
      }),
    ];
  }

  getTreeItem(node: GapNode): TreeItem {
    return gapItem(node, this.reports.document ?? {});
  }

  getChildren(node?: GapNode): GapNode[] {
    return [...this.childrenOf(node)];
  }

  async chooseGrouping(): Promise<void> {
    const labels: Record<Grouping, string> = {
      target: l10n.t('By Target'),
      family: l10n.t('By Family'),
      file: l10n.t('By File'),
    };
    const picked = await window.showQuickPick(
      GROUPINGS.map((grouping) => ({
        label: labels[grouping],
        description: grouping === this.grouping ? l10n.t('now') : '',
        grouping,
      })),
      { title: l10n.t('Group Gaps') },
    );
    if (!picked) return;
    this.grouping = picked.grouping;
    this.update();
  }

  async chooseFilter(): Promise<void> {
    const { document } = this.reports;
    if (!document) return;
    const picks = filterPicks(document, this.filter, l10n.t);
    type Item = FilterPick & { kind?: QuickPickItemKind };
    const items: Item[] = [
      { label: l10n.t('Severity'), picked: false, kind: QuickPickItemKind.Separator },
      ...picks.severities,
      { label: l10n.t('Target'), picked: false, kind: QuickPickItemKind.Separator },
      ...picks.targets,
    ];
    const picked = await window.showQuickPick(items, {
      title: l10n.t('Show Gaps of'),
      canPickMany: true,
    });
    if (picked) this.setFilter(filterOfPicks(picks, picked, this.filter.text));
  }

  async chooseText(): Promise<void> {
    const text = await window.showInputBox({
      title: l10n.t('Filter Gaps by Text'),
      prompt: l10n.t('Part of a name, path, message or family. Leave it empty to show all.'),
      value: this.filter.text ?? '',
    });
    if (text === undefined) return;
    this.setFilter({ ...this.filter, text: text.trim() === '' ? undefined : text.trim() });
  }

  setFilter(filter: GapFilter): void {
    this.filter = filter;
    commands.executeCommand('setContext', 'unigap.isFiltered', isFiltering(filter));
    this.update();
  }

  dispose(): void {
    for (const one of this.subscriptions) one.dispose();
  }

  private childrenOf(node: GapNode | undefined): readonly GapNode[] {
    if (node) return node.kind === 'gap' ? [] : node.children();
    const { document } = this.reports;
    if (!document) return [];
    return gapTree(document, filterGaps(document, this.filter), this.grouping, this.filter, l10n.t);
  }

  /** Shows the tree anew, and says above it what is not in it. */
  private update(): void {
    const { document } = this.reports;
    if (document) {
      const shown = filterGaps(document, this.filter).length;
      const all = document.gaps.length;
      this.view.description = shown === all ? String(all) : l10n.t('{0} of {1}', shown, all);
      const blockers = document.gaps.filter(({ severity }) => severity === 'error').length;
      this.view.badge =
        blockers > 0 ? { value: blockers, tooltip: l10n.t('Blockers: {0}', blockers) } : undefined;
      // TypeScript has no word for it, but undefined takes the message away.
      (this.view as { message: string | undefined }).message =
        all === 0
          ? l10n.t('No gaps were found in {0} files.', document.filesScanned)
          : shown === 0
            ? l10n.t('The filter hides all gaps.')
            : undefined;
    }
    this.changed.fire();
  }
}
