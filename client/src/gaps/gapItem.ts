/**
 * How a node of the tree of gaps looks. All texts are shown as plain text: they come from any program.
 */
import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { GapDocument } from '#core/report/gapDocument.js';
import { uriOfPlace } from '../report/openPlace.js';
import type { WithRoots } from '../report/place.js';
import { type GapGroup, type GapLeaf, type GapNode, severityOn } from './gapTree.js';

/** @param report that the node is of. */
export function gapItem(node: GapNode, report: WithRoots): TreeItem {
  return node.kind === 'gap' ? leafItem(node) : groupItem(node, report);
}

function groupItem(group: GapGroup, report: WithRoots): TreeItem {
  const item = new TreeItem(group.label, TreeItemCollapsibleState.Collapsed);
  item.id = group.id;
  item.contextValue = group.kind;
  item.description = String(group.count);
  item.tooltip = group.label;
  item.iconPath = severityIcon(group.worst);
  const uri = group.file && uriOfPlace(report, { ...group.file, line: 0, column: 0 });
  if (uri) {
    item.resourceUri = uri;
    item.iconPath = ThemeIcon.File;
  }
  item.accessibilityInformation = {
    label: l10n.t('{0}, gaps: {1}, worst: {2}', group.label, group.count, severityName(group.worst)),
  };
  return item;
}

function leafItem({ gap, target, isBelowFile }: GapLeaf): TreeItem {
  const severity = severityOn(gap, target) ?? gap.severity;
  const onTarget = gap.targets.find((one) => one.target === target);
  const item = new TreeItem(gap.symbol, TreeItemCollapsibleState.None);
  const place = isBelowFile ? String(gap.line + 1) : `${gap.path}:${gap.line + 1}`;
  item.contextValue = 'gap';
  item.description = `${place} — ${onTarget ? onTarget.behaviour : withoutSymbol(gap)}`;
  item.tooltip = tooltip(gap);
  item.iconPath = severityIcon(severity);
  item.command = {
    command: 'unigap.gaps.open',
    title: l10n.t('Open the Place of the Gap'),
    arguments: [gap],
  };
  item.accessibilityInformation = {
    label: l10n.t('{0}: {1}, {2}, line {3}', severityName(severity), gap.message, gap.path, gap.line + 1),
  };
  return item;
}

/** The message begins with what the label says already. */
function withoutSymbol({ message, symbol }: GapDocument): string {
  const rest = message.startsWith(symbol) ? message.slice(symbol.length) : message;
  return rest.replace(/^[\s—]+/, '');
}

function tooltip(gap: GapDocument): string {
  const lines = [gap.message, ''];
  for (const { target, detail, evidence } of gap.targets) lines.push(`${target}: ${detail} [${evidence}]`);
  if (gap.conditions.length > 0) lines.push('', l10n.t('Where {0} holds.', gap.conditions.join(', ')));
  return lines.join('\n');
}

function severityIcon(severity: GapDocument['severity']): ThemeIcon {
  switch (severity) {
    case 'error':
      return new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground'));
    case 'warning':
      return new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));
    case 'information':
      return new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground'));
  }
}

function severityName(severity: GapDocument['severity']): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
  }
}
