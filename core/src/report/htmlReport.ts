/**
 * The report as one HTML file that needs nothing else: the page's script and style, and the document as data. Its
 * policy lets only these run and loads nothing.
 */
import { figureText } from '../messages/figureText.js';
import { scanText } from '../messages/scanText.js';
import { VERDICT_MEANING, verdictWord } from '../messages/verdictText.js';
import type { ReportDocument } from './reportDocument.js';

export interface PageFiles {
  /** `webview/report.js` of the built program. */
  readonly script: string;
  /** `webview/report.css`. */
  readonly style: string;
  /** Letters and digits that nobody can foresee; only what carries it runs. */
  readonly nonce: string;
}

/** The element that holds the document; the page reads it. */
export const DOCUMENT_ELEMENT = 'unigap-report';

export function htmlReport(document: ReportDocument, { script, style, nonce }: PageFiles): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapedHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="generator" content="unigap">',
    `<title>${escapedHtml(`Port readiness of ${document.roots.join(', ')}`)}</title>`,
    `<style nonce="${nonce}">${style.replace(/<\/(style)/gi, '<\\/$1')}</style>`,
    '</head>',
    '<body>',
    `<noscript>${withoutScript(document)}</noscript>`,
    `<script type="application/json" id="${DOCUMENT_ELEMENT}">${inertJson(document)}</script>`,
    `<script nonce="${nonce}">${script.replace(/<\/(script)/gi, '<\\/$1')}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** JSON in which no character can end the element or begin a comment in it. */
function inertJson(document: ReportDocument): string {
  return JSON.stringify(document).replaceAll('<', '\\u003c');
}

/** What a reader without scripts gets: the verdicts. */
function withoutScript(document: ReportDocument): string {
  const targets = document.targets.map((target) => {
    const verdict = `${target.name}: ${verdictWord(target)}, ${VERDICT_MEANING[target.least]}`;
    return `<h2>${escapedHtml(verdict)}</h2><p>${escapedHtml(figureText(target))}</p>`;
  });
  return [
    `<h1>${escapedHtml(`Port readiness of ${document.roots.join(', ')}`)}</h1>`,
    `<p>${escapedHtml(scanText(document))}</p>`,
    ...targets,
    '<p>The list of gaps needs scripts.</p>',
  ].join('');
}

function escapedHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
