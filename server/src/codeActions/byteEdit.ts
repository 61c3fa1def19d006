/**
 * Changes of a text with a character a byte, as the syntax of a document has it.
 */
export interface ByteEdit {
  readonly start: number;
  readonly end: number;
  /** A character a byte. */
  readonly text: string;
}

/** The text behind changes that do not overlap; those at one place stay in their order. */
export function withEdits(text: string, edits: readonly ByteEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** By place; the sort keeps those at one place as they are. */
export function inOrder(edits: readonly ByteEdit[]): ByteEdit[] {
  return [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
}

export function overlap(one: ByteEdit, other: ByteEdit): boolean {
  return one.start < other.end && other.start < one.end;
}
