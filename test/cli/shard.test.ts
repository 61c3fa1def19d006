import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const PROGRAM = {
  'a/unigap.json': '{ "exclude": ["gen/"], "severities": { "function/fork": "warning" }, "x": 1 }',
  'a/a.h': '#define spawn fork\n#ifdef USE_B\n#define DEPTH 4\n#define OTHER 5\n#endif\n',
  'a/regs.h': '#define DEPTH 1\n#define REG 2\n',
  'a/a.c': '#include "a.h"\nint f(void) { return spawn() + open("/proc/self/maps", 0); }\n',
  'a/gen/g.c': 'int f(void) { return fork(); }\n',
  'a/big.c': `${'/* nothing */\n'.repeat(200)}int g(void) { return vfork(); }\n`,
  'b/b.c': '#if DEPTH > 2\nint h(void) { return fork(); }\n#endif // unigap-ignore-line function/x\n',
  'b/c.c': 'int k(void) { return kill(1, SIGTERM); } /* not closed',
  'b/d.c': '\0',
};
const FORMATS = [
  ['--format', 'text'],
  ['--format', 'markdown'],
  ['--format', 'json'],
  ['--format', 'json', '--define', 'DEPTH=3', '--with', 'USE_B'],
  ['--format', 'text', '--min-severity', 'error', '--target', 'osv@0.57'],
];

function shards(folder: string, of: number, ...args: string[]): string[] {
  return Array.from({ length: of }, (_, i) => {
    const file = `${i + 1}.shard`;
    const share = ['--shard', `${i + 1}/${of}`, '--output-shard', file];
    const run = runUnigap(['scan', ...args, ...share], { cwd: folder });
    assert.equal(run.status, 0, run.err);
    assert.equal(run.out, '');
    return file;
  });
}

function merge(folder: string, files: readonly string[], ...args: string[]): Outcome {
  return runUnigap(['merge', ...files, ...args], { cwd: folder });
}

