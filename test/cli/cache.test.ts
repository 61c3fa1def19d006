import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROGRAM, runUnigap } from '../support/runUnigap.js';
import { inFolder, whileInFolder } from '../support/temporaryFolder.js';

const FORK = 'int f(void) { return fork(); }\n';
const VFORK = 'int f(void) { return vfork(); }\n';
const SOURCE = {
  'src/a.h': '#define spawn fork\n#ifdef USE_B\n#define DEPTH 4\n#endif\n',
  'src/a.c': '#include "a.h"\nint f(void) { return spawn() + open("/proc/self/maps", 0); }\n',
  'src/b.c': `#if DEPTH\n${FORK}#endif // unigap-ignore-line function/x\n`,
  'src/c.c': '/* not closed',
  'src/d.c': '\0',
};
/** Long before any scan. */
const PAST = new Date('2020-01-01');

/** Hands the test a folder with `src`, made long ago as far as that can be, and `cache`. */
function inProgram(test: (folder: string) => void): void {
  inFolder(SOURCE, (folder) => {
    for (const path of Object.keys(SOURCE)) utimesSync(join(folder, path), PAST, PAST);
    test(folder);
  });
}

function scan(folder: string, ...args: string[]): string {
  const { out, err, status } = runUnigap(
    ['scan', 'src', '--cache-dir', 'cache', '--format', 'json', ...args],
    { cwd: folder },
  );
  assert.equal(err, '');
  assert.equal(status, 1);
  return out;
}

/** The report without any help of a cache. */
function coldScan(folder: string, ...args: string[]): string {
  return runUnigap(['scan', 'src', '--no-cache', '--format', 'json', ...args], { cwd: folder }).out;
}

function cacheFiles(folder: string): string[] {
  return readdirSync(join(folder, 'cache'))
    .sort()
    .map((name) => join(folder, 'cache', name));
}

/** Waits until files of now are no longer so young that the next change of them could not be told. */
function age(folder: string): void {
  scan(folder);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2200);
  scan(folder);
}

