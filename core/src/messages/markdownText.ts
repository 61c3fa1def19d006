/**
 * Text of any origin as Markdown that shows just that text: no link, no image, no HTML, no emphasis of its own.
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/[\r\n]+/g, ' ')
      .replace(/[\\`*_{}[\]()#+!|~^$]/g, '\\$&')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/^(\s*)(-|\d+\.)(?=\s)/, '$1\\$2')
      // A bare address becomes a link by itself in many viewers.
      .replace(/\b(https?|ftp|mailto|command|javascript|data|vscode):/gi, '$1&#58;')
      .replace(/\bwww\./gi, 'www&#46;')
  );
}

/** Text of any origin as Markdown code, in as many backticks as it needs. */
export function markdownCode(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const blank = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${blank}${line}${blank}${fence}`;
}
