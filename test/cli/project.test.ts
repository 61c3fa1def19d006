import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { type Outcome, runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const FORK = 'int f(void) { return fork(); }\n';

interface Row {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly feature: string;
  readonly severity: string;
  readonly reason: string;
  readonly features: readonly string[];
  readonly message: string;
}

interface Document {
  readonly excluded: number;
  readonly targets: { readonly target: string; readonly verdict: { readonly least: string } }[];
  readonly gaps: Row[];
  readonly suppressed: Row[];
  readonly unusedSuppressions: Row[];
}

type Files = Readonly<Record<string, string | object>>;

/** Makes a folder, with objects as JSON, and scans in it. */
function inProject(files: Files, test: (scan: (...args: string[]) => Scan) => void): void {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  inFolder(Object.fromEntries(texts), (folder) => {
    test((...args) => new Scan(folder, args));
  });
}

class Scan {
  constructor(
    private readonly folder: string,
    private readonly args: readonly string[],
  ) {}

  run(...args: string[]): Outcome {
    return runUnigap(['scan', ...args, ...this.args], { cwd: this.folder });
  }

  get json(): Document {
    const { out, err } = this.run('--format', 'json');
    assert.equal(err, '');
    return JSON.parse(out);
  }

  get targets(): string[] {
    return this.json.targets.map(({ target }) => target);
  }

  /** `path feature` of each gap. */
  get gaps(): string[] {
    return this.json.gaps.map(({ path, feature }) => `${path} ${feature}`);
  }
}

describe('cli: unigap.json', () => {
  it('names the targets; the command line wins, and --no-config leaves it out', () => {
    inProject({ 'unigap.json': { targets: ['osv@0.57'] }, 'a.c': FORK }, (scan) => {
      assert.deepEqual(scan().targets, ['osv@0.57']);
      assert.deepEqual(scan('a.c').targets, ['osv@0.57']);
      assert.deepEqual(scan('--target', 'rumprun').targets, ['rumprun']);
      assert.deepEqual(scan('--no-config').targets, ['osv', 'rumprun']);
    });
  });

  it('defines macros, for all targets or one; the command line wins', () => {
    const defines = { '*': { WORKERS: 4, DAEMON: null }, rumprun: { WORKERS: 1 } };
    const source = `#if WORKERS > 1\n${FORK}#endif\n#ifdef DAEMON\nvoid g(void) { setsid(); }\n#endif\n`;
    inProject({ 'unigap.json': { defines }, 'a.c': source }, (scan) => {
      const verdicts = (...args: string[]) => scan(...args).json.targets.map(({ verdict }) => verdict.least);
      assert.deepEqual(verdicts(), ['redesign', 'ready']);
      assert.deepEqual(scan().gaps, ['a.c function/fork']);
      assert.deepEqual(verdicts('--define', 'WORKERS=1'), ['ready', 'ready']);
      assert.deepEqual(scan('--define', 'DAEMON').gaps, ['a.c function/fork', 'a.c function/setsid']);
    });
  });

  it('names guards, which are defined on their target and on no other', () => {
    const guards = { osv: 'ON_OSV', rumprun: 'ON_RUMPRUN' };
    const source =
      `#ifndef ON_OSV\n${FORK}#endif\n` +
      `#ifdef ON_RUMPRUN\n#define WITH_GROUPS 1\n#endif\n` +
      `#if !WITH_GROUPS\nvoid g(void) { setsid(); }\n#endif\n`;
    inProject({ 'unigap.json': { guards }, 'a.c': source }, (scan) => {
      const gaps = JSON.parse(scan('--target', 'osv').run('--format', 'json').out).gaps as Row[];
      assert.deepEqual(
        gaps.filter(({ feature }) => feature === 'function/fork'),
        [],
      );
      const onRumprun = scan('--target', 'rumprun').json.gaps.find(
        ({ feature }) => feature === 'function/fork',
      );
      assert.equal(onRumprun?.severity, 'error');
    });
  });

  it('changes severities and turns gaps off, for the verdict too', () => {
    const severities = [
      { feature: 'function/fork', severity: 'off' },
      { feature: 'function/setsid', severity: 'warning' },
    ];
    const files = { 'unigap.json': { severities }, 'a.c': `${FORK}void g(void) { setsid(); }\n` };
    inProject(files, (scan) => {
      assert.deepEqual(
        scan().json.gaps.map(({ feature, severity }) => `${feature} ${severity}`),
        ['function/setsid warning'],
      );
      assert.notEqual(scan().json.targets[0].verdict.least, 'redesign');
      assert.equal(scan('--no-config').json.targets[0].verdict.least, 'redesign');
      assert.equal(scan('--min-severity', 'error').run().status, 0);
    });
  });

  it('leaves out files and folders, and their number is told', () => {
    const files = {
      'unigap.json': { exclude: ['gen/', '/b.c'] },
      'a.c': FORK,
      'b.c': FORK,
      'gen/c.c': FORK,
      'gen/d.c': FORK,
      'lib/b.c': FORK,
    };
    inProject(files, (scan) => {
      assert.deepEqual(scan().gaps, ['a.c function/fork', 'lib/b.c function/fork']);
      assert.equal(scan().json.excluded, 2);
      for (const format of ['text', 'markdown', 'html'])
        assert.match(scan().run('--format', format).out, /; 2 files or folders left out by unigap\.json/);
      assert.deepEqual(scan('b.c').gaps, ['b.c function/fork']);
    });
    inProject({ 'unigap.json': { exclude: ['*'] }, 'a.c': FORK }, (scan) => {
      const { status, err } = scan().run();
      assert.equal(status, 2);
      assert.match(err, /no C or C\+\+ source was found in \.; 1 file or folder left out by unigap\.json\./);
    });
  });

  it('suppresses gaps, which are counted in the text and listed in JSON with their reasons', () => {
    const suppressions = [
      { feature: 'function/fork', path: 'tools/', reason: 'runs on the host' },
      { feature: 'function/vfork', reason: 'was needed once' },
    ];
    const text = `{\n "suppressions": [\n  ${suppressions.map((one) => JSON.stringify(one)).join(',\n  ')}\n ]\n}`;
    inProject({ 'unigap.json': text, 'a.c': FORK, 'tools/b.c': FORK }, (scan) => {
      const { gaps, suppressed, unusedSuppressions } = scan().json;
      assert.deepEqual(
        gaps.map(({ path }) => path),
        ['a.c'],
      );
      assert.deepEqual(
        suppressed.map(({ path, feature, reason }) => [path, feature, reason]),
        [['tools/b.c', 'function/fork', 'runs on the host']],
      );
      assert.deepEqual(unusedSuppressions, [
        {
          path: 'unigap.json',
          line: 4,
          column: 3,
          features: ['function/vfork'],
          severity: 'information',
          message: 'No gap of function/vfork is left that this suppresses: remove it.',
        },
      ]);
      const { out } = scan().run();
      assert.match(out, /; 1 gap suppressed\n/);
      assert.match(
        out,
        /^Unused suppressions \(1\)\n {2}unigap\.json:4:3: information: No gap of function\/vfork/m,
      );
      for (const format of ['markdown', 'html'])
        assert.match(scan().run('--format', format).out, /1 gap suppressed/);
      // Of a part of the folder nobody can say what the rest needs.
      assert.deepEqual(scan('a.c').json.unusedSuppressions, []);
    });
  });

  it('tells every mistake with its place, and follows the rest', () => {
    const text =
      '{\r\n  "target": [],\r\n  "targets": ["osx",\r\n    "osv"],\r\n  "exclude": [1, "b.c"]\r\n}\r\n';
    inProject({ 'unigap.json': text, 'a.c': FORK, 'b.c': FORK }, (scan) => {
      const { out, err, status } = scan().run('--format', 'json');
      assert.equal(status, 1);
      assert.deepEqual(err.split('\n'), [
        'unigap.json:2:3: "target" is not known here. Did you mean "targets"?',
        'unigap.json:3:15: There is no target "osx". Did you mean "osv"? Known: osv, rumprun.',
        'unigap.json:5:15: A glob has to be a text.',
        '',
      ]);
      const document: Document = JSON.parse(out);
      assert.deepEqual([document.targets.length, document.gaps.length, document.excluded], [1, 1, 1]);
    });
  });

  it('ends the scan with status 2 where nothing can be taken from it', () => {
    for (const text of ['targets: osv\n', '[]', '['.repeat(100_000)]) {
      inProject({ 'unigap.json': text, 'a.c': FORK }, (scan) => {
        const { err, status } = scan().run();
        assert.equal(status, 2, text.slice(0, 20));
        assert.match(
          err,
          /^unigap\.json:1:\d+: .+\n[\s\S]*unigap: unigap\.json is no JSON object; --no-config scans without it\.\n$/,
        );
        assert.equal(scan('--no-config').run().status, 1);
      });
    }
  });

  it('may be empty or begin with a mark of UTF-8; a folder of its name is told', () => {
    for (const text of ['', '\ufeff{ "targets": ["osv"] }'])
      inProject({ 'unigap.json': text, 'a.c': FORK }, (scan) => assert.equal(scan().json.gaps.length, 1));
    inFolder({ 'a.c': FORK }, (folder) => {
      mkdirSync(join(folder, 'unigap.json'));
      const { status, err } = runUnigap(['scan'], { cwd: folder });
      assert.deepEqual(
        [status, err],
        [2, 'unigap: unigap.json is no regular file; --no-config scans without it.\n'],
      );
    });
  });
});

describe('cli: unigap.json of several folders', () => {
  const files = {
    'a/unigap.json': { exclude: ['gen/'], suppressions: [{ feature: 'function/fork', reason: 'in a' }] },
    'a/a.c': FORK,
    'a/gen/a.c': FORK,
    'b/unigap.json': {
      targets: ['osv'],
      defines: { '*': { WORKERS: 4 } },
      severities: [{ severity: 'warning' }],
      suppressions: [{ feature: 'function/vfork', reason: 'in b' }],
    },
    'b/b.c': FORK,
    'b/gen/b.c': `#if WORKERS > 1\n${FORK}#endif\n`,
    'c/unigap.json': { targets: ['rumprun'], defines: { '*': { WORKERS: 1 } } },
    'c/c.c': FORK,
  };

  it('each counts for its own files; targets and macros are those of the first that has any', () => {
    inProject(files, (scan) => {
      const { targets, gaps, suppressed, unusedSuppressions, excluded } = scan('a', 'b', 'c').json;
      assert.deepEqual(
        targets.map(({ target }) => target),
        ['osv'],
      );
      assert.deepEqual(
        gaps.map(({ path, severity }) => `${path} ${severity}`),
        ['b/b.c warning', 'b/gen/b.c warning', 'c/c.c error'],
      );
      assert.deepEqual(
        suppressed.map(({ path, reason }) => `${path} ${reason}`),
        ['a/a.c in a'],
      );
      assert.deepEqual(
        unusedSuppressions.map(({ path, line }) => `${path}:${line}`),
        ['b/unigap.json:1'],
      );
      assert.equal(excluded, 1);
    });
  });

  it('of folders in each other the inner one has its files', () => {
    inProject({ ...files, 'unigap.json': { severities: [{ severity: 'off' }] } }, (scan) => {
      assert.deepEqual(scan('.', 'b').gaps, ['b/b.c function/fork', 'b/gen/b.c function/fork']);
    });
  });

  it('tells mistakes with the path of the file', () => {
    inProject({ 'a/a.c': FORK, 'b/b.c': FORK, 'b/unigap.json': '{ "a": 1 }' }, (scan) => {
      assert.match(scan('a', 'b', 'b').run().err, /^b\/unigap\.json:1:3: "a" is not known here\.\n$/);
    });
  });
});

describe('cli: suppression comments', () => {
  it('are applied before the verdict, and told where no gap needs them', () => {
    const source =
      'int f(void) { return fork(); } // unigap-ignore-line function/fork, function/vfork -- only -d\r\n' +
      '/* unigap-ignore-next-line */\r\nint x;\r\n';
    inProject({ 'a.c': source, 'b.c': '// unigap-ignore-file -- nothing here\n' }, (scan) => {
      const { gaps, suppressed, unusedSuppressions, targets } = scan().json;
      assert.deepEqual(gaps, []);
      assert.deepEqual(
        suppressed.map(({ path, line, feature, reason }) => [path, line, feature, reason]),
        [['a.c', 1, 'function/fork', 'only -d']],
      );
      assert.deepEqual(
        unusedSuppressions.map(({ path, line, column, features }) => [path, line, column, features]),
        [
          ['a.c', 1, 35, ['function/vfork']],
          ['a.c', 2, 4, []],
          ['b.c', 1, 4, []],
        ],
      );
      assert.equal(targets[0].verdict.least, 'ready');
      assert.equal(scan().run().status, 0);
    });
  });

  it('of a header count where the gap is', () => {
    const header = '#define START fork /* unigap-ignore-line function/fork -- stated */\n';
    inProject({ 'a.h': header, 'a.c': '#include "a.h"\nint f(void) { return START(); }\n' }, (scan) => {
      assert.deepEqual(scan().gaps, ['a.c function/fork']);
    });
  });

  it('are not looked at for severities below the one that is asked for', () => {
    const source = `${FORK.trimEnd()} // unigap-ignore-line\nvoid g(void) { times(0); } // unigap-ignore-line\n`;
    inProject({ 'a.c': source }, (scan) => {
      assert.equal(scan().json.suppressed.length, 2);
      const { suppressed, unusedSuppressions } = scan('--min-severity', 'error').json;
      assert.deepEqual([suppressed.length, unusedSuppressions.length], [1, 0]);
    });
  });
});

describe('cli: the document on unigap.json', () => {
  it('has an example that is followed as it says', () => {
    const page = readFileSync(join(PROJECT_ROOT, 'docs', 'project-file.md'), 'utf8');
    const [, example] = /^```jsonc\n([\s\S]*?)^```$/m.exec(page) ?? [];
    assert.ok(example, 'no example');
    const files = {
      'unigap.json': example,
      'src/main.c': `#if WITH_WORKERS\n${FORK}#endif\n#ifndef RELAYD_ON_OSV\nvoid g(void) { vfork(); }\n#endif\n`,
      'tools/make.c': FORK,
      'third_party/x.c': FORK,
    };
    inProject(files, (scan) => {
      const { targets, gaps, suppressed, excluded } = scan().json;
      assert.deepEqual(
        targets.map(({ target }) => target),
        ['osv', 'rumprun'],
      );
      assert.equal(excluded, 1);
      assert.deepEqual(
        gaps.map(({ path, feature }) => `${path} ${feature}`),
        ['src/main.c function/fork', 'src/main.c function/vfork'],
      );
      assert.deepEqual(
        suppressed.map(({ path, reason }) => `${path} ${reason}`),
        ['tools/make.c runs on the build host'],
      );
    });
    for (const key of ['targets', 'severities', 'exclude', 'defines', 'guards', 'suppressions'])
      assert.ok(page.includes(`\`${key}\``) && example.includes(`"${key}"`), key);
  });
});
