import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, ftruncateSync, openSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { NodeWorkspace } from '#cli/nodeWorkspace.js';
import { type Outcome, runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const FORK = 'int f(void) { return fork(); }\n';

/** Neither a crash nor a hang, whatever the input. */
function assertSound({ status, signal, err }: Outcome): void {
  assert.equal(signal, null);
  assert.ok(status === 0 || status === 1 || status === 2, `status ${status}`);
  assert.doesNotMatch(err, /defect of unigap|\n {4}at /);
}

function scanOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  more?: (folder: string) => void,
): Outcome {
  let outcome: Outcome | undefined;
  inFolder(files, (folder) => {
    more?.(folder);
    outcome = runUnigap(['scan', '.'], { cwd: folder });
  });
  assertSound(outcome as Outcome);
  return outcome as Outcome;
}

describe('cli: files that are no source', () => {
  const skipped: readonly (readonly [what: string, content: Uint8Array, reason: RegExp])[] = [
    ['a binary file', Uint8Array.of(105, 110, 116, 0, 0, 1, 2, 3), /x\.c: .*binary/i],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 105, 0, 110, 0), /x\.c: .*UTF-16/],
    ['NUL bytes in text', new TextEncoder().encode('int a;\0\0int b;\n'), /x\.c: .*binary/i],
  ];
  for (const [what, content, reason] of skipped) {
    it(`${what}: named, and the rest is scanned`, () => {
      const { status, out } = scanOf({ 'x.c': content, 'good.c': FORK });
      assert.equal(status, 1);
      assert.match(out, /Skipped \(1\)/);
      assert.match(out, reason);
      assert.match(out, /good\.c:1:22: error: fork\(\)/);
    });
  }

  it('only such a file: says so, and does not look clean', () => {
    const { status, out, err } = scanOf({ 'x.c': Uint8Array.of(0, 1, 2) });
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /nothing in \. could be scanned; 1 skipped \(x\.c: /);
  });

  it('100 MB: named', () => {
    const { out } = scanOf({ 'good.c': FORK }, (folder) => {
      const file = openSync(join(folder, 'huge.c'), 'w');
      ftruncateSync(file, 100 * 1024 * 1024);
      closeSync(file);
    });
    assert.match(out, /huge\.c: 100 MB; files over 64 MB are not read/);
    assert.match(out, /good\.c:1:22/);
  });

  it('a pipe and links: named, not waited for', () => {
    const { out } = scanOf({ 'good.c': FORK }, (folder) => {
      execFileSync('mkfifo', [join(folder, 'pipe.c')]);
      symlinkSync('good.c', join(folder, 'link.c'));
      symlinkSync('..', join(folder, 'up'));
      symlinkSync('self', join(folder, 'self'));
    });
    assert.match(out, /pipe\.c: not a regular file/);
    assert.match(out, /link\.c: symbolic link/);
    assert.match(out, /^1 file,/m);
  });

  it('a file and a folder without permission: named', function () {
    let outcome: Outcome | undefined;
    inFolder({ 'good.c': FORK, 'secret.c': FORK, 'closed/a.c': FORK }, (folder) => {
      const asOther = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      chmodSync(folder, 0o755);
      chmodSync(join(folder, 'secret.c'), 0o000);
      chmodSync(join(folder, 'closed'), 0o000);
      outcome = runUnigap(['scan', '.'], { cwd: folder, ...asOther });
      chmodSync(join(folder, 'closed'), 0o755);
    });
    const { out, err, status } = outcome as Outcome;
    // The other user may not be allowed to read this program itself.
    if (status === null || /EACCES|Cannot find module/.test(err)) this.skip();
    assert.match(out, /secret\.c: no permission to read it/);
    assert.match(out, /closed\/: folder cannot be read \(EACCES\)/);
    assert.match(out, /good\.c:1:22/);
  });

  it('a file that goes between listing and reading: named', () => {
    inFolder({ 'a.c': FORK }, (folder) => {
      const workspace = new NodeWorkspace(folder, true, undefined, []);
      const [file] = workspace.walkResult.files;
      unlinkSync(join(folder, 'a.c'));
      assert.deepEqual(workspace.read(file), { problem: 'deleted during the scan' });
    });
  });
});

