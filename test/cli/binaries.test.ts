import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { archiveOf, elfFile, type TestSymbol } from '../support/elfFile.js';
import { runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const SCHEMA = JSON.parse(readFileSync(join(PROJECT_ROOT, 'cli', 'schema', 'report.schema.json'), 'utf8'));

function imports(...names: string[]): TestSymbol[] {
  return names.map((name) => ({ name, is: 'needed', library: 'libc.so.6', version: 'GLIBC_2.2.5' }));
}

const NEEDED = ['libc.so.6'];
const PROGRAM = elfFile({
  type: 'shared',
  interpreter: '/ld',
  needed: NEEDED,
  symbols: imports('fork', 'read'),
});
const LIBRARY = elfFile({ type: 'shared', needed: NEEDED, symbols: imports('flock') });
const SOURCE = 'int f(void) { return setsid(); }\n';

describe('cli: scan of binaries', () => {
  it('takes a file for what its first bytes say', () => {
    inFolder({ 'build/app': PROGRAM }, (folder) => {
      const { out, err, status } = runUnigap(['scan', 'build/app', '--target', 'osv'], { cwd: folder });
      assert.equal(err, '');
      assert.equal(status, 1);
      assert.match(out, /^1 binary, [\d.]+ kB$/m);
      assert.match(out, /^app: error: import of fork — OSv: fails: returns -1, errno left unchanged$/m);
      assert.match(
        out,
        /^ {2}app: position-independent program for x86-64; imports 2 symbols of the platform; needs libc\.so\.6$/m,
      );
    });
  });

  it('takes an archive and an object file', () => {
    const object = elfFile({ type: 'relocatable', symbols: [{ name: 'fork', is: 'needed' }] });
    inFolder({ 'libapp.a': archiveOf([['app.o', object]]), 'app.o': object }, (folder) => {
      for (const file of ['libapp.a', 'app.o']) {
        const { out } = runUnigap(['scan', file, '--target', 'osv'], { cwd: folder });
        assert.match(out, new RegExp(`^${file}: error: import of fork — OSv: fails`, 'm'));
      }
    });
  });

  it('looks for them in folders on request only, and past .gitignore', () => {
    const files = {
      'main.c': SOURCE,
      '.gitignore': 'build/\n',
      'build/app': PROGRAM,
      'build/lib/app.so': LIBRARY,
    };
    inFolder(files, (folder) => {
      const without = runUnigap(['scan', '--target', 'osv', folder]).out;
      assert.ok(!without.includes('binar'));
      const { out } = runUnigap(['scan', '--binaries', '--target', 'osv', folder]);
      assert.match(out, /^1 file, 0\.0 kB of C and C\+\+; 2 binaries, [\d.]+ kB$/m);
      assert.match(out, /^build\/app: error: import of fork — .*; no use of it in the source$/m);
      assert.match(out, /^build\/lib\/app\.so: error: import of flock — /m);
    });
  });

  it('leaves out what the project leaves out, and follows its suppressions', () => {
    const project = {
      exclude: ['old/'],
      suppressions: [{ feature: 'function/fork', path: 'build/', reason: 'not started' }],
    };
    const files = { 'unigap.json': JSON.stringify(project), 'build/app': PROGRAM, 'old/app': LIBRARY };
    inFolder(files, (folder) => {
      const { out, err } = runUnigap(['scan', '--binaries', '--target', 'osv', '--format', 'json', folder]);
      assert.equal(err, '');
      const document = JSON.parse(out);
      assert.deepEqual(
        document.binaries.map(({ path }: { path: string }) => path),
        ['build/app'],
      );
      assert.deepEqual(document.gaps, []);
      assert.equal(document.suppressed.length, 1);
    });
  });

  it('names several with the paths that they are given by', () => {
    inFolder({ 'src/main.c': SOURCE, 'build/app': PROGRAM }, (folder) => {
      const args = ['scan', 'src', 'build/app', '--target', 'osv', '--format', 'json'];
      const document = JSON.parse(runUnigap(args, { cwd: folder }).out);
      const places = document.gaps.map(({ path, line }: { path: string; line?: number }) => [path, line]);
      assert.deepEqual(places, [
        ['src/main.c', 1],
        ['build/app', undefined],
      ]);
    });
  });

  it('counts them with and without an option of the build', () => {
    inFolder({ 'main.c': `#ifdef WITH_SESSION\n${SOURCE}#endif\n`, app: PROGRAM }, (folder) => {
      const args = ['scan', '.', '--binaries', '--target', 'osv', '--with', 'WITH_SESSION'];
      const { out } = runUnigap(args, { cwd: folder });
      assert.match(out, /^With WITH_SESSION: 1 more gap; OSv stays redesign$/m);
    });
  });

  it('reads a file once that is named twice', () => {
    inFolder({ app: PROGRAM }, (folder) => {
      const args = ['scan', '.', 'app', '--binaries', '--target', 'osv', '--format', 'json'];
      assert.equal(JSON.parse(runUnigap(args, { cwd: folder }).out).binaries.length, 1);
    });
  });

  it('gives JSON that fits its schema, with uses', () => {
    const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
    const check = validate.compile(SCHEMA);
    inFolder(
      { 'main.c': SOURCE, app: PROGRAM, 'lib.a': archiveOf([['a.o', elfFile({ type: 'relocatable' })]]) },
      (folder) => {
        const { out } = runUnigap(['scan', '--binaries', '--uses', '--format', 'json', folder]);
        const document = JSON.parse(out);
        check(document);
        assert.deepEqual(check.errors ?? [], []);
        const ofProgram = document.uses.filter(({ path }: { path: string }) => path === 'app');
        assert.deepEqual(
          ofProgram.map(({ kind, feature }: Record<string, string>) => `${kind} ${feature}`),
          ['binary trait/linux-binary', 'import function/fork', 'import function/read'],
        );
        assert.equal(ofProgram[1].library, 'libc.so.6');
        assert.equal(ofProgram[1].version, 'GLIBC_2.2.5');
        assert.ok(!('line' in ofProgram[1]));
      },
    );
  });

  it('is in the Markdown and the page', () => {
    inFolder({ app: PROGRAM }, (folder) => {
      const markdown = runUnigap(['scan', 'app', '--format', 'markdown'], { cwd: folder }).out;
      assert.match(markdown, /^## Binaries \(1\)$/m);
      assert.match(markdown, /^ {2}`app`$/m, 'a place without a line');
      const html = runUnigap(['scan', 'app', '--format', 'html'], { cwd: folder }).out;
      const { gaps } = JSON.parse(
        /<script type="application\/json" id="unigap-report">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}',
      );
      assert.ok(gaps.some(({ message }: { message: string }) => message.startsWith('import of fork')));
    });
  });

  it('tells what it could not read', () => {
    const core = elfFile({ type: 'core' });
    const cut = elfFile({ type: 'shared', symbols: imports('fork'), hasSections: false });
    const files = { app: PROGRAM, core, 'cut.so': cut.subarray(0, cut.length - 48), 'outer/keep': 'x' };
    inFolder(files, (folder) => {
      inFolder({ 'far.so': LIBRARY }, (elsewhere) => {
        symlinkSync(join(elsewhere, 'far.so'), join(folder, 'far.so'));
        symlinkSync('app', join(folder, 'app.link'));
        const { out } = runUnigap(['scan', '--binaries', folder]);
        assert.match(out, /^Skipped \(2\)$/m);
        assert.match(out, /^ {2}core: a memory image \(core dump\), no program$/m);
        assert.match(out, /^ {2}far\.so: symbolic link to a binary out of the folder$/m);
        assert.match(out, /^Read in part \(1\)$/m);
        assert.match(out, /^ {2}cut\.so: it refers to bytes beyond its end; cut off\?$/m);
      });
    });
  });

  it('ends with status 2 where all is of the C library', () => {
    inFolder({ 'libc.so.6': LIBRARY }, (folder) => {
      const { status, err } = runUnigap(['scan', 'libc.so.6'], { cwd: folder });
      assert.equal(status, 2);
      assert.match(err, /what is in libc\.so\.6 is of the C library of Linux, not of a program/);
    });
  });

  it('ends with status 2 where there is nothing', () => {
    inFolder({ core: elfFile({ type: 'core' }), 'empty/readme': 'x' }, (folder) => {
      const named = runUnigap(['scan', join(folder, 'core')]);
      assert.equal(named.status, 2);
      assert.match(named.err, /could be scanned; 1 skipped \(core: a memory image/);
      const searched = runUnigap(['scan', '--binaries', join(folder, 'empty')]);
      assert.equal(searched.status, 2);
      assert.match(searched.err, /no C or C\+\+ source and no binary was found/);
    });
  });
});
