/**
 * Gaps as diagnostics of LSP.
 */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import type { Gap } from '#core/gaps/gap.js';
import { isAtLeast, type Severity } from '#core/gaps/severity.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { gapMessage } from '#core/messages/gapMessage.js';
import { relatedPlaces } from '#core/messages/relatedPlaces.js';
import { unusedCommentText } from '#core/messages/unusedSuppressionText.js';
import type { Use } from '#core/uses/use.js';
import type { FileGaps, Folder } from './folder/folder.js';
import { useRange } from './useRange.js';

export const SOURCE = 'unigap';
/** Code of the diagnostic for a suppression that suppresses nothing. */
export const UNUSED_SUPPRESSION = 'unused-suppression';

/** What an action needs to know of the diagnostic that it is asked for. */
export interface DiagnosticData {
  readonly feature: string;
  readonly line: number;
  readonly column: number;
}

export interface DiagnosticOptions {
  readonly minSeverity: Severity;
  /** Address of a feature's page; undefined if the client has nothing to open it with. */
  readonly pageOf: (feature: string) => string | undefined;
}

/** Diagnostics of one file. Gaps in macro bodies are told where the macros are used. */
export function fileDiagnostics(
  { told, unused }: FileGaps,
  folder: Folder,
  knowledge: Knowledge,
  options: DiagnosticOptions,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const gap of told) {
    if (isAside(gap) || !isAtLeast(gap.severity, options.minSeverity)) continue;
    const page = options.pageOf(gap.use.feature);
    const related = relatedInformation(gap.use, folder);
    const data: DiagnosticData = { feature: gap.use.feature, line: gap.use.line, column: gap.use.column };
    diagnostics.push({
      range: useRange(gap.use),
      severity: SEVERITY[gap.severity],
      source: SOURCE,
      code: gap.use.feature,
      ...(page === undefined ? {} : { codeDescription: { href: page } }),
      message: gapMessage(gap, knowledge),
      ...(related.length > 0 ? { relatedInformation: related } : {}),
      data,
    });
  }
  for (const { comment, features } of unused) {
    diagnostics.push({
      range: {
        start: { line: comment.line, character: comment.column },
        end: { line: comment.line, character: comment.endColumn },
      },
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      code: UNUSED_SUPPRESSION,
      message: unusedCommentText(features),
      tags: [DiagnosticTag.Unnecessary],
    });
  }
  return diagnostics;
}

/** Whether a gap is counted in the report and not shown in the source. */
export function isAside({ use }: Gap): boolean {
  return use.tags.includes('macro-body') || use.tags.includes('replacement');
}

/** Clients cut a column behind the end of a line. */
const END_OF_LINE = 2 ** 31 - 1;

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** The macros that lead to the feature, and the conditions around the place. */
function relatedInformation(use: Use, folder: Folder): DiagnosticRelatedInformation[] {
  return [...relatedPlaces(use), ...folder.chainOf(use)].map(
    ({ path, line, column, endColumn = END_OF_LINE, message }) => ({
      location: {
        uri: folder.uri.uriOf(path),
        range: { start: { line, character: column }, end: { line, character: endColumn } },
      },
      message,
    }),
  );
}
