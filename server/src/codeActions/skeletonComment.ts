/**
 * The code of a recipe as a comment in front of the statement that it is for.
 */
import { recipeCode } from '#core/messages/recipeCode.js';
import type { DocumentSyntax } from '../documentSyntax.js';
import type { ByteEdit } from './byteEdit.js';
import { REPLACEABLE, statementAround } from './statementAround.js';

/** @param place byte offsets of what the recipe is for. */
export function skeletonComment(
  syntax: DocumentSyntax,
  place: { readonly start: number; readonly end: number },
  slug: string,
  note: string,
  lineEnd: string,
): ByteEdit | undefined {
  const lines = statementAround(syntax, place.start, place.end, REPLACEABLE);
  const code = recipeCode(note);
  if (!lines || !code) return undefined;
  const indent = /^[ \t]*/.exec(syntax.text.slice(lines.start))?.[0] ?? '';
  const inside = code.map((line) => `${indent} * ${line}`.trimEnd());
  const comment = [`${indent}/* From the porting note "${slug}":`, `${indent} *`, ...inside, `${indent} */`];
  return { start: lines.start, end: lines.start, text: comment.map((line) => line + lineEnd).join('') };
}
