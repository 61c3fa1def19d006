/**
 * Texts in which parts are blotted out, so that what is left keeps its offsets.
 */
import type { Span } from './foundOperations.js';

/** Blanks in place of all that no span holds; line ends stay. The spans stand in the order of the text. */
export function onlySpans(text: string, spans: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of spans) {
    kept += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return kept + blank(text.slice(at));
}

/** Blanks in place of lines that are comments. */
export function withoutCommentLines(text: string): string {
  return text.replace(/^[ \t]*#.*$/gm, blank);
}

/** Words of letters in place of what a template engine will put in: nobody knows what that is. */
export function withoutTemplates(text: string): string {
  if (!/\{\{|\{%|<%|@\w+@/.test(text)) return text;
  return text.replace(
    /\$?\{\{[\s\S]{0,2000}?\}\}|\{%[\s\S]{0,2000}?%\}|<%[\s\S]{0,2000}?%>|@[A-Za-z_]\w*@/g,
    (found) => found.replace(/[^\n]/g, 'x'),
  );
}

/** The same for YAML. Lines that hold nothing but a template become comments: they stand where no value can. */
export function withoutTemplateLines(text: string): string {
  if (!/\{\{|\{%|<%/.test(text)) return text;
  const lines = text.replace(
    /^([ \t]*)(\{\{[^\n]*\}\}|\{%[^\n]*%\}|<%[^\n]*%>)[ \t]*$/gm,
    (found, indent: string, body: string) =>
      indent + `#${' '.repeat(body.length - 1)}`.padEnd(found.length - indent.length),
  );
  return withoutTemplates(lines);
}

/** Blanks of the same length; line ends stay. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
