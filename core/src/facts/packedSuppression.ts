/**
 * Comments that suppress gaps as numbers.
 */
import type {
  CommentAround,
  SuppressionComment,
  SuppressionScope,
} from '../suppressions/suppressionComment.js';
import type { FactTables } from './factTables.js';
import type { NumberLog, NumberReader } from './numberLog.js';
import { readTexts, writeTexts } from './packedArguments.js';

const SCOPES: readonly SuppressionScope[] = ['line', 'next-line', 'file'];
const COMMENT_KINDS: readonly CommentAround['kind'][] = ['line-comment', 'block-comment'];

export function writeSuppression(log: NumberLog, comment: SuppressionComment, tables: FactTables): void {
  const { scope, features, reason, line, column, endColumn, around } = comment;
  log.write(SCOPES.indexOf(scope));
  writeTexts(log, features, tables);
  log.write(tables.textId(reason));
  log.write(line);
  log.write(column);
  log.write(endColumn);
  log.write(COMMENT_KINDS.indexOf(around.kind));
  log.write((around.column ?? -1) + 1);
  log.write((around.endColumn ?? -1) + 1);
}

export function readSuppression(numbers: NumberReader, tables: FactTables): SuppressionComment {
  const scope = SCOPES[numbers.next()];
  const features = readTexts(numbers, tables);
  const reason = tables.text(numbers.next());
  const line = numbers.next();
  const column = numbers.next();
  const endColumn = numbers.next();
  const kind = COMMENT_KINDS[numbers.next()];
  const start = numbers.next() - 1;
  const end = numbers.next() - 1;
  const around: CommentAround = {
    kind,
    column: start < 0 ? undefined : start,
    endColumn: end < 0 ? undefined : end,
  };
  return { scope, features, reason, line, column, endColumn, around };
}
