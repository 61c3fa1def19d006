/**
 * Adds a suppression to the text of a `unigap.json`, comments and layout kept.
 */
import { applyEdits, type Edit, modify, type ParseError, parse } from 'jsonc-parser';
import type { ProjectSuppression } from '#core/project/projectSettings.js';

/** Undefined if the text is no JSON that could be edited. */
export function withSuppression(
  text: string,
  suppression: Omit<ProjectSuppression, 'start' | 'end'>,
): Edit | undefined {
  if (text.trim() === '') {
    const edit = withSuppression('{}', suppression);
    return edit && { offset: 0, length: text.length, content: `${applyEdits('{}', [edit])}\n` };
  }
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const list = isObject ? (value as { readonly suppressions?: unknown }).suppressions : undefined;
  if (errors.length > 0 || !isObject || (list !== undefined && !Array.isArray(list))) return undefined;
  const path = list ? ['suppressions', list.length] : ['suppressions'];
  const [edit] = modify(text, path, list ? suppression : [suppression], {
    isArrayInsertion: list !== undefined,
  });
  const [added, depth] = list ? [[suppression], 2] : [{ suppressions: [suppression] }, 1];
  // Told how to lay it out, the library does the same to what stands before.
  return { ...edit, content: laidOut(text, edit, added, depth) };
}

/** The glob that a path fits and nothing else, below the folder only. */
export function globOf(path: string): string {
  return `/${path.replace(/[\\[\]*?!#]/g, '\\$&')}`;
}

/** The lines inside of an object or a list, as part of another one. */
function laidOut(text: string, { offset, length, content }: Edit, added: object, depth: number): string {
  const unit = /^(?:\t| +)(?=\S)/m.exec(text)?.[0] ?? '  ';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const outer = unit.repeat(depth - 1);
  const lines = JSON.stringify(added, null, unit).split('\n').slice(1, -1);
  const isLast = /^[ \t]*[\]}]/.test(text.slice(offset + length));
  const comma = content.startsWith(',') ? ',' : '';
  return comma + lines.map((line) => eol + outer + line).join('') + (isLast ? eol + outer : '');
}
