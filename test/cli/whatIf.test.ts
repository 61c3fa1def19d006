import assert from 'node:assert/strict';
import { runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const FILES = { 'a.c': 'int f(void) {\n#ifdef USE_X\n  fork();\n#endif\n  return getppid();\n}\n' };

describe('cli: options of the build', () => {
  it('tells what they would add, and how to look at it', () => {
    inFolder(FILES, (folder) => {
      const { out } = runUnigap(['scan', folder]);
      assert.match(out, /^Options of the build \(1\)\n {2}with USE_X: 1 more gap, a blocker; OSv: redesign/m);
      assert.match(out, /--with NAME and --without NAME/);
    });
  });

  it('--with and --without say what changes', () => {
    inFolder(FILES, (folder) => {
      const on = runUnigap(['scan', folder, '--with', 'USE_X']).out.split('\n');
      assert.equal(
        on[2],
        'With USE_X: 1 more gap; OSv: redesign instead of configure to redesign; Rumprun: redesign instead of ready to redesign',
      );
      const off = runUnigap(['scan', folder, '--without', 'USE_X', '--target', 'osv']).out.split('\n');
      assert.equal(off[2], 'Without USE_X: no other gaps; OSv: configure instead of configure to redesign');
      assert.ok(!off.some((line) => line.startsWith('Options of the build')));
    });
  });

  it('Markdown, HTML and JSON say it, too', () => {
    inFolder(FILES, (folder) => {
      const scan = (format: string): string =>
        runUnigap(['scan', folder, '--format', format, '--with', 'USE_X', '--target', 'osv']).out;
      assert.match(scan('markdown'), /^With USE\\_X: 1 more gap; OSv: redesign instead of/m);
      assert.match(scan('html'), /"whatIf":\{"settings":\[\{"option":"USE_X","setting":"on"\}\]/);
      assert.deepEqual(JSON.parse(scan('json')).whatIf.targets, [
        {
          target: 'osv',
          name: 'OSv',
          before: { least: 'configure', most: 'redesign' },
          after: { least: 'redesign', most: 'redesign' },
        },
      ]);
    });
  });

  it('refuses what is no macro, and what is on and off', () => {
    for (const [args, message] of [
      [['--with', 'A-B'], '"A-B" is not a macro'],
      [['--without', 'A=1'], '"A=1" is not a macro'],
      [['--with', 'A', '--without', 'A'], 'A is given both --with and --without'],
    ] as const) {
      const { status, err } = runUnigap(['scan', '.', ...args]);
      assert.equal(status, 2);
      assert.ok(err.includes(message), err);
    }
  });
});
