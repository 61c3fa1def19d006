import assert from 'node:assert/strict';
import { runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const FILES = {
  'configure.ac': 'AC_INIT\nAC_CHECK_FUNCS([eventfd])\n',
  'src/a.h': '#ifdef USE_WORKERS\n#define spawn() fork()\n#endif\n',
  'src/a.c':
    '#include "a.h"\n#ifdef HAVE_EVENTFD\nint f(void) { return eventfd(0, 0); }\n#endif\nint g(void) { return spawn(); }\n',
};

describe('cli: why', () => {
  it('tells for each target whether a line is compiled, and where that is known from', () =>
    inFolder(FILES, (folder) => {
      const { out, err, status } = runUnigap(['why', 'src/a.c:3'], { cwd: folder });
      assert.deepEqual([err, status], ['', 0]);
      assert.equal(
        out,
        'src/a.c:3\n' +
          'OSv: compiled\n' +
          '  `#ifdef HAVE_EVENTFD` holds: configure.ac:2 asks for eventfd(), which builds for OSv find.\n' +
          'Rumprun: not compiled\n' +
          '  `#ifdef HAVE_EVENTFD` does not hold: configure.ac:2 asks for eventfd(), which builds for Rumprun do not find.\n',
      );
    }));

  it('tells of macros that lead to a function, too', () =>
    inFolder(FILES, (folder) => {
      const { out } = runUnigap(['why', 'src/a.c:5', '--target', 'osv'], { cwd: folder });
      assert.equal(
        out,
        'src/a.c:5\nOSv: compiled, under no condition\n\n' +
          'fork() through spawn\nOSv: compiled or not\n' +
          '  Where the macro is defined, `#ifdef USE_WORKERS` is undecided: nothing tells whether USE_WORKERS is defined.\n',
      );
    }));

  it('takes a file as reports of the folder tell it', () =>
    inFolder(FILES, (folder) => {
      const { out } = runUnigap(['why', 'src/a.c:5', folder, '--target', 'osv']);
      assert.match(out, /^src\/a\.c:5\nOSv: compiled/);
    }));

  it('takes what the user knows, and the folder of the program', () =>
    inFolder(FILES, (folder) => {
      const { out } = runUnigap([
        'why',
        `${folder}/src/a.c:5`,
        folder,
        '--target',
        'osv',
        '--define',
        'USE_WORKERS',
      ]);
      assert.match(out, /OSv: compiled\n.*`#ifdef USE_WORKERS` holds: your settings define USE_WORKERS\.\n/);
    }));

  const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['why'], /why takes a place/],
    [['why', 'src/a.c'], /why takes a place/],
    [['why', 'src/a.c:0'], /why takes a place/],
    [['why', 'src/none.c:1'], /src\/none\.c does not exist/],
    [['why', 'configure.ac:1'], /configure\.ac is no C or C\+\+ source/],
    [['why', 'src/a.c:1', 'none'], /none does not exist/],
    [['why', '/etc/hosts:1'], /is not in \./],
    [['why', 'src/a.c:1', '--target', 'mars'], /mars/],
  ];
  for (const [args, message] of wrong) {
    it(`says what is wrong with ${args.join(' ')}`, () =>
      inFolder(FILES, (folder) => {
        const { out, err, status } = runUnigap(args, { cwd: folder });
        assert.deepEqual([out, status], ['', 2]);
        assert.match(err, message);
      }));
  }

  it('answers for a line behind the end as for the last one', () =>
    inFolder(FILES, (folder) => {
      const { out, status } = runUnigap(['why', 'src/a.c:999', '--target', 'osv'], { cwd: folder });
      assert.deepEqual([out, status], ['src/a.c:999\nOSv: compiled, under no condition\n', 0]);
    }));
});
