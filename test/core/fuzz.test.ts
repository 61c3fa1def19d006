import assert from 'node:assert/strict';
import type { ScanResult } from '#core/scan/scanWorkspace.js';
import { fixtureSources, operationsFixturePaths, sourceFixturePaths } from '../support/fixtureSources.js';
import { MemoryWorkspace } from '../support/memoryWorkspace.js';
import { problemOfPlace } from '../support/placeOfUse.js';
import { Random } from '../support/random.js';
import { scanMemory } from '../support/scan.js';

/** Pieces that change how what follows is read. */
const TOKENS = [
  ...[
    '"',
    "'",
    '/*',
    '*/',
    '//',
    '\\\n',
    '\\\r\n',
    '\n',
    '\r\n',
    '#',
    '#if 0\n',
    '\n#if X\n',
    '\n#else\n',
    '\n#endif\n',
  ],
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ';',
    ',',
    '::',
    '->',
    '.',
    '&',
    '*',
    '=',
    'R"(',
    ')"',
    '<%',
    '%:',
    '\x00',
    '\xff',
  ],
  ...[
    '\xf0\x9f\x98\x80',
    '\xef\xbb\xbf',
    'fork',
    'kill(',
    'struct ',
    'enum {',
    'static int ',
    'return ',
    'namespace x {',
  ],
  ...[
    '\n#define spawn fork\n',
    '\n#define fork() fork()\n',
    'spawn()',
    'syscall(SYS_fork)',
    'mmap(MAP_FIXED',
    '"/proc/',
  ],
  ...['\n#include "', 'system("ps|', 'defined(', '((((((((', '}}}}}}}}'],
];

describe('core: any text', () => {
  it('is survived where fixtures are damaged', async () => {
    const fixtures = sourceFixturePaths().map(fixtureSources);
    let uses = 0;
    for (let seed = 1; seed <= 500; seed++) {
      const random = new Random(seed);
      const files = Object.entries(random.pick(fixtures));
      const damaged = files.map(([path, bytes]): [string, Uint8Array] => [path, damage(bytes, random)]);
      uses += await check(Object.fromEntries(damaged), `seed ${seed}`);
    }
    assert.ok(uses > 2000, `only ${uses} uses were found`);
  });

  it('is survived where it is bytes at random', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = new Random(seed);
      const soup = Uint8Array.from({ length: random.below(400) }, () => 1 + random.below(255));
      await check({ 'soup.c': soup, 'soup.cpp': soup, 'soup.h': soup, 'soup.xs': soup }, `seed ${seed}`);
    }
  });

  it('is survived where operations files are damaged', async () => {
    const fixtures = operationsFixturePaths().map(fixtureSources);
    let uses = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const random = new Random(seed);
      const files = Object.entries(random.pick(fixtures));
      const damaged = files.map(([path, bytes]): [string, Uint8Array] => [path, damage(bytes, random)]);
      uses += await found(Object.fromEntries(damaged), `seed ${seed}`);
    }
    assert.ok(uses > 600, `only ${uses} uses were found`);
  });

  it('is survived where operations files are bytes at random', async () => {
    const names =
      'a.sh Makefile Dockerfile a.yaml a.service supervisord.conf a.cron.d a.logrotate a.d a.bt a.gdb a.md script'.split(
        ' ',
      );
    for (let seed = 1; seed <= 60; seed++) {
      const random = new Random(seed);
      const soup = Uint8Array.from({ length: random.below(400) }, () => 1 + random.below(255));
      // Something has to be looked for, or nothing is taken apart.
      const text = Buffer.concat([Buffer.from('ps containers:\n'), soup]);
      await found(Object.fromEntries(names.map((name) => [name, new Uint8Array(text)])), `seed ${seed}`);
    }
  });

  it('is survived where it is tokens at random', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = new Random(seed);
      const text = Array.from({ length: random.below(60) }, () => random.pick(TOKENS)).join(
        random.pick(['', ' ']),
      );
      const soup = new Uint8Array(Buffer.from(text, 'latin1'));
      await check({ 'soup.c': soup, 'soup.cc': soup, 'soup.h': soup }, `seed ${seed}`);
    }
  });
});

/** Scans files of any kind: every use is where it says. Returns the number of uses. */
async function found(files: Record<string, Uint8Array>, what: string): Promise<number> {
  const { uses } = await scanMemory(new MemoryWorkspace(files));
  for (const use of uses) {
    const problem = problemOfPlace(use, files[use.path]);
    assert.equal(problem, undefined, `${what}: ${Buffer.from(files[use.path]).toString('latin1')}`);
  }
  return uses.length;
}

/** Scans twice: the answers are the same, and every use is where it says. Returns the number of uses. */
async function check(files: Record<string, Uint8Array>, what: string): Promise<number> {
  const scan = await scanMemory(new MemoryWorkspace(files));
  for (const use of scan.uses) {
    const problem = problemOfPlace(use, files[use.path]);
    assert.equal(problem, undefined, `${what}: ${Buffer.from(files[use.path]).toString('latin1')}`);
  }
  const { filesScanned, buildFilesScanned, skipped } = scan;
  assert.equal(filesScanned + buildFilesScanned + skipped.length, Object.keys(files).length, what);
  const again = await scanMemory(new MemoryWorkspace(files));
  assert.deepEqual(summary(again), summary(scan), what);
  return scan.uses.length;
}

function summary(scan: ScanResult): unknown {
  return {
    uses: scan.uses,
    counted: [...scan.counted].sort(),
    problems: scan.problems,
    skipped: scan.skipped,
  };
}

function damage(bytes: Uint8Array, random: Random): Uint8Array {
  let text = Buffer.from(bytes).toString('latin1');
  for (let edits = 1 + random.below(5); edits > 0; edits--) {
    const from = random.below(text.length + 1);
    const to = Math.min(text.length, from + 1 + random.below(random.pick([1, 8, 40])));
    const [head, piece, tail] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
    const edit = random.below(5);
    if (edit === 0) text = head + tail;
    else if (edit === 1) text = head + piece + piece + tail;
    else if (edit === 2) text = head + random.pick(TOKENS) + piece + tail;
    else if (edit === 3) text = head + tail.slice(0, piece.length) + piece + tail.slice(piece.length);
    else text = head + String.fromCharCode(random.below(256)) + piece.slice(1) + tail;
  }
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
