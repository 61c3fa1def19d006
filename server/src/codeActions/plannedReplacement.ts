/**
 * What a replacement changes at one gap, or that it does not fit there.
 */
import type { SyntaxNode } from '#core/engine/engine.js';
import type { Gap } from '#core/gaps/gap.js';
import type { Feature, Replacement } from '#core/knowledge/knowledge.js';
import type { TextRegion } from '#core/source/regionAround.js';
import type { DocumentSyntax } from '../documentSyntax.js';
import { type ByteEdit, withEdits } from './byteEdit.js';
import { renamedCall, replacedCall } from './callReplacement.js';
import { replacedFlag } from './flagReplacement.js';
import { linesAround, REPLACEABLE, statementAround } from './statementAround.js';

/** Lines of a statement that may be written twice: of a longer one nobody sees what differs. */
const MOST_LINES = 8;

/** A part of a document and its tree, for as long as that is there. */
export interface ParsedRegion {
  readonly syntax: DocumentSyntax;
  readonly root: SyntaxNode;
  readonly region: TextRegion;
}

/** The change of the name, the constant or the call alone; undefined for a skeleton, and where it does not fit. */
export function plannedReplacement(
  { use }: Gap,
  feature: Feature,
  { edit, onlyC }: Replacement,
  { syntax, root, region }: ParsedRegion,
): ByteEdit | undefined {
  // Behind a macro or in one, the text is not that of the feature.
  const isWritten = syntax.text.slice(use.start, use.end) === feature.name;
  if (!isWritten || (onlyC && syntax.grammar === 'cpp')) return undefined;
  const at = use.start - region.start;
  const found =
    'call' in edit
      ? replacedCall(root, at, feature.name, edit)
      : 'name' in edit
        ? renamedCall(root, at, feature.name, edit)
        : 'flag' in edit
          ? replacedFlag(root, at, feature.name, edit)
          : undefined;
  return found && { ...found, start: region.start + found.start, end: region.start + found.end };
}

/** The changed statement for where a macro is defined, and the old one for elsewhere. */
export function guardedReplacement(
  planned: ByteEdit,
  macro: string,
  syntax: DocumentSyntax,
  lineEnd: string,
): ByteEdit[] | undefined {
  const lines = statementAround(syntax, planned.start, planned.end, REPLACEABLE);
  if (!lines) return undefined;
  const old = syntax.text.slice(lines.start, lines.end);
  const isClosed = old.endsWith('\n');
  if (old.split('\n').length - (isClosed ? 1 : 0) > MOST_LINES) return undefined;
  const start = planned.start - lines.start;
  const changed = withEdits(old, [{ ...planned, start, end: planned.end - lines.start }]);
  const before = `#if defined(${macro})${lineEnd}${changed}${isClosed ? '' : lineEnd}#else${lineEnd}`;
  return linesAround(lines, syntax.text, before, '#endif');
}
