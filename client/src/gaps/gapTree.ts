/**
 * The tree of gaps as plain data. Nothing below a node is made before it is asked for, and no node has more children
 * than an editor shows without a pause: longer lists are cut into ranges.
 */
import type { GapDocument } from '#core/report/gapDocument.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import type { Translate } from '../text/translate.js';
import type { GapFilter } from './gapFilter.js';

export type Grouping = 'target' | 'family' | 'file';

export const GROUPINGS: readonly Grouping[] = ['target', 'family', 'file'];

export type GapNode = GapGroup | GapLeaf;

export interface GapGroup {
  readonly kind: 'target' | 'family' | 'file' | 'range';
  /** Stays the same from report to report, so that what is open stays open. */
  readonly id: string;
  readonly label: string;
  /** Number of gaps. */
  readonly count: number;
  readonly worst: GapDocument['severity'];
  /** The folder and path of a file. */
  readonly file?: { readonly root: number; readonly path: string };
  readonly children: () => readonly GapNode[];
}

export interface GapLeaf {
  readonly kind: 'gap';
  readonly gap: GapDocument;
  /** The target that it stands below, if it does. */
  readonly target: string | undefined;
  /** Whether it stands below its file. */
  readonly isBelowFile: boolean;
}

/** More children than this are cut into ranges. */
export const MAX_CHILDREN = 1000;

const SEVERITY_ORDER = { error: 0, warning: 1, information: 2 } as const;

/** @param gaps those of the document that are to be shown. */
export function gapTree(
  document: ReportDocument,
  gaps: readonly GapDocument[],
  grouping: Grouping,
  filter: GapFilter,
  t: Translate,
): readonly GapNode[] {
  return new TreeBuilder(document, filter, t).roots(gaps, grouping);
}

class TreeBuilder {
  constructor(
    private readonly document: ReportDocument,
    private readonly filter: GapFilter,
    private readonly t: Translate,
  ) {}

  roots(gaps: readonly GapDocument[], grouping: Grouping): readonly GapNode[] {
    switch (grouping) {
      case 'target':
        return this.targets(gaps);
      case 'family':
        return this.families(gaps, '', undefined);
      case 'file':
        return this.files(gaps);
    }
  }

  private targets(gaps: readonly GapDocument[]): readonly GapNode[] {
    const { filter } = this;
    const shown = this.document.targets.filter(
      ({ target }) => filter.targets === undefined || filter.targets.includes(target),
    );
    const groups: GapGroup[] = [];
    for (const { target, name } of shown) {
      const onTarget = gaps.filter((gap) => {
        const severity = severityOn(gap, target);
        return (
          severity !== undefined && (filter.severities === undefined || filter.severities.includes(severity))
        );
      });
      if (onTarget.length === 0) continue;
      const id = `target/${target}`;
      groups.push({
        kind: 'target',
        id,
        label: name,
        count: onTarget.length,
        worst: worstOf(onTarget, target),
        children: () => this.families(onTarget, `${id}/`, target),
      });
    }
    return groups;
  }

  private families(
    gaps: readonly GapDocument[],
    idPrefix: string,
    target: string | undefined,
  ): readonly GapNode[] {
    const { families, features } = this.document;
    const groups: GapGroup[] = [];
    for (const [family, members] of grouped(gaps, (gap) => features[gap.feature]?.family ?? '')) {
      const id = `${idPrefix}family/${family}`;
      groups.push({
        kind: 'family',
        id,
        label: families[family] ?? family,
        count: members.length,
        worst: worstOf(members, target),
        children: () => this.leaves(members, id, target, false),
      });
    }
    return this.inRanges(groups.sort(byWorst), `${idPrefix}families`);
  }

  private files(gaps: readonly GapDocument[]): readonly GapNode[] {
    const { roots } = this.document;
    const groups: GapGroup[] = [];
    for (const members of grouped(gaps, (gap) => `${gap.root}/${gap.path}`).values()) {
      const { root, path } = members[0];
      const id = `file/${root}/${path}`;
      groups.push({
        kind: 'file',
        id,
        label: roots.length > 1 ? `${roots[root]}/${path}` : path,
        count: members.length,
        worst: worstOf(members, undefined),
        file: { root, path },
        children: () => this.leaves(inLineOrder(members), id, undefined, true),
      });
    }
    return this.inRanges(groups.sort(byWorst), 'files');
  }

  private leaves(
    gaps: readonly GapDocument[],
    idPrefix: string,
    target: string | undefined,
    isBelowFile: boolean,
  ): readonly GapNode[] {
    const leaves = gaps.map((gap): GapLeaf => ({ kind: 'gap', gap, target, isBelowFile }));
    return this.inRanges(leaves, idPrefix);
  }

  /** The nodes themselves, or groups of at most as many as can be shown at once. */
  private inRanges(nodes: readonly GapNode[], idPrefix: string): readonly GapNode[] {
    if (nodes.length <= MAX_CHILDREN) return nodes;
    const ranges: GapGroup[] = [];
    for (let start = 0; start < nodes.length; start += MAX_CHILDREN) {
      const part = nodes.slice(start, start + MAX_CHILDREN);
      ranges.push({
        kind: 'range',
        id: `${idPrefix}/range/${start}`,
        label: this.t('{0} to {1}', start + 1, start + part.length),
        count: part.reduce((sum, node) => sum + (node.kind === 'gap' ? 1 : node.count), 0),
        worst: part.reduce<GapDocument['severity']>(
          (worst, node) =>
            worse(worst, node.kind === 'gap' ? (severityOn(node.gap, node.target) ?? worst) : node.worst),
          'information',
        ),
        children: () => part,
      });
    }
    return ranges;
  }
}

/** The severity of a gap on a target, or on all; undefined if it is none there. */
export function severityOn(
  gap: GapDocument,
  target: string | undefined,
): GapDocument['severity'] | undefined {
  return target === undefined ? gap.severity : gap.targets.find((one) => one.target === target)?.severity;
}

function grouped(
  gaps: readonly GapDocument[],
  keyOf: (gap: GapDocument) => string,
): Map<string, GapDocument[]> {
  const groups = new Map<string, GapDocument[]>();
  for (const gap of gaps) {
    const key = keyOf(gap);
    const group = groups.get(key);
    if (group) group.push(gap);
    else groups.set(key, [gap]);
  }
  return groups;
}

function worstOf(gaps: readonly GapDocument[], target: string | undefined): GapDocument['severity'] {
  let worst: GapDocument['severity'] = 'information';
  for (const gap of gaps) worst = worse(worst, severityOn(gap, target) ?? worst);
  return worst;
}

function worse(a: GapDocument['severity'], b: GapDocument['severity']): GapDocument['severity'] {
  return SEVERITY_ORDER[a] <= SEVERITY_ORDER[b] ? a : b;
}

function byWorst(a: GapGroup, b: GapGroup): number {
  return (
    SEVERITY_ORDER[a.worst] - SEVERITY_ORDER[b.worst] ||
    b.count - a.count ||
    (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
  );
}

function inLineOrder(gaps: readonly GapDocument[]): readonly GapDocument[] {
  return [...gaps].sort((a, b) => a.line - b.line || a.column - b.column);
}