describe('cli: what a scan leaves for the next one', () => {
  it('changes no report, in any format and for any targets', () => {
    inProgram((folder) => {
      for (const args of [
        [],
        ['--uses'],
        ['--target', 'osv'],
        ['--target', 'osv+linux-ld'],
        ['--min-severity', 'error'],
        ['--define', 'USE_B'],
        ['--with', 'USE_B'],
        ['--format', 'text'],
        ['--format', 'markdown'],
      ]) {
        const cold = coldScan(folder, ...args);
        assert.equal(scan(folder, ...args), cold, `first: ${args}`);
        assert.equal(scan(folder, ...args), cold, `second: ${args}`);
      }
    });
  });

  it('is taken up: nothing is written where nothing changed', () => {
    inProgram((folder) => {
      age(folder);
      const before = cacheFiles(folder).map((path) => statSync(path).ino);
      assert.equal(before.length, 3);
      scan(folder);
      assert.deepEqual(
        cacheFiles(folder).map((path) => statSync(path).ino),
        before,
      );
    });
  });

  it('is told again only as long as all that it hangs on is the same', () => {
    inProgram((folder) => {
      age(folder);
      const before = scan(folder);
      assert.equal(before, coldScan(folder));
      const changes: readonly (readonly [path: string, text: string])[] = [
        ['src/configure.ac', 'AC_CHECK_FUNC([fork], [AC_DEFINE([DEPTH])])\n'],
        ['src/config.h', '#define DEPTH 1\n'],
        ['src/build/CMakeCache.txt', 'DEPTH:BOOL=ON\n'],
        ['src/.gitignore', 'b.c\n'],
        ['src/unigap.json', '{"severities": [{"feature": "function/fork", "severity": "information"}]}'],
        ['src/more.c', FORK],
        [
          'compile_commands.json',
          JSON.stringify([{ directory: join(folder, 'src'), file: 'more.c', command: 'cc -c more.c' }]),
        ],
      ];
      for (const [path, text] of changes) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
        assert.equal(scan(folder), coldScan(folder), path);
        // What is told again is of a time that is over.
        if (/configure|Cache|commands/.test(path)) age(folder);
        assert.equal(scan(folder), coldScan(folder), `${path}, again`);
      }
      for (const [path] of changes.toReversed()) {
        rmSync(join(folder, path));
        assert.equal(scan(folder), coldScan(folder), `without ${path}`);
      }
      assert.equal(scan(folder), before);
    });
  }).timeout(60_000);

  it('is not read where it is told again', () => {
    inProgram((folder) => {
      age(folder);
      const [told] = cacheFiles(folder).filter((path) => path.endsWith('.told'));
      const { ino } = statSync(told);
      const cold = coldScan(folder);
      assert.equal(scan(folder), cold);
      assert.equal(statSync(told).ino, ino);
      // Whatever it says is told: nothing else is asked.
      const bytes = readFileSync(told);
      writeFileSync(told, bytes.subarray(0, bytes.length - 3));
      assert.equal(scan(folder), cold);
    });
  });

  it('is taken up where only times changed', () => {
    inProgram((folder) => {
      age(folder);
      utimesSync(join(folder, 'src/a.c'), new Date(), new Date());
      assert.equal(scan(folder), coldScan(folder));
    });
  });

  it('is not taken for a file that changed with equal length and times', () => {
    inProgram((folder) => {
      age(folder);
      const path = join(folder, 'src/a.c');
      writeFileSync(path, readFileSync(path, 'utf8').replace('self', 'tree'));
      utimesSync(path, PAST, PAST);
      assert.match(scan(folder), /\/proc\/tree\/maps/);
    });
  });

  it('is not taken for a file that changed right behind the scan', () => {
    inProgram((folder) => {
      for (const word of ['vfork', 'pause', 'vfork']) {
        writeFileSync(join(folder, 'src/new.c'), `int f(void) { return ${word}(); }\n`);
        assert.ok(scan(folder, '--uses').includes(`"name":"${word}"`), word);
      }
    });
  });

  it('follows files that come and go', () => {
    inProgram((folder) => {
      scan(folder);
      writeFileSync(join(folder, 'src/z.h'), '#define DEPTH 0\n#define spawn vfork\n');
      assert.equal(scan(folder), coldScan(folder));
      writeFileSync(join(folder, 'src/z.h'), '');
      writeFileSync(join(folder, 'src/a.h'), VFORK);
      assert.equal(scan(folder), coldScan(folder));
    });
  });

  for (const [what, damage] of [
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one byte', (bytes: Buffer) => withByte(bytes, bytes.length - 40)],
    ['of another version', (bytes: Buffer) => withByte(bytes, 20)],
    ['of somebody else', () => Buffer.from('#!/bin/sh\nexit 1\n')],
  ] as const) {
    it(`is not taken if it is ${what}`, () => {
      inProgram((folder) => {
        const cold = scan(folder);
        for (const path of cacheFiles(folder)) writeFileSync(path, damage(readFileSync(path)));
        assert.equal(scan(folder), cold);
        assert.equal(scan(folder), cold);
      });
    });
  }

  it('may be written and read by several scans at once', () =>
    whileInFolder(SOURCE, async (folder) => {
      const expected = coldScan(folder);
      for (let round = 0; round < 3; round++) {
        const all = await Promise.all(Array.from({ length: 4 }, () => startedScan(folder).out));
        for (const out of all) assert.equal(out, expected);
      }
      assert.deepEqual(
        cacheFiles(folder).filter((path) => path.endsWith('.part')),
        [],
      );
    }));

  it('outlives scans that are killed', () =>
    whileInFolder(SOURCE, async (folder) => {
      const expected = coldScan(folder);
      for (let wait = 20; wait <= 320; wait += 60) {
        const { child, out } = startedScan(folder);
        setTimeout(() => child.kill('SIGKILL'), wait);
        await out;
        assert.equal(scan(folder), expected, `after ${wait} ms`);
      }
    }));

  it('is kept small: what nobody has used for long goes, and what killed scans have left', () => {
    inProgram((folder) => {
      mkdirSync(join(folder, 'cache'));
      for (const name of ['old.facts', 'old.facts.1.part', 'other.txt']) {
        writeFileSync(join(folder, 'cache', name), '');
        utimesSync(join(folder, 'cache', name), PAST, PAST);
      }
      scan(folder);
      const names = readdirSync(join(folder, 'cache'));
      assert.ok(!names.some((name) => name.startsWith('old')), names.join());
      assert.ok(names.includes('other.txt'));
    });
  });

  it('is not to be had with --no-cache, and never lies in the scanned folder', () => {
    inProgram((folder) => {
      const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'home'), HOME: join(folder, 'home') };
      runUnigap(['scan', 'src', '--no-cache'], { cwd: folder, env });
      assert.deepEqual(readdirSync(folder), ['src']);
      scan(folder);
      assert.deepEqual(readdirSync(folder).sort(), ['cache', 'src']);
      assert.deepEqual(readdirSync(join(folder, 'src')).sort(), ['a.c', 'a.h', 'b.c', 'c.c', 'd.c']);
    });
  });

  it('that cannot be written is told of if it was asked for', () => {
    inFolder({ 'a.c': FORK, file: '' }, (folder) => {
      const run = runUnigap(['scan', '.', '--cache-dir', 'file'], { cwd: folder });
      assert.equal(run.status, 1);
      assert.match(
        run.err,
        /^unigap: nothing was kept for the next scan: .*file cannot be written \(\w+\)\.\n$/,
      );
      assert.match(run.out, /fork\(\)/);
    });
  });

  it('that cannot be written is no matter if nobody asked for it', () => {
    inFolder({ 'a.c': FORK, file: '' }, (folder) => {
      const home = join(folder, 'file');
      const env = { ...process.env, XDG_CACHE_HOME: home, HOME: home, LOCALAPPDATA: home };
      const run = runUnigap(['scan', '.'], { cwd: folder, env }, 'with the default cache');
      assert.equal(run.status, 1);
      assert.equal(run.err, '');
    });
  });

  it('--cache-dir and --no-cache exclude each other', () => {
    const run = runUnigap(['scan', '--cache-dir', 'x', '--no-cache']);
    assert.equal(run.status, 2);
    assert.equal(run.err, 'unigap: --cache-dir and --no-cache exclude each other.\n');
  });
});

function withByte(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] ^= 1;
  return changed;
}

function startedScan(folder: string) {
  const child = spawn(
    process.execPath,
    [PROGRAM, 'scan', 'src', '--cache-dir', 'cache', '--format', 'json'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  return { child, out: once(child, 'close').then(() => text) };
}
