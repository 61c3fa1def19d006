import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const FORK = 'int f(void) { return fork(); }\n';

interface Row {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly name: string;
  readonly symbol: string;
  readonly feature: string;
  readonly kind: string;
  readonly guards: readonly string[];
  readonly tags: readonly string[];
  readonly severity?: string;
}

interface Document {
  readonly filesScanned: number;
  readonly ignoredFiles: number;
  readonly ignoreDropped: boolean;
  readonly targets: {
    readonly target: string;
    readonly verdict: { readonly least: string };
    readonly leftOut: string[];
  }[];
  readonly gaps: Row[];
  readonly uses: Row[];
}

function json(folder: string, ...args: string[]): Document {
  const { out, err } = runUnigap(['scan', '--format', 'json', ...args], { cwd: folder });
  assert.equal(err, '');
  return JSON.parse(out);
}

describe('cli: scan', () => {
  it('tells in text and JSON the same blockers', () => {
    const text = runUnigap(['scan', 'sample/relayd'], { cwd: PROJECT_ROOT }).out;
    const { gaps } = json(PROJECT_ROOT, 'sample/relayd');
    const errors = gaps.filter(
      (gap) => gap.severity === 'error' && gap.tags.every((tag) => tag === 'conditional'),
    );
    assert.ok(errors.length > 10);
    assert.match(text, new RegExp(`^Blockers \\(${errors.length}\\)$`, 'm'));
    for (const { path, line, column } of errors) assert.ok(text.includes(`${path}:${line}:${column}`));
  });

  it('takes a target that is named twice once', () => {
    inFolder({ 'a.c': FORK }, (folder) => {
      const { out } = runUnigap(['scan', '--target', 'osv,osv@master', '--target', 'osv', folder]);
      assert.equal(out.match(/^OSv: /gm)?.length, 1);
      assert.match(out, /fork\(\) — OSv: fails/);
    });
  });

  it('names an empty condition', () => {
    inFolder({ 'a.c': `#if\n${FORK}#endif\n` }, (folder) => {
      const { out } = runUnigap(['scan', '--target', 'osv', folder]);
      assert.match(out, /\(where an empty condition holds\)/);
    });
  });

  it('explains each feature once, blocker or not', () => {
    const text = runUnigap(['scan', 'sample/relayd'], { cwd: PROJECT_ROOT }).out;
    const explained = [...text.matchAll(/^ +More: unigap explain (\S+)$/gm)].map(([, id]) => id);
    assert.deepEqual(explained, [...new Set(explained)]);
    for (const id of ['function/fork', 'function/setuid', 'flag/prctl/PR_SET_DUMPABLE'])
      assert.ok(explained.includes(id), id);
    assert.match(
      text,
      /^ {6}OSv: Any id but 0 trips a kept assertion\. \[read libc\/user\.cc:\d+; observed/m,
    );
  });

  it('gives a use a row with all of its fields', () => {
    inFolder(
      {
        'a.h': '#define spawn fork\n',
        'src/a.c': `#include "a.h"\n#ifdef X\n int f(void) { return spawn(); }\n#endif\n`,
      },
      (folder) => {
        const { uses } = json(folder, '--uses');
        assert.deepEqual(
          uses.find(({ path }) => path === 'src/a.c'),
          {
            path: 'src/a.c',
            line: 3,
            column: 23,
            name: 'spawn',
            symbol: 'fork',
            feature: 'function/fork',
            kind: 'macro',
            guards: ['defined(X)'],
            tags: ['conditional'],
          },
        );
      },
    );
  });

  it('scans one file alone', () => {
    inFolder({ 'a.c': FORK, 'b.c': FORK }, (folder) => {
      const { filesScanned, gaps } = json(folder, 'a.c');
      assert.equal(filesScanned, 1);
      assert.deepEqual(
        gaps.map(({ path }) => path),
        ['a.c'],
      );
    });
  });

  it('takes several folders as one program', () => {
    inFolder(
      { 'a/a.c': '#include "x.h"\nint f(void) { return spawn(); }\n', 'b/x.h': '#define spawn fork\n' },
      (folder) => {
        const { gaps } = json(folder, 'a', 'b');
        assert.deepEqual(
          gaps.map(({ path, feature }) => `${path} ${feature}`),
          ['a/a.c function/fork', 'b/x.h function/fork'],
        );
        assert.deepEqual(json(folder, 'a').gaps, []);
      },
    );
  });

  it('follows .gitignore, inner files and exceptions too, and counts what they leave out', () => {
    const files = {
      '.gitignore': 'out/\n*.gen.c\n!keep.gen.c\n',
      'a.c': FORK,
      'x.gen.c': FORK,
      'keep.gen.c': FORK,
      'out/b.c': FORK,
      'lib/.gitignore': '/local.c\n',
      'lib/local.c': FORK,
      'lib/deep/local.c': FORK,
    };
    inFolder(files, (folder) => {
      const { gaps, ignoredFiles, ignoreDropped } = json(folder);
      assert.deepEqual(
        gaps.map(({ path }) => path),
        ['a.c', 'keep.gen.c', 'lib/deep/local.c'],
      );
      assert.deepEqual([ignoredFiles, ignoreDropped], [3, false]);
      assert.match(runUnigap(['scan'], { cwd: folder }).out, /; 3 files left out by \.gitignore/);
      assert.equal(json(folder, '--no-ignore').gaps.length, 6);
    });
  });

  it('does not follow rules that leave out every file, and says so', () => {
    inFolder({ '.gitignore': '/*\n', 'a.c': FORK }, (folder) => {
      assert.equal(json(folder).ignoreDropped, true);
      assert.match(
        runUnigap(['scan'], { cwd: folder }).out,
        /\.gitignore leaves out every file and was not followed/,
      );
    });
  });

  it('names files that are left out for a target by their paths', () => {
    inFolder({ 'src/ev_epoll.c': FORK, 'src/ev_kqueue.c': FORK, 'src/ev.c': FORK }, (folder) => {
      const { targets } = json(folder);
      assert.deepEqual(
        targets.map(({ leftOut }) => leftOut),
        [['src/ev_kqueue.c'], ['src/ev_epoll.c']],
      );
      assert.match(runUnigap(['scan', folder]).out, /1 file of another system is left out: src\/ev_epoll.c/);
    });
  });

  it('tells the program before the tools beside it', () => {
    inFolder({ 'dev/tool.c': FORK, 'src/a.c': FORK + FORK, 'src/b.c': FORK }, (folder) => {
      assert.match(
        runUnigap(['scan', folder]).out,
        /^src\/a\.c:1:.*\n(?: .*\n)* +also at src\/a\.c:2.* dev\/tool\.c/m,
      );
    });
  });

  it('takes what the user knows of the build', () => {
    inFolder({ 'a.c': `#if WORKERS > 1\n${FORK}#endif\n` }, (folder) => {
      const verdicts = (...args: string[]) =>
        json(folder, ...args).targets.map(({ verdict }) => verdict.least);
      assert.deepEqual(verdicts(), ['ready', 'ready']);
      assert.deepEqual(verdicts('--define', 'WORKERS=4'), ['redesign', 'redesign']);
      assert.deepEqual(verdicts('--define', 'WORKERS=1'), ['ready', 'ready']);
    });
  });

  it('tells versions and options of a target apart', () => {
    inFolder({ 'a.c': 'int f(void) { return prctl(PR_SET_NAME, "a"); }\n' }, (folder) => {
      const { gaps, targets } = json(folder, '--target', 'osv,osv@0.57,osv+linux-ld');
      assert.deepEqual(
        targets.map(({ target }) => target),
        ['osv', 'osv@0.57', 'osv+linux-ld'],
      );
      assert.equal(gaps.length, 1);
    });
  });

  it('answers by its exit status: no gap, gaps', () => {
    inFolder(
      { 'a.c': 'int f(void) { return getpid(); }\n', 'b.c': 'void f(void) { times(0); }\n' },
      (folder) => {
        assert.equal(runUnigap(['scan', 'a.c'], { cwd: folder }).status, 0);
        assert.equal(runUnigap(['scan', 'b.c'], { cwd: folder }).status, 1);
        assert.equal(runUnigap(['scan', 'b.c', '--min-severity', 'error'], { cwd: folder }).status, 0);
      },
    );
  });
});

describe('cli: explain, targets, names', () => {
  const explained: readonly (readonly [feature: string, parts: RegExp[]])[] = [
    [
      'fork',
      [
        /^function\/fork$/m,
        /fails: returns -1, errno left unchanged/,
        /returns 86, errno ENOTSUP/,
        /read: .*runtime\.cc:\d+/,
        /observed: fork\(\)/,
        /## Recipe/,
      ],
    ],
    ['setuid', [/when argument 1 is not 0: halts the guest/, /otherwise: works/]],
    ['/proc/self/maps', [/^path\/proc\/self\/maps$/m]],
    ['flag/mmap/MAP_FIXED', [/^flag\/mmap\/MAP_FIXED$/m, /errno ENOMEM/]],
    ['SYS_fork', [/^syscall\/fork$/m]],
    [
      'htop',
      [/Instead, inside the guest: Threads by processor time/, /^ +scripts\/top\.py$/m, /read: .*top\.py:3/],
    ],
    ['probe/usdt', [/Instead: nothing does its job\. Probes stay no-ops/]],
    ['function/accept4', [/^Replacements\n {2}Call accept\(\).* \(for Rumprun; safe on Linux\)$/m]],
    ['<sys/epoll.h>', [/^header\/sys\/epoll\.h$/m, /does not compile/]],
  ];
  for (const [feature, parts] of explained) {
    it(`explain ${feature}`, () => {
      const { status, out } = runUnigap(['explain', feature]);
      assert.equal(status, 0);
      for (const part of parts) assert.match(out, part);
    });
  }

  it('explain for one target tells of that target alone', () => {
    const { out } = runUnigap(['explain', 'function/fork', '--target', 'osv@0.57']);
    assert.match(out, /^OSv \(osv@0\.57\)$/m);
    assert.doesNotMatch(out, /^Rumprun/m);
    assert.doesNotMatch(runUnigap(['explain', 'accept4', '--target', 'osv']).out, /Replacements/);
  });

  it('explain for a version says which evidence is of another one', () => {
    const older = runUnigap(['explain', 'function/fork', '--target', 'osv@0.57']).out;
    assert.match(older, /^ +read \(master\): .*runtime\.cc/m);
    const newest = runUnigap(['explain', 'function/fork', '--target', 'osv']).out;
    assert.match(newest, /^ +read: .*runtime\.cc/m);
    const absent = runUnigap(['explain', 'function/splice', '--target', 'osv@0.57']).out;
    assert.match(absent, /^ +absent from: cloudius-systems\/osv@e4854b26/m);
  });

  it('targets: names, versions, options', () => {
    const { out } = runUnigap(['targets']);
    for (const part of ['osv', '0.57', 'linux-ld', 'rumprun']) assert.ok(out.includes(part), part);
  });

  it('names: sorted, one a line, none twice', () => {
    const names = runUnigap(['names']).out.trim().split('\n');
    assert.ok(names.length > 4000);
    assert.deepEqual(names, [...new Set(names)].sort());
    for (const name of ['fork', 'MAP_FIXED', 'SIGHUP', 'SYS_clone']) assert.ok(names.includes(name), name);
  });

  it('the program can be found under a path', () => {
    const { out } = runUnigap(['--version'], { cwd: join(PROJECT_ROOT, '..') });
    assert.match(out, /^unigap \d+\.\d+\.\d+\n$/);
  });
});
