/**
 * What the report page and its host say to each other. The page is hostile as far as the host knows: it shows text
 * from any program, so what comes from it is checked.
 */
import type { ReportDocument } from '#server/protocol.js';
import type { Place } from './place.js';

export type ToPage =
  | { readonly type: 'report'; readonly document: ReportDocument }
  | { readonly type: 'gaps'; readonly gaps: ReportDocument['gaps'] }
  | { readonly type: 'done' };

export type ExportFormat = 'markdown' | 'html' | 'json';

export type FromPage =
  | { readonly type: 'ready' | 'refresh' }
  | ({ readonly type: 'open' } & Place)
  | { readonly type: 'explain'; readonly feature: string }
  | { readonly type: 'export'; readonly format: ExportFormat };

/** Gaps in one message: a message is copied as a whole while the editor waits. */
const GAPS_PER_MESSAGE = 2000;

/** The messages that bring a report to the page, in order. */
export function* reportMessages(document: ReportDocument): Generator<ToPage> {
  yield { type: 'report', document: { ...document, gaps: [] } };
  for (let start = 0; start < document.gaps.length; start += GAPS_PER_MESSAGE) {
    yield { type: 'gaps', gaps: document.gaps.slice(start, start + GAPS_PER_MESSAGE) };
  }
  yield { type: 'done' };
}

/** The message that something from the page is, or undefined if it is none. */
export function parseFromPage(value: unknown): FromPage | undefined {
  const message = (value ?? {}) as Record<string, unknown>;
  switch (message.type) {
    case 'ready':
    case 'refresh':
      return { type: message.type };
    case 'open': {
      const { root, path, line, column } = message;
      return isCount(root) && typeof path === 'string' && isCount(line) && isCount(column)
        ? { type: 'open', root, path, line, column }
        : undefined;
    }
    case 'explain':
      return typeof message.feature === 'string' ? { type: 'explain', feature: message.feature } : undefined;
    case 'export':
      return isExportFormat(message.format) ? { type: 'export', format: message.format } : undefined;
    default:
      return undefined;
  }
}

export function isExportFormat(value: unknown): value is ExportFormat {
  return value === 'markdown' || value === 'html' || value === 'json';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
