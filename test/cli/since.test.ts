import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addedLines } from '#cli/since/addedLines.js';
import { type Outcome, runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const use = (name: string): string => `int ${name}_(void) { return ${name}(); }\n`;

/** A folder under git with one commit, tagged `start`. */
function inRepository(
  files: Readonly<Record<string, string>>,
  test: (folder: string, git: (...args: string[]) => string) => void,
): void {
  inFolder(files, (folder) => {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
        encoding: 'utf8',
        env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
      });
    git('init', '--quiet', '--initial-branch=main');
    commit(git);
    git('tag', 'start');
    test(folder, git);
  });
}

function commit(git: (...args: string[]) => string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'x');
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

interface Since {
  readonly status: number | null;
  /** `path:line name` of each gap. */
  readonly gaps: readonly string[];
  readonly elsewhere: number;
}

function since(folder: string, revision: string, ...args: string[]): Since {
  const { out, err, status } = runUnigap(['scan', '.', '--since', revision, '--format', 'json', ...args], {
    cwd: folder,
  });
  assert.equal(err, '');
  const report = JSON.parse(out) as {
    gaps: { path: string; line: number; symbol: string }[];
    since: { revision: string; elsewhere: number };
  };
  assert.equal(report.since.revision, revision);
  const gaps = report.gaps.map(({ path, line, symbol }) => `${path}:${line} ${symbol}`).sort();
  return { status, gaps, elsewhere: report.since.elsewhere };
}

