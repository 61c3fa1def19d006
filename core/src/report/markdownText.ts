/**
 * Text of others in Markdown: what a program names cannot become markup, a link, a mention or HTML, neither in
 * CommonMark nor on GitHub.
 */

/** Text that is shown as it is, on one line. */
export function escaped(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
      // What GitHub makes links of by itself: names of people, numbers of issues, addresses.
      .replace(/@/g, '@\u200b')
      .replace(/:\/\//g, '\\://')
      .replace(/\bwww\./gi, 'www\\.')
  );
}

/** Text in a code span, on one line. */
export function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A space at both ends goes; without it, a backtick at an end would belong to the fence.
  const pad = longest > 0 || /^ .* $/.test(line) ? ' ' : '';
  return line.trim() === '' ? '' : fence + pad + line + pad + fence;
}

/** Line ends, other control characters and marks that turn the direction of writing become spaces. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
