/**
 * Sets the targets in the text of a `unigap.json`, keeping comments and layout.
 */
import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';

/** The new text, or undefined if the text is no JSON that could be edited. */
export function withTargets(text: string, targets: readonly string[]): string | undefined {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const isEmpty = text.trim() === '';
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isEmpty && (errors.length > 0 || !isObject)) return undefined;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const tab = /^\t/m.test(text);
  const edits = modify(isEmpty ? '{}' : text, ['targets'], targets, {
    formattingOptions: { insertSpaces: !tab, tabSize: indentOf(text), eol },
  });
  return applyEdits(isEmpty ? '{}' : text, edits);
}

function indentOf(text: string): number {
  return /^( +)\S/m.exec(text)?.[1].length ?? 2;
}
