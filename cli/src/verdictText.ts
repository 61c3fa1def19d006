/**
 * The verdict of one target in the terminal: the word, the reason, the figure, the coverage.
 */
import { figureText } from '#core/messages/figureText.js';
import {
  lowerBoundText,
  reasonText,
  VERDICT_MEANING,
  verdictWord,
  worseText,
} from '#core/messages/verdictText.js';
import type { TargetDocument } from '#core/report/reportDocument.js';
import type { Style } from './style.js';

export function verdictLines(target: TargetDocument, style: Style): string[] {
  const details = [reasonText(target), worseText(target), figureText(target), lowerBoundText(target)];
  return [
    `${style.bold(`${target.name}: ${verdictWord(target)}`)} — ${VERDICT_MEANING[target.least]}`,
    ...details.filter((text) => text !== undefined).map((text) => `  ${text}`),
    '',
  ];
}