describe('cli: scan --since', () => {
  it('tells gaps on lines that were added or changed, committed or not', () => {
    inRepository({ 'a.c': use('fork') + use('vfork') }, (folder, git) => {
      assert.deepEqual(since(folder, 'start'), { status: 0, gaps: [], elsewhere: 2 });
      write(folder, 'a.c', use('fork') + use('kill') + use('vfork'));
      assert.deepEqual(since(folder, 'start'), { status: 1, gaps: ['a.c:2 kill'], elsewhere: 2 });
      commit(git);
      write(folder, 'a.c', `${use('setsid')}${use('fork')}${use('kill')}`);
      assert.deepEqual(since(folder, 'start'), {
        status: 1,
        gaps: ['a.c:1 setsid', 'a.c:3 kill'],
        elsewhere: 1,
      });
      assert.deepEqual(since(folder, 'HEAD').gaps, ['a.c:1 setsid']);
    });
  });

  it('takes all of a file that git does not know, and follows one that was renamed', () => {
    const text = `${use('fork')}/* one */\n/* two */\n/* three */\n/* four */\n`;
    inRepository({ 'a.c': text }, (folder, git) => {
      renameSync(join(folder, 'a.c'), join(folder, 'b.c'));
      git('add', '--all');
      write(folder, 'b.c', text + use('vfork'));
      write(folder, 'new.c', use('kill'));
      assert.deepEqual(since(folder, 'start').gaps, ['b.c:6 vfork', 'new.c:1 kill']);
    });
  });

  it('goes by where the branches parted', () => {
    inRepository({ 'a.c': use('fork'), 'b.c': use('kill') }, (folder, git) => {
      git('checkout', '--quiet', '-b', 'topic');
      write(folder, 'a.c', use('fork') + use('vfork'));
      commit(git);
      git('checkout', '--quiet', 'main');
      write(folder, 'b.c', '');
      commit(git);
      git('checkout', '--quiet', 'topic');
      assert.deepEqual(since(folder, 'main').gaps, ['a.c:2 vfork']);
    });
  });

  it('reads the whole program: macros, and the verdict', () => {
    inRepository({ 'a.h': '#define spawn fork\n', 'a.c': use('vfork') }, (folder) => {
      write(folder, 'a.c', `#include "a.h"\n${use('spawn')}${use('vfork')}`);
      assert.deepEqual(since(folder, 'start').gaps, ['a.c:2 fork']);
      const whole = runUnigap(['scan', '.'], { cwd: folder }).out;
      const { out } = runUnigap(['scan', '.', '--since', 'start'], { cwd: folder });
      assert.deepEqual(verdicts(out), verdicts(whole));
      assert.match(out, /; only gaps on lines changed since start are listed, 1 gap elsewhere not$/m);
    });
  });

  it('fails for nothing but what changed, and is not for a baseline that is made anew', () => {
    inRepository({ 'a.c': use('fork') }, (folder) => {
      const run = (...args: string[]): Outcome =>
        runUnigap(['scan', '.', '--since', 'start', ...args], { cwd: folder });
      assert.equal(run('--fail-on', 'error').status, 0);
      write(folder, 'a.c', use('fork') + use('vfork'));
      assert.equal(run('--fail-on', 'error').status, 1);
      assertProblem(run('--baseline', 'x', '--update-baseline'), /--since would leave most of them out/);
    });
  });

  it('works from a folder of the repository, and for paths with blanks, quotes and other letters', () => {
    const names = ['a b.c', 'ä "q".c', 'tab\there.c'];
    const files = Object.fromEntries(names.map((name) => [`src/${name}`, use('fork')]));
    inRepository({ ...files, 'other.c': use('fork') }, (folder) => {
      for (const name of names) write(folder, `src/${name}`, use('fork') + use('vfork'));
      write(folder, 'other.c', use('vfork'));
      const { gaps } = since(join(folder, 'src'), 'start');
      assert.deepEqual(gaps, names.map((name) => `${name}:2 vfork`).sort());
    });
  });

  it('takes a source file for text whatever its attributes say', () => {
    inRepository({ 'a.c': use('fork'), '.gitattributes': '*.c -diff -text\n' }, (folder) => {
      write(folder, 'a.c', use('fork') + use('vfork'));
      assert.deepEqual(since(folder, 'start').gaps, ['a.c:2 vfork']);
    });
  });

  it('runs nothing that the repository names', () => {
    inRepository({ 'a.c': use('fork') }, (folder, git) => {
      const mark = join(folder, 'ran');
      const script = join(folder, '.git', 'evil');
      write(folder, '.git/evil', `#!/bin/sh\ntouch '${mark}'\ncat "$1" 2>/dev/null || cat\n`);
      chmodSync(script, 0o755);
      for (const hook of ['post-index-change', 'pre-commit', 'reference-transaction', 'fsmonitor-watchman']) {
        write(folder, `.git/hooks/${hook}`, `#!/bin/sh\ntouch '${mark}'\n`);
        chmodSync(join(folder, '.git/hooks', hook), 0o755);
      }
      write(folder, '.gitattributes', '*.c diff=evil filter=evil\n');
      for (const [name, value] of [
        ['core.fsmonitor', script],
        ['core.pager', script],
        ['diff.external', script],
        ['diff.evil.command', script],
        ['diff.evil.textconv', script],
        ['filter.evil.clean', script],
        ['filter.evil.smudge', script],
        ['filter.evil.process', script],
        ['filter.evil.required', 'true'],
        ['core.hooksPath', join(folder, '.git/hooks')],
        ['alias.diff', `!${script}`],
        ['alias.ls-files', `!${script}`],
        ['color.diff', 'always'],
        ['diff.noprefix', 'true'],
        ['diff.relative', 'true'],
        ['diff.context', '5'],
        ['core.quotePath', 'true'],
      ]) {
        git('config', name, value);
      }
      rmSync(mark, { force: true });
      write(folder, 'a.c', use('fork') + use('vfork'));
      assert.deepEqual(since(folder, 'start').gaps, ['a.c:2 vfork']);
      assert.ok(!existsSync(mark));
    });
  });

  it('fetches no object that is missing', () => {
    inRepository({ 'a.c': use('fork') }, (folder, git) => {
      const mark = join(folder, 'ran');
      const blob = git('rev-parse', 'start:a.c').trim();
      rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
      git('config', 'extensions.partialClone', 'origin');
      git('config', 'core.repositoryFormatVersion', '1');
      git('config', 'remote.origin.promisor', 'true');
      git('config', 'remote.origin.url', `ext::sh -c touch% ${mark}`);
      git('config', 'protocol.ext.allow', 'always');
      write(folder, 'a.c', use('vfork'));
      assertProblem(
        runUnigap(['scan', '.', '--since', 'start'], { cwd: folder }),
        /^unigap: --since start: /,
      );
      assert.ok(!existsSync(mark));
    });
  });

  it('says what is wrong with a revision or a folder', () => {
    inRepository({ 'a.c': use('fork') }, (folder, git) => {
      const run = (...args: string[]): Outcome => runUnigap(['scan', '.', ...args], { cwd: folder });
      for (const revision of ['nothing', '--output=x', 'start:a.c'])
        assertProblem(run(`--since=${revision}`), /git knows no such revision in /);
      assertProblem(run('--since='), /--since needs a revision/);
      assert.ok(!existsSync(join(folder, 'x')));
      git('checkout', '--quiet', '--orphan', 'other');
      // The same text within one second would be the same commit.
      write(folder, 'a.c', use('vfork'));
      commit(git);
      assertProblem(run('--since', 'start'), /a shallow clone may have to be deepened/);
      const env = { ...process.env, PATH: '' };
      assertProblem(
        runUnigap(['scan', '.', '--since', 'start'], { cwd: folder, env }),
        /there is no git in the search path/,
      );
    });
    inFolder({ 'a.c': use('fork') }, (folder) => {
      const run = runUnigap(['scan', '.', '--since', 'HEAD'], {
        cwd: folder,
        env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) },
      });
      assertProblem(run, /is in no working tree of git/);
    });
  });
});

describe('cli: lines that a difference adds', () => {
  it('are not taken from the text of the difference', () => {
    const diff = [
      'diff --git a/a.c b/a.c',
      '--- a/a.c',
      '+++ b/a.c',
      '@@ -3 +3,2 @@ void f(void)',
      '--- a/x.c',
      '+++ b/x.c',
      '+@@ -1 +90 @@',
      '\\ No newline at end of file',
      '@@ -9,2 +10,0 @@',
      '-@@ -1 +80 @@',
      '-',
      'diff --git a/gone.c b/gone.c',
      '--- a/gone.c',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-x',
      '--- "a/q\\"\\t\\\\.c"',
      '+++ "b/q\\"\\t\\\\.c"',
      '@@ -0,0 +1 @@',
      '+x',
      '',
    ].join('\n');
    assert.deepEqual(
      [...addedLines(diff)],
      [
        ['a.c', [{ first: 2, count: 2 }]],
        ['/dev/null', []],
        ['q"\t\\.c', [{ first: 0, count: 1 }]],
      ],
    );
  });
});

function verdicts(text: string): string[] {
  return text.split('\n').filter((line) => /^(?:OSv|Rumprun): /.test(line));
}

function assertProblem({ status, out, err }: Outcome, text: RegExp): void {
  assert.match(err, text);
  assert.equal(out, '');
  assert.equal(status, 2);
}
