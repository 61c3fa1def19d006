import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

describe('client: walls', () => {
  it('only the client knows vscode', () => {
    for (const part of ['core', 'server', 'cli', 'webview', 'tools']) {
      for (const { path, text } of sources(part)) {
        assert.ok(!/from '(?:vscode|vscode-languageclient[^']*)'/.test(text), path);
      }
    }
  });

  it('the client knows neither Node nor how gaps are found', () => {
    for (const { path, text } of sources(join('client', 'src'))) {
      assert.ok(!/from 'node:/.test(text), path);
      assert.ok(
        !/from '#core\/(?!report\/(?:reportDocument|gapDocument)|scan\/language|project\/projectSettings|probes\/buildFile|operations\/operations(?:File|Globs))/.test(
          text,
        ),
        path,
      );
      assert.ok(!/from '#server\/(?!protocol)/.test(text), path);
    }
  });
});

function sources(folder: string): { readonly path: string; readonly text: string }[] {
  return readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(PROJECT_ROOT, folder, path), 'utf8') }));
}
