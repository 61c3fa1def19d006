/**
 * Commands as a list of texts, `["ps", "aux"]`: as the words that a shell would read.
 */

/** The same words without brackets and commas, each at its offset; undefined for what is no list of texts. */
export function shellOfList(text: string): string | undefined {
  if (!/^\s*\[/.test(text) || !/\]\s*$/.test(text)) return undefined;
  let inQuote = '';
  let shell = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inQuote !== '') {
      shell += c;
      if (c === '\\') shell += text[++i] ?? '';
      else if (c === inQuote) inQuote = '';
    } else if (c === '"' || c === "'") {
      inQuote = c;
      shell += c;
    } else shell += c === '[' || c === ']' || c === ',' ? ' ' : c;
  }
  return shell;
}
