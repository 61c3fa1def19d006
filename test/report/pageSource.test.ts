import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

const SOURCE = join(PROJECT_ROOT, 'webview', 'src');

/** Ways to have text read as markup or as code; the page uses none of them. */
const FORBIDDEN = [
  /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc/,
  /\beval\b|new Function|setTimeout\(\s*['"`]|javascript:/,
  /cssText|setAttribute\(\s*'(style|on)/,
  /\bfetch\(|XMLHttpRequest|WebSocket|import\(/,
];

describe('report: source of the page', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' });

  it('makes neither markup nor code from text', () => {
    const scripts = files.filter((file) => file.endsWith('.ts'));
    assert.ok(scripts.length > 10);
    for (const file of scripts) {
      const text = readFileSync(join(SOURCE, file), 'utf8');
      for (const pattern of FORBIDDEN) assert.doesNotMatch(text, pattern, file);
    }
  });

  it('its style loads nothing from elsewhere', () => {
    for (const file of files.filter((name) => name.endsWith('.css'))) {
      assert.doesNotMatch(readFileSync(join(SOURCE, file), 'utf8'), /url\(|https?:|expression\(/, file);
    }
  });
});
