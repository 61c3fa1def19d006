import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whileChanged } from '../support/changedProgram.js';
import { elfFile } from '../support/elfFile.js';
import { type Outcome, runUnigap } from '../support/runUnigap.js';
import { loadSarifSchema, schemaErrors } from '../support/sarifLog.js';
import { inFolder } from '../support/temporaryFolder.js';

const FORK = 'int f(void) { return fork(); }\n';
const SETSID = 'int g(void) { return setsid(); }\n';
const GETLOGIN = 'int h(void) { return getlogin(); }\n';

describe('cli: a baseline', () => {
  before(loadSarifSchema);

  it('is made, and then nothing is new', () => {
    inFolder({ 'a.c': FORK }, (folder) => {
      const scan = (...args: string[]): Outcome =>
        runUnigap(['scan', '--baseline', 'b.json', ...args], { cwd: folder });
      const made = scan('--update-baseline');
      assert.deepEqual([made.status, made.err], [0, 'unigap: b.json holds 1 gap now.\n']);
      const { out, err, status } = scan();
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /^since the baseline: no gap is new, 1 is known and not listed$/m);
      assert.doesNotMatch(out, /Blockers|a\.c:/);
    });
  });

  it('keeps its text where nothing has changed', () => {
    inFolder({ 'a.c': FORK + SETSID }, (folder) => {
      const update = (): string => {
        runUnigap(['scan', '--baseline', 'b.json', '--update-baseline'], { cwd: folder });
        return readFileSync(join(folder, 'b.json'), 'utf8');
      };
      assert.equal(update(), update());
    });
  });

  it('leaves new gaps to be told, and says how many are gone', () => {
    whileChanged(FORK + GETLOGIN, `\n${FORK}${SETSID}`, (scan) => {
      const { out, err, status } = scan();
      assert.deepEqual([status, err], [1, 'unigap: fails: 1 gap is new.\n']);
      assert.match(
        out,
        /^since the baseline: 1 gap is new, 1 is known and not listed, 1 is gone \(--update-baseline/m,
      );
      assert.match(out, /^Blockers \(1\)\na\.c:3:22: error: setsid\(\)/m);
      const update = scan('--update-baseline');
      assert.equal(update.err, 'unigap: b.json holds 2 gaps now: 1 added, 1 taken out.\n');
    });
  });

  it('is compared in Markdown, JSON and annotations, too', () => {
    whileChanged(FORK, FORK + SETSID, (scan) => {
      const markdown = scan('--format', 'markdown').out;
      assert.match(markdown, /^\*\*Since the baseline: 1 gap is new, 1 is known and not listed\.\*\*$/m);
      assert.match(markdown, /^## Blockers \(1\)$/m);
      const { gaps, baseline } = JSON.parse(scan('--format', 'json').out);
      assert.deepEqual(
        gaps.map(({ isNew }: { isNew: boolean }) => isNew),
        [false, true],
      );
      assert.deepEqual(baseline.gone, 0);
      const lines = scan('--format', 'github').out.split('\n');
      assert.equal(lines.filter((line) => line.startsWith('::error ')).length, 1);
    });
  });

  it('has the gaps below the severity that is shown', () => {
    inFolder({ 'a.c': FORK + GETLOGIN }, (folder) => {
      const scan = (...args: string[]): Outcome =>
        runUnigap(['scan', '--baseline', 'b.json', ...args], { cwd: folder });
      scan('--update-baseline', '--min-severity', 'error');
      assert.match(scan().out, /no gap is new, 2 are known and not listed$/m);
      assert.match(scan('--min-severity', 'error').out, /no gap is new, 1 is known and not listed$/m);
    });
  });

  it('has neither suppressed gaps nor those of tests', () => {
    inFolder({ 'a.c': `${FORK.trim()} // unigap-ignore-line\n`, 'tests/t.c': FORK }, (folder) => {
      const scan = (...args: string[]): Outcome =>
        runUnigap(['scan', '--baseline', 'b.json', ...args], { cwd: folder });
      assert.equal(scan('--update-baseline').err, 'unigap: b.json holds 0 gaps now.\n');
      writeFileSync(join(folder, 'a.c'), FORK);
      assert.equal(scan().err, 'unigap: fails: 1 gap is new.\n');
    });
  });

  it('knows what a binary imports, also under another name', () => {
    const program = (...names: string[]): Uint8Array =>
      elfFile({
        type: 'shared',
        symbols: names.map((name) => ({ name, is: 'needed', library: 'libc.so.6' })),
      });
    inFolder({ one: program('fork'), two: program('fork', 'setsid') }, (folder) => {
      const scan = (...args: string[]): Outcome =>
        runUnigap(['scan', '--target', 'osv', '--baseline', 'b.json', ...args], { cwd: folder });
      assert.equal(scan('one', '--update-baseline').status, 0);
      assert.match(readFileSync(join(folder, 'b.json'), 'utf8'), /\["function\/fork",null,null\]/);
      const { gaps } = JSON.parse(scan('two', '--format', 'json').out);
      assert.deepEqual(
        gaps.map(({ feature, isNew }: { feature: string; isNew: boolean }) => [feature, isNew]).sort(),
        [
          ['function/fork', false],
          ['function/setsid', true],
        ],
      );
      const run = JSON.parse(scan('two', '--format', 'sarif').out);
      assert.deepEqual(schemaErrors(run), []);
      const [{ physicalLocation }] = run.runs[0].results[0].locations;
      assert.deepEqual(physicalLocation, { artifactLocation: { uri: 'two', uriBaseId: '%SRCROOT%' } });
      assert.match(
        scan('two', '--format', 'github').out,
        /^::error file=two,title=unigap%3A function\/setsid::import of setsid/m,
      );
    });
  });

  it('that is missing, damaged or something else ends the scan before it begins', () => {
    inFolder({ 'a.c': FORK, 'no.json': '{"version": 1, "gaps": []}', 'folder/x': '' }, (folder) => {
      const scan = (...args: string[]): readonly unknown[] => {
        const { out, err, status } = runUnigap(['scan', '--baseline', ...args], { cwd: folder });
        return [status, out, err];
      };
      assert.deepEqual(scan('b.json'), [
        2,
        '',
        'unigap: there is no baseline b.json; --update-baseline makes it.\n',
      ]);
      const [status, , problem] = scan('no.json');
      assert.equal(status, 2);
      assert.match(
        String(problem),
        /^unigap: no\.json is no baseline: .*\. Make it anew with --update-baseline\.\n$/,
      );
      assert.match(
        String(scan('no.json', '--update-baseline')[2]),
        /Name another file, or delete this one\.\n$/,
      );
      assert.equal(readFileSync(join(folder, 'no.json'), 'utf8'), '{"version": 1, "gaps": []}');
      assert.deepEqual(scan('folder'), [2, '', 'unigap: folder cannot be read (EISDIR).\n']);
      assert.match(String(scan('x/b.json', '--update-baseline')[2]), /there is no folder x\./);
    });
  });

  it('of other paths is told', () => {
    inFolder({ 'one/a.c': FORK, 'two/b.c': SETSID }, (folder) => {
      runUnigap(['scan', '--baseline', 'b.json', '--update-baseline', 'one'], { cwd: folder });
      const { err } = runUnigap(['scan', '--baseline', 'b.json', 'two'], { cwd: folder });
      assert.match(err, /^unigap: no file with gaps is in b\.json: was it made for other paths\?$/m);
    });
  });

  it('of other targets, or made by another unigap, is told', () => {
    inFolder({ 'a.c': FORK }, (folder) => {
      const scan = (...args: string[]): Outcome =>
        runUnigap(['scan', '--baseline', 'b.json', ...args], { cwd: folder });
      scan('--update-baseline', '--target', 'osv');
      assert.equal(scan().err, 'unigap: b.json was made for osv, and this scan is for osv, rumprun.\n');
      const file = join(folder, 'b.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/"unigap": ".*"/, '"unigap": "0.0.1"'));
      assert.match(scan('--target', 'osv').err, /^unigap: b\.json was made by unigap 0\.0\.1, this is /);
    });
  });
});
