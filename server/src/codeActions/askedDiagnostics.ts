/**
 * The diagnostics that actions are asked for: those that the client names, and those of the range that it leaves out.
 */
import type { CodeActionParams, Diagnostic, Range } from 'vscode-languageserver';
import { fileDiagnostics, SOURCE } from '../diagnostics.js';
import type { Place } from '../folders.js';
import type { Session } from '../session.js';
import { useRange } from '../useRange.js';

export function askedDiagnostics(
  { range, context }: CodeActionParams,
  { folder, path }: Place,
  { settings, abilities, services }: Session,
): Diagnostic[] {
  const named = context.diagnostics.filter(({ source }) => source === SOURCE);
  if (!settings.diagnostics.enabled) return named;
  const gaps = folder.gapsOf(path);
  const inRange = {
    ...gaps,
    told: gaps.told.filter(({ use }) => touch(useRange(use), range)),
    unused: gaps.unused.filter(({ comment: { line, column, endColumn } }) =>
      touch({ start: { line, character: column }, end: { line, character: endColumn } }, range),
    ),
  };
  const known = new Set(named.map(keyOf));
  const left = fileDiagnostics(inRange, folder, services.knowledge, {
    minSeverity: settings.diagnostics.minSeverity,
    pageOf: (feature) => abilities.pageOf(feature),
  }).filter((one) => !known.has(keyOf(one)));
  return [...named, ...left];
}

function keyOf({ code, range: { start } }: Diagnostic): string {
  return `${start.line} ${start.character} ${code}`;
}

/** A cursor beside a name is on it. */
function touch(one: Range, other: Range): boolean {
  return !isBefore(one, other) && !isBefore(other, one);
}

function isBefore({ end }: Range, { start }: Range): boolean {
  return end.line < start.line || (end.line === start.line && end.character < start.character);
}
