import assert from 'node:assert/strict';
import { join } from 'node:path';
import { runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const SOURCE = '#include "config.h"\n#ifdef HAVE_FORK\nint f(void) { return fork(); }\n#endif\n';
const WORKERS = '#if WORKERS > 1\nint f(void) { return fork(); }\n#endif\n';

interface Row {
  readonly path: string;
  readonly tags: readonly string[];
}

interface Document {
  readonly build?: { readonly files: readonly string[]; readonly built?: number };
  readonly gaps: readonly Row[];
}

type Files = Readonly<Record<string, string | object>>;

/** Makes a folder, with lists and objects as JSON, and scans `PATH` in it for OSv. */
function scanned(files: Files, args: readonly string[], test: (result: Result) => void): void {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  inFolder(Object.fromEntries(texts), (folder) => {
    const run = (format: string) =>
      runUnigap(['scan', '--target', 'osv', '--format', format, ...args], { cwd: folder });
    const { out, err, status } = run('json');
    test({
      status,
      err: err.replaceAll(folder, 'FOLDER'),
      document: status === 2 ? { gaps: [] } : JSON.parse(out),
      text: () => run('text').out,
    });
  });
}

interface Result {
  readonly status: number | null;
  readonly err: string;
  readonly document: Document;
  readonly text: () => string;
}

const gapsOf = ({ document }: Result): string[] =>
  document.gaps.map(({ path, tags }) => [path, ...tags].join(' '));

const entry = (file: string, command: string, directory = '.') => ({ directory, file, command });

describe('cli: a build', () => {
  const program = { 'src/a.c': WORKERS, 'src/b.c': WORKERS, 'src/c.c': WORKERS };

  it('is found in the folder, above it, and in a folder build', () => {
    const rows = (up: string) => [
      entry(`${up}src/a.c`, 'cc -DWORKERS=4'),
      entry(`${up}src/b.c`, 'cc -DWORKERS=1'),
    ];
    const expected = ['a.c', 'c.c not-built conditional'];
    for (const [place, up] of [
      ['compile_commands.json', ''],
      ['build/compile_commands.json', '../'],
    ]) {
      scanned({ ...program, [place]: rows(up) }, ['src'], (result) => {
        assert.equal(result.err, '');
        assert.deepEqual(gapsOf(result), expected);
        assert.deepEqual(result.document.build, { files: [place], built: 2 });
      });
    }
  });

  it('is told in the text, with what it leaves out', () => {
    scanned(
      { ...program, 'compile_commands.json': [entry('src/a.c', 'cc -DWORKERS=4')] },
      ['.'],
      ({ text }) => {
        const lines = text().split('\n');
        assert.match(lines[1], /; conditions decided by compile_commands\.json, which builds 1 file$/);
        assert.match(lines.join('\n'), /Not listed: 2 in files that the build leaves out/);
      },
    );
  });

  it('can be named, as a folder or a file, and left out', () => {
    const files = { ...program, 'out/compile_commands.json': [entry('../src/b.c', 'cc -DWORKERS=2')] };
    const named = ['a.c not-built conditional', 'b.c', 'c.c not-built conditional'];
    for (const path of ['out', 'out/compile_commands.json']) {
      scanned(files, ['src', '--build', path], (result) => assert.deepEqual(gapsOf(result), named));
    }
    const found = { ...program, 'compile_commands.json': [entry('src/b.c', 'cc -DWORKERS=2')] };
    scanned(found, ['src', '--no-build'], (result) => {
      assert.deepEqual(gapsOf(result), ['a.c conditional', 'b.c conditional', 'c.c conditional']);
      assert.equal(result.document.build, undefined);
    });
  });

  it('can be named by the project, which says for which targets it is', () => {
    const files = {
      ...program,
      'src/unigap.json': { build: { path: '../out', targets: [] } },
      'out/compile_commands.json': [entry('../src/b.c', 'cc')],
    };
    scanned(files, ['src'], (result) => {
      assert.deepEqual(gapsOf(result), [
        'a.c not-built conditional',
        'b.c conditional',
        'c.c not-built conditional',
      ]);
    });
    scanned({ ...files, 'src/unigap.json': { build: false } }, ['src', '--no-config'], ({ document }) =>
      assert.equal(document.build, undefined),
    );
  });

  it('reads headers that a configure script wrote, though .gitignore leaves them out', () => {
    const files = {
      'a.c': SOURCE,
      'config.h.in': '#undef HAVE_FORK\n',
      '.gitignore': '/config.h\n/out/\n',
    };
    const database = { 'compile_commands.json': [entry('a.c', 'cc -I.')] };
    const found = { 'config.h': '#define HAVE_FORK 1\n' };
    const missing = { 'config.h': '/* #undef HAVE_FORK */\n' };
    for (const build of [{}, database]) {
      scanned({ ...files, ...build, ...found }, ['.'], (result) => assert.deepEqual(gapsOf(result), ['a.c']));
      scanned({ ...files, ...build, ...missing }, ['.'], (result) => assert.deepEqual(gapsOf(result), []));
    }
    scanned({ ...files, 'out/config.h': missing['config.h'] }, ['.', '--build', 'out'], (result) => {
      assert.deepEqual(gapsOf(result), []);
      assert.deepEqual(result.document.build, { files: ['out/config.h'] });
    });
  });

  it('reads .config and CMakeCache.txt where there is no database', () => {
    const source = {
      'a.c': WORKERS.replace('WORKERS > 1', 'CONFIG_FORK'),
      'b.c': WORKERS.replace('WORKERS > 1', 'FORKS'),
    };
    scanned({ ...source, '.config': '# CONFIG_FORK is not set\n' }, ['.'], (result) =>
      assert.deepEqual(gapsOf(result), ['b.c conditional']),
    );
    scanned({ ...source, 'build/CMakeCache.txt': 'FORKS:BOOL=ON\n' }, ['.'], (result) =>
      assert.deepEqual(gapsOf(result), ['a.c conditional', 'b.c']),
    );
  });

  it('reads the options and the header of a build of Meson', () => {
    const source = {
      'a.c': WORKERS.replace('WORKERS > 1', 'defined(USE_FORKS)'),
      'b.c': `#include "config.h"\n${WORKERS.replace('WORKERS > 1', 'HAVE_SPAWN')}`,
      'meson.build':
        "conf = configuration_data()\nif get_option('forks')\n  conf.set('USE_FORKS', 1)\nendif\n" +
        "conf.set10('HAVE_SPAWN', get_option('spawn').enabled())\n",
      'meson_options.txt':
        "option('forks', type: 'boolean', value: true)\noption('spawn', type: 'feature')\n",
    };
    const options = (forks: boolean): string =>
      JSON.stringify([{ name: 'forks', value: forks, type: 'boolean' }, { name: 'spawn' }, 3, null]);
    const info = 'build/meson-info/intro-buildoptions.json';
    scanned({ ...source, [info]: options(true) }, ['.'], (result) =>
      assert.deepEqual(gapsOf(result), ['a.c', 'b.c conditional']),
    );
    scanned(
      { ...source, [info]: options(false), 'build/config.h': '#define HAVE_SPAWN 1\n' },
      ['.'],
      (result) => assert.deepEqual(gapsOf(result), ['b.c']),
    );
    scanned({ ...source, [info]: '[{' }, ['.'], (result) =>
      assert.deepEqual(gapsOf(result), ['a.c conditional', 'b.c conditional']),
    );
  });

  const broken: readonly (readonly [title: string, text: string, message: RegExp])[] = [
    [
      'is cut off',
      '[{"directory": ".", "fi',
      /^compile_commands\.json is no JSON that can be read: .*; conditions/,
    ],
    [
      'is no list',
      '{}',
      /^compile_commands\.json is no list of compilations; conditions are decided without it\.$/,
    ],
    ['is empty', '[]', /^compile_commands\.json lists no compilation; conditions are decided without it\.$/],
    [
      'is of another place',
      '[{"directory": "/elsewhere", "file": "a.c", "command": "cc"}]',
      /^compile_commands\.json lists no file that is scanned, but \/elsewhere\/a\.c; conditions/,
    ],
  ];
  for (const [title, text, message] of broken) {
    it(`that ${title} is told; the scan goes on, unless it was named`, () => {
      const files = { 'a.c': WORKERS, 'compile_commands.json': text };
      scanned(files, ['.'], (result) => {
        assert.match(result.err.trim(), message);
        assert.deepEqual(gapsOf(result), ['a.c conditional']);
      });
      scanned(files, ['.', '--build', 'compile_commands.json'], ({ status, err }) => {
        assert.equal(status, 2);
        assert.match(err, /^unigap: compile_commands\.json (?:is|lists) .*\.\n$/);
      });
    });
  }

  it('that is named and is not there ends the scan', () => {
    scanned({ 'a.c': WORKERS }, ['.', '--build', 'out'], ({ status, err }) => {
      assert.deepEqual([status, err], [2, 'unigap: the build out does not exist.\n']);
    });
    scanned({ 'a.c': WORKERS }, ['.', '--build', 'out', '--no-build'], ({ status, err }) => {
      assert.deepEqual([status, err], [2, 'unigap: --build and --no-build exclude each other.\n']);
    });
  });

  it('that the project names and is not there is told, and the scan goes on', () => {
    scanned({ 'a.c': WORKERS, 'unigap.json': { build: 'out' } }, ['.'], (result) => {
      assert.equal(result.err, 'the build out does not exist; conditions are decided without it.\n');
      assert.deepEqual(gapsOf(result), ['a.c conditional']);
    });
  });

  it('tells entries that say nothing, and follows the rest', () => {
    const rows = [entry('a.c', 'cc -DWORKERS=4'), { file: 'b.c' }];
    scanned({ 'a.c': WORKERS, 'compile_commands.json': rows }, ['.'], (result) => {
      assert.equal(result.err, 'compile_commands.json has 1 entry without a file or a command.\n');
      assert.deepEqual(gapsOf(result), ['a.c']);
    });
  });

  it('follows several folders as one program', () => {
    const files = {
      'one/a.c': '#include <w.h>\n#if WORKERS\nint f(void) { return fork(); }\n#endif\n',
      'two/include/w.h': '#define WORKERS 1\n',
      'one/compile_commands.json': [entry('a.c', 'cc -I../two/include')],
    };
    scanned(files, ['one', 'two'], (result) => assert.deepEqual(gapsOf(result), [join('one', 'a.c')]));
  });
});