describe('cli: shards', () => {
  for (const [paths, of] of [
    [['a', 'b'], 3],
    [['a', 'b'], 1],
    [['a'], 7],
    [['b'], 2],
  ] as const) {
    it(`${of} of ${paths.join(' and ')} make the report of one scan`, () => {
      inFolder(PROGRAM, (folder) => {
        const whole = FORMATS.map((args) => runUnigap(['scan', ...paths, ...args], { cwd: folder }));
        const files = shards(folder, of, ...paths);
        // Sources are not needed any more.
        for (const path of ['a', 'b']) rmSync(join(folder, path), { recursive: true });
        FORMATS.forEach((args, i) => {
          const merged = merge(folder, files.toReversed(), ...args);
          assert.equal(merged.out, whole[i].out, args.join(' '));
          assert.equal(merged.err, whole[i].err);
          assert.equal(merged.status, whole[i].status);
        });
      });
    });
  }

  it('hold all uses if they are asked for', () => {
    inFolder(PROGRAM, (folder) => {
      const args = ['--format', 'json', '--uses'];
      const whole = runUnigap(['scan', 'a', 'b', ...args], { cwd: folder });
      const files = shards(folder, 2, 'a', 'b', ...args);
      assert.equal(merge(folder, files, ...args).out, whole.out);
      assertProblem(merge(folder, files), /--uses and targets with options have to be given to scan --shard/);
    });
  });

  it('make SARIF and are compared with a baseline where the sources lie', () => {
    inFolder(PROGRAM, (folder) => {
      const files = shards(folder, 2, 'a', 'b');
      const run = (...args: string[]): Outcome => runUnigap(['scan', 'a', 'b', ...args], { cwd: folder });
      assert.equal(merge(folder, files, '--format', 'sarif').out, run('--format', 'sarif').out);
      assert.equal(run('--baseline', 'x.json', '--update-baseline').status, 0);
      assert.equal(merge(folder, files, '--baseline', 'y.json', '--update-baseline').status, 0);
      assert.deepEqual(readFileSync(join(folder, 'x.json')), readFileSync(join(folder, 'y.json')));
      assert.equal(merge(folder, files, '--baseline', 'x.json').out, run('--baseline', 'x.json').out);
      writeFileSync(join(folder, 'a/a.c'), '');
      assertProblem(
        merge(folder, files, '--format', 'sarif'),
        /^unigap: baselines and SARIF tell gaps by their lines: merge where the sources lie as they were scanned\.$/m,
      );
    });
  });

  it('of the same sources are the same, whenever they are made', () => {
    inFolder(PROGRAM, (folder) => {
      const [first, second] = shards(folder, 2, 'a', 'b');
      const [again] = shards(folder, 2, 'a', 'b');
      assert.equal(merge(folder, [first, second]).out, merge(folder, [again, second]).out);
    });
  });

  it('that are missing, twice there or of another scan are refused', () => {
    inFolder(PROGRAM, (folder) => {
      const [first, second] = shards(folder, 3, 'a', 'b');
      assertProblem(merge(folder, [first, second]), /^unigap: shard 3\/3 is missing\.$/m);
      assertProblem(merge(folder, [first]), /^unigap: shards 2\/3, 3\/3 are missing\.$/m);
      assertProblem(merge(folder, [first, first]), /^unigap: 1\.shard and 1\.shard are both shard 1\/3\.$/m);
      const share = ['--shard', '3/3', '--output-shard', 'other.shard'];
      const other = (...args: string[]): Outcome => {
        assert.equal(runUnigap(['scan', ...args, ...share], { cwd: folder }).status, 0);
        return merge(folder, [first, second, 'other.shard']);
      };
      assertProblem(other('a'), /other paths were scanned/);
      assertProblem(other('a', 'b', '--no-config'), /unigap\.json is not the same/);
      assertProblem(other('a', 'b', '--uses', '--format', 'json'), /--uses or the options of targets/);
      writeFileSync(join(folder, 'a/a.h'), PROGRAM['a/a.h'].replace('fork', 'kill'));
      assertProblem(other('a', 'b'), /the headers are not the same/);
      writeFileSync(join(folder, 'a/new.c'), '');
      assertProblem(other('a', 'b'), /the files or their sizes are not the same/);
    });
  });

  it('that are none, or damaged, are refused', () => {
    inFolder({ ...PROGRAM, 'text.shard': 'unigap shard', 'empty.shard': '' }, (folder) => {
      const [file] = shards(folder, 1, 'a');
      for (const name of ['text.shard', 'empty.shard'])
        assertProblem(merge(folder, [name]), /is no shard, or one of another version of unigap/);
      assertProblem(merge(folder, ['none.shard']), /^unigap: none\.shard cannot be read\.$/m);
      const cut = join(folder, file);
      rmSync(cut);
      shards(folder, 1, 'a');
      writeFileSync(cut, withoutEnd(cut));
      assertProblem(merge(folder, [file]), /^unigap: 1\.shard is damaged; write it anew\.$/m);
    });
  });

  for (const [args, problem] of [
    [['--shard', '1/2'], '--shard needs --output-shard FILE.'],
    [['--output-shard', 'x'], '--output-shard needs --shard I/N.'],
    [
      ['--shard', '3/2', '--output-shard', 'x'],
      '"3/2" is no share: write I/N, I from 1 to N, N up to 10,000.',
    ],
    [
      ['--shard', '0/2', '--output-shard', 'x'],
      '"0/2" is no share: write I/N, I from 1 to N, N up to 10,000.',
    ],
    [['--shard', 'a', '--output-shard', 'x'], '"a" is no share: write I/N, I from 1 to N, N up to 10,000.'],
    [['--shard', '1/1', '--output-shard', 'no/x/y'], 'no/x/y cannot be written (ENOTDIR).'],
    [
      ['--shard', '1/1', '--output-shard', 'x', '--since', 'HEAD'],
      '--since is for a scan of its own, not for a shard.',
    ],
  ] as const) {
    it(`scan ${args.join(' ')}: ${problem}`, () => {
      inFolder({ ...PROGRAM, no: '' }, (folder) => {
        const run = runUnigap(['scan', 'a', ...args], { cwd: folder });
        assertProblem(run, /./);
        assert.ok(run.err.endsWith(`unigap: ${problem}\n`), run.err);
      });
    });
  }

  it('merge without a file says what it takes', () => {
    const run = runUnigap(['merge']);
    assertProblem(run, /^unigap: merge takes the files that scan --shard has written\.$/m);
  });
});

function assertProblem({ status, out, err }: Outcome, text: RegExp): void {
  assert.match(err, text);
  assert.equal(out, '');
  assert.equal(status, 2);
}

function withoutEnd(path: string): Buffer {
  return readFileSync(path).subarray(0, -9);
}
