/**
 * What the page and the editor say to each other. Lines and columns count from zero.
 */
import type { GapDocument } from '#core/report/gapDocument.js';
import type { ReportDocument } from '#core/report/reportDocument.js';

export type ExportFormat = 'markdown' | 'html' | 'json';

/** From the page. */
export type PageMessage =
  /** The page can take a report now. */
  | { readonly type: 'ready' }
  | {
      readonly type: 'open';
      readonly root: number;
      readonly path: string;
      readonly line: number;
      readonly column: number;
    }
  | { readonly type: 'explain'; readonly feature: string }
  | { readonly type: 'export'; readonly format: ExportFormat }
  | { readonly type: 'refresh' };

/** To the page. A report comes as its document, any number of times gaps that follow those in it, and the end. */
export type EditorMessage =
  | { readonly type: 'report'; readonly document: ReportDocument }
  | { readonly type: 'gaps'; readonly gaps: readonly GapDocument[] }
  | { readonly type: 'done' };