describe('cli: source that is broken', () => {
  const found = /a\.c:1:22: error: fork\(\)/;
  const texts: readonly (readonly [what: string, text: string, part: RegExp | undefined])[] = [
    [
      'a comment that does not end',
      `${FORK}/* no end\n${FORK}`,
      /Read in part \(1\)\n {2}a\.c: line \d+: a comment/,
    ],
    ['a string that does not end', `${FORK}char *s = "no end\n${FORK}`, undefined],
    ['a line of 1 MB', `${FORK}int a[] = { ${'1, '.repeat(350_000)} };\n`, undefined],
    ['a line of 1 MB of calls', `${FORK}int g(void) { ${'fork();'.repeat(150_000)} }\n`, undefined],
    [
      'a line of 500 kB of calls with constants',
      `${FORK}int g(void) { ${'kill(1, SIGTERM);'.repeat(30_000)} }\n`,
      undefined,
    ],
    [
      'a line of 500 kB of functions',
      `${FORK}${'int g(int kill) { return fork(); }'.repeat(15_000)}\n`,
      undefined,
    ],
    ['10,000 nested #if', `${FORK}${'#if A\n'.repeat(10_000)}${FORK}`, undefined],
    [
      '100,000 nested parentheses',
      `${FORK}int g(void) { return ${'('.repeat(100_000)}fork(); }\n`,
      undefined,
    ],
    ['100,000 nested braces', `${FORK}int g(void) ${'{'.repeat(100_000)} fork(); `, undefined],
    [
      'a macro that names itself through others',
      `${FORK}#define a b\n#define b a\nint g(void) { return a(); }\n`,
      undefined,
    ],
  ];
  for (const [what, text, part] of texts) {
    it(`${what}: what stands before is found`, () => {
      const { out } = scanOf({ 'a.c': text });
      assert.match(out, found);
      if (part) assert.match(out, part);
    });
  }

  it('bytes that are not UTF-8 do not move places', () => {
    const latin1 = Uint8Array.from(
      Buffer.from('int f(void) { /* \xe9\xe8\xff */ return fork(); }\n', 'latin1'),
    );
    assert.match(scanOf({ 'a.c': latin1 }).out, /a\.c:1:32: error: fork\(\)/);
  });
});

describe('cli: commands that are wrong', () => {
  const wrong: readonly (readonly [args: string[], message: RegExp])[] = [
    [['scan', '--target', 'osw'], /osw.*osv/],
    [['scan', '--target', 'osv@9'], /9/],
    [['scan', '--target', 'osv+nothing'], /nothing/],
    [['scan', '--target', ''], /No target is named/],
    [['scan', '--nothing'], /--nothing/],
    [['scan', '--format', 'xml'], /no format "xml"\. Formats: text, json/],
    [['scan', '--min-severity', 'bad'], /no severity "bad"/],
    [['scan', '--uses'], /--uses needs --format json/],
    [['scan', '--define', '1A'], /"1A" is not a macro/],
    [['scan', '/no/such/folder'], /\/no\/such\/folder does not exist/],
    [['scan', ''], /a PATH is empty/],
    [['scam'], /no command "scam"/],
    [['explain'], /explain takes one feature/],
    [['explain', 'frok'], /nothing is known of "frok".*Did you mean fork/],
    [['targets', 'osv'], /targets takes no argument/],
  ];
  for (const [args, message] of wrong) {
    it(`unigap ${args.join(' ')}`, () => {
      inFolder({}, (folder) => {
        const outcome = runUnigap(args, { cwd: folder });
        assertSound(outcome);
        assert.equal(outcome.status, 2);
        assert.equal(outcome.out, '');
        assert.match(outcome.err, /^unigap: /);
        assert.match(outcome.err, message);
      });
    });
  }

  it('an empty folder: no source was found', () => {
    const { status, err } = scanOf({ 'README.md': 'nothing to scan' });
    assert.equal(status, 2);
    assert.match(err, /no C or C\+\+ source was found in \./);
  });
});
