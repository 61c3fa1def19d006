/**
 * The verdict of one target in the terminal: the word, the reason, the figure, the coverage.
 */
import { VERDICT_MEANING, verdictDetails, verdictWord } from '#core/messages/verdictText.js';
import type { TargetDocument } from '#core/report/reportDocument.js';
import type { Style } from './style.js';

export function verdictLines(target: TargetDocument, style: Style): string[] {
  return [
    `${style.bold(`${target.name}: ${verdictWord(target)}`)} — ${VERDICT_MEANING[target.least]}`,
    ...verdictDetails(target).map((text) => `  ${text}`),
    '',
  ];
}
