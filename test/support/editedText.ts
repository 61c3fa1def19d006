/**
 * Texts as somebody edits them who presses keys at random.
 */
import type { Random } from './random.js';

/** A line taken out, put in or replaced, or a character put in. */
export function edited(text: string, random: Random, line: () => string): string {
  const lines = text.split(/(?<=\n)/);
  const at = random.below(lines.length + 1);
  switch (random.below(4)) {
    case 0:
      return lines.toSpliced(at, 1).join('');
    case 1:
      return lines.toSpliced(at, 0, line()).join('');
    case 2:
      return lines.toSpliced(at, 1, line()).join('');
    default: {
      const offset = random.below(text.length + 1);
      return (
        text.slice(0, offset) +
        random.pick([' ', '(', ')', '"', '/*', '#', 'x', '\n', '}']) +
        text.slice(offset)
      );
    }
  }
}
