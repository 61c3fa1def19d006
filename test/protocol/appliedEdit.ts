import type { Answer } from './languageServer.js';

/** The text of one document after a workspace edit, in either form of such an edit. */
export function applied(text: string, uri: string, { changes, documentChanges }: Answer): string {
  const edits: Answer[] = changes?.[uri] ?? documentChanges.flatMap((one: Answer) => one.edits);
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = ({ line, character }: Answer): number => starts[line] + character;
  let result = text;
  // Of insertions at one place the first one comes first, so that it is made last.
  const fromEnd = [...edits].reverse().sort((a, b) => offset(b.range.start) - offset(a.range.start));
  for (const { range, newText } of fromEnd)
    result = result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end));
  return result;
}
