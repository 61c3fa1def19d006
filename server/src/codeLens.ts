/**
 * A line above each function with gaps: how many, and how bad the worst is.
 */
import type { CodeLens } from 'vscode-languageserver';
import type { Gap } from '#core/gaps/gap.js';
import { isAtLeast, SEVERITIES, type Severity } from '#core/gaps/severity.js';
import { functionAround } from '#core/outcome/functionAround.js';
import { isAside } from './diagnostics.js';
import { DocumentSyntax } from './documentSyntax.js';
import { SHOW_GAPS_COMMAND } from './protocol.js';
import type { Session } from './session.js';
import { timeSlices } from './timeSlices.js';

/** A file with more functions that have gaps is not made clearer by a line above each. */
const MOST_LENSES = 40;

interface FunctionGaps {
  readonly line: number;
  readonly endLine: number;
  readonly gaps: Gap[];
}

export function answerCodeLenses(session: Session): void {
  session.connection.onCodeLens(async ({ textDocument }, token): Promise<CodeLens[]> => {
    const place = await session.placeOf(textDocument.uri);
    const document = session.documents.get(textDocument.uri);
    const { codeLens, diagnostics } = session.settings;
    if (!place || !document || !codeLens.enabled || !diagnostics.enabled) return [];
    const gaps = place.folder
      .gapsOf(place.path)
      .told.filter((gap) => !isAside(gap) && isAtLeast(gap.severity, diagnostics.minSeverity));
    if (gaps.length === 0) return [];
    const syntax = await DocumentSyntax.of(document, place.path, session.services);
    if (!syntax) return [];
    const functions = new Map<number, FunctionGaps>();
    const pause = timeSlices(session.services.yieldTurn);
    for (const gap of gaps) {
      await pause();
      if (token.isCancellationRequested || functions.size > MOST_LENSES) return [];
      const known = [...functions.values()].find(
        ({ line, endLine }) => line <= gap.use.line && gap.use.line <= endLine,
      );
      if (known) {
        known.gaps.push(gap);
        continue;
      }
      const found = syntax.around(gap.use.start, (root, { start }) => {
        const one = functionAround(root, gap.use.start - start);
        return one && { start: start + one.start, end: start + one.end };
      });
      if (!found) continue;
      const line = syntax.lineOf(found.start);
      functions.set(line, { line, endLine: syntax.lineOf(found.end), gaps: [gap] });
    }
    if (functions.size > MOST_LENSES) return [];
    return [...functions.values()].map((one) => lensOf(one, textDocument.uri));
  });
}

function lensOf({ line, endLine, gaps }: FunctionGaps, uri: string): CodeLens {
  const at = { line, character: 0 };
  return {
    range: { start: at, end: at },
    command: { title: titleOf(gaps), command: SHOW_GAPS_COMMAND, arguments: [uri, line, endLine] },
  };
}

/** `3 gaps, 1 error: fork()`: the worst severity with what is of it. */
function titleOf(gaps: readonly Gap[]): string {
  const worst = gaps.reduce<Severity>(
    (most, { severity }) => (SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(most) ? severity : most),
    'information',
  );
  const names = [...new Set(gaps.filter((gap) => gap.severity === worst).map(({ use }) => use.symbol))];
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ', ...' : '');
  const count = gaps.length === 1 ? '1 gap' : `${gaps.length} gaps`;
  return `${count} · ${worst}: ${shown}`;
}
