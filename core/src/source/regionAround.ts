/**
 * The part of a C or C++ text that has to be parsed to understand a place: from the last closing brace in the first
 * column to the next one. Code that is indented as a whole gives a larger part, which is no harm but for the time.
 */
export interface TextRegion {
  readonly start: number;
  /** Behind the brace. */
  readonly end: number;
}

/** @param offset in the same units as the text: bytes, for a text with a character a byte. */
export function regionAround(text: string, offset: number): TextRegion {
  const before = text.lastIndexOf('\n}', Math.max(0, offset - 1));
  const behind = text.indexOf('\n}', offset);
  return {
    start: before < 0 ? 0 : before + 2,
    end: behind < 0 ? text.length : behind + 2,
  };
}
