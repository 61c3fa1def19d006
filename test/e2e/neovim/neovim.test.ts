import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample } from '#tools/e2e/sampleCopy.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

interface Result {
  readonly problem?: string;
  readonly diagnostics: readonly { readonly line: number; readonly code: string; readonly source: string }[];
  readonly hover: string;
  readonly actions: readonly string[];
  readonly text: string;
  readonly left: number;
  readonly stopped: boolean;
}

describe("e2e: Neovim's own client", () => {
  let result: Result;
  before(() => {
    result = session();
  });

  it('shows diagnostics', () => {
    const forks = result.diagnostics.filter(({ code }) => code === 'function/fork');
    assert.equal(forks.length, 1);
    assert.equal(forks[0].source, 'unigap');
  });

  it('shows a hover', () => {
    assert.match(result.hover, /OSv/);
    assert.match(result.hover, /Rumprun/);
  });

  it('carries out an action, and the diagnostic goes', () => {
    assert.match(result.text, /unigap-ignore-\S+ function\/fork/, result.actions.join('; '));
    assert.equal(result.left, result.diagnostics.length - 1);
  });

  it('stops the server', () => {
    assert.equal(result.stopped, true);
  });
});

function session(): Result {
  const sample = copySample();
  try {
    const results = join(sample.folder, 'result.json');
    const script = join(PROJECT_ROOT, 'test', 'e2e', 'neovim', 'session.lua');
    const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-n', '-c', `luafile ${script}`], {
      encoding: 'utf8',
      timeout: 50_000,
      env: {
        ...process.env,
        UNIGAP_NODE: process.execPath,
        UNIGAP_SERVER: join(PROJECT_ROOT, 'dist', 'server-node.cjs'),
        UNIGAP_ROOT: sample.folder,
        UNIGAP_FILE: join(sample.folder, 'src', 'process.c'),
        UNIGAP_RESULT: results,
        // It writes where it has been.
        XDG_STATE_HOME: sample.folder,
        XDG_CACHE_HOME: sample.folder,
      },
    });
    assert.equal(run.status, 0, run.stderr);
    const result: Result = JSON.parse(readFileSync(results, 'utf8'));
    assert.equal(result.problem, undefined);
    return result;
  } finally {
    sample.delete();
  }
}
