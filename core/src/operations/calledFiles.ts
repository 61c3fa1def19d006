/**
 * Files that an operations file calls by their paths: a script that a probe runs, the program that a script starts.
 */
import type { Span } from './foundOperations.js';
import { withoutCommentLines } from './maskedText.js';
import type { OperationsFormat } from './operationsFormat.js';

/** More are not followed. */
const MOST = 200;

/** A path with a slash in it, or the name of a script. */
const CALLED =
  /(?<![\w@:%/.~+-])(?:(?:\.{0,2}\/)?(?:[\w+.-]+\/)+[\w+.-]+|[\w+-]+\.(?:sh|bash|py|pl))(?![\w/:%+-])/g;

/** Formats whose lines run something. */
const RUNNING: ReadonlySet<OperationsFormat> = new Set([
  'shell',
  'dockerfile',
  'yaml',
  'systemd',
  'supervisord',
  'cron',
  'logrotate',
]);

/** @param text of the file, a character a byte. */
export function calledFiles(text: string, format: OperationsFormat): Span[] {
  if (!RUNNING.has(format)) return [];
  const masked = withoutCommentLines(text);
  const found: Span[] = [];
  for (const { index, 0: path } of masked.matchAll(CALLED)) {
    if (found.length === MOST) break;
    if (!/^\/(?:etc|var|run|dev|proc|sys|tmp)\//.test(path))
      found.push({ start: index, end: index + path.length });
  }
  return found;
}
