/**
 * How a place is written for a reader: path, line and column from one, with the folder where there are several.
 */
import { NO_PLACE } from '../uses/use.js';
import type { GapDocument } from './gapDocument.js';
import type { ReportDocument } from './reportDocument.js';

export function pathText(gap: Pick<GapDocument, 'root' | 'path'>, roots: ReportDocument['roots']): string {
  if (roots.length < 2) return gap.path;
  const root = roots[gap.root];
  return root.endsWith('/') ? root + gap.path : `${root}/${gap.path}`;
}

export function placeText(
  gap: Pick<GapDocument, 'root' | 'path' | 'line' | 'column'>,
  roots: ReportDocument['roots'],
): string {
  return gap.line === NO_PLACE ? pathText(gap, roots) : `${pathText(gap, roots)}:${lineText(gap)}`;
}

/** Line and column alone; empty for what stands in no text. */
export function lineText(gap: Pick<GapDocument, 'line' | 'column'>): string {
  return gap.line === NO_PLACE ? '' : `${gap.line + 1}:${gap.column + 1}`;
}
