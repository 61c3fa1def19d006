import assert from 'node:assert/strict';
import { absolutePath, relativePath } from '#core/build/absolutePath.js';
import { commandWords } from '#core/build/commandWords.js';
import { type CompileCommands, readCompileCommands } from '#core/build/compileCommands.js';

const read = (rows: unknown, responses: Readonly<Record<string, string>> = {}): CompileCommands =>
  readCompileCommands(JSON.stringify(rows), '/p', (path) => responses[path]);

/** Flags of one command that is given in /p. */
const flagsOf = (command: string, responses?: Readonly<Record<string, string>>) =>
  read([{ directory: '/p', file: 'a.c', command }], responses).units[0].flags;

const macrosOf = (command: string, responses?: Readonly<Record<string, string>>) =>
  Object.fromEntries(flagsOf(command, responses).macros);

describe('core: words of a command', () => {
  const cases: readonly (readonly [command: string, words: readonly string[]])[] = [
    ['cc -c  a.c', ['cc', '-c', 'a.c']],
    ['cc "-DA=b c" x', ['cc', '-DA=b c', 'x']],
    [`cc -DNAME='"a b"'`, ['cc', '-DNAME="a b"']],
    ['cc -DNAME=\\"a\\ b\\"', ['cc', '-DNAME="a b"']],
    ['cc "a\\"b\\\\c\\d"', ['cc', 'a"b\\c\\d']],
    [`cc 'a\\b'`, ['cc', 'a\\b']],
    ['cc "" x', ['cc', '', 'x']],
    ['cc \\\n -c', ['cc', '-c']],
    ['cc "a\\\nb"', ['cc', 'ab']],
    ['cc $HOME `x` $(y)', ['cc', '$HOME', '`x`', '$(y)']],
    ['cc "not closed', ['cc', 'not closed']],
    ["cc 'not closed", ['cc', 'not closed']],
    ['cc end\\', ['cc', 'end']],
    ['', []],
  ];
  for (const [command, words] of cases) {
    it(JSON.stringify(command), () => assert.deepEqual(commandWords(command), words));
  }
});

describe('core: paths of a build', () => {
  it('are absolute, whatever leads to them', () => {
    assert.equal(absolutePath('/p/build', '../src/./a.c'), '/p/src/a.c');
    assert.equal(absolutePath('/p', '/q//b/../a.c'), '/q/a.c');
    assert.equal(absolutePath('/p', '../../../a.c'), '/a.c');
    assert.equal(absolutePath('C:/p', '..\\a.c'), 'C:/a.c');
    assert.equal(absolutePath('/p', 'a\\b.c'), '/p/a\\b.c');
    assert.equal(absolutePath('/p', 'C:\\q\\a.c'), 'C:/q/a.c');
    assert.equal(absolutePath('/p', '.hidden/a..b'), '/p/.hidden/a..b');
  });

  it('are told from a folder', () => {
    assert.equal(relativePath('/p', '/p/src/a.c'), 'src/a.c');
    assert.equal(relativePath('/p/src', '/p/build/config.h'), '../build/config.h');
    assert.equal(relativePath('/p', '/p'), '');
  });
});

describe('core: flags of a compiler', () => {
  it('takes macros in all the ways in which they are written; the last counts', () => {
    const command = 'cc -DA -D B=2 -DC= --define-macro=D=4 -DE=1 -UE -Wp,-DF,-MD,x.d -c a.c -DA=7 "-DG(x)=x"';
    assert.deepEqual(macrosOf(command), { A: '7', B: '2', C: '', D: '4', E: null, F: '1', G: '' });
  });

  it('takes no macro from the value of another option, nor from what is no option', () => {
    const command = 'cc -o -DA -MF -DB -include-pch -DC -Xclang -DD -DE-F D -D';
    assert.deepEqual(macrosOf(command), {});
  });

  it('searches -iquote first, then -I, then -isystem and -idirafter', () => {
    const command =
      'cc -isystem /s -I i1 -Ii2 -iquote q --include-directory=i3 -isystem/s2 -idirafter a -include pre.h -imacros m.h';
    const { quoteFolders, folders, forced } = flagsOf(command);
    assert.deepEqual(quoteFolders, ['/p/q']);
    assert.deepEqual(folders, ['/p/i1', '/p/i2', '/p/i3', '/s', '/s2', '/p/a']);
    assert.deepEqual(forced, ['pre.h', 'm.h']);
  });

  it('knows what other options define', () => {
    assert.deepEqual(macrosOf('cc -pthread -O2 -std=c99'), {
      _REENTRANT: '1',
      __OPTIMIZE__: '1',
      __STRICT_ANSI__: '1',
    });
    assert.deepEqual(macrosOf('cc -std=gnu11 -O2 -O0'), { __OPTIMIZE__: null });
  });

  it('reads response files, also in one another, and ends where they lead to themselves', () => {
    const responses = { '/p/r': `-DA='x y' @s`, '/p/s': '-DB\n-DC @r' };
    assert.deepEqual(macrosOf('cc @r @missing -DZ', responses), { A: 'x y', B: '1', C: '1', Z: '1' });
    assert.deepEqual(read([{ file: 'a.c', command: 'cc @r @x @y' }], responses).problems, [
      'names a response file that cannot be read: /p/x and 1 more',
    ]);
  });
});

describe('core: compile_commands.json', () => {
  it('takes arguments before a command, and paths relative to the directory', () => {
    const { units, problems } = read([
      { directory: 'build', file: '../a.c', arguments: ['cc', '-DA', '-I.'], command: 'cc -DB' },
      { directory: '/q', file: 'b.c', command: 'cc -DB' },
      { file: '/r/c.c', command: 'cc' },
    ]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      units.map(({ file, flags }) => [file, [...flags.macros.keys()], flags.folders]),
      [
        ['/p/a.c', ['A'], ['/p/build']],
        ['/q/b.c', ['B'], []],
        ['/r/c.c', [], []],
      ],
    );
  });

  it('shares the flags of compilations that say the same', () => {
    const { units } = read([
      { directory: '/p', file: 'a.c', command: 'cc -DA -c a.c -o a.o' },
      { directory: '/p', file: 'b.c', command: 'cc -D A -O2 -O0 -c b.c' },
      { directory: '/p', file: 'c.c', command: 'cc -c -DA c.c -o c.o' },
    ]);
    assert.equal(units[0].flags, units[2].flags);
    assert.notEqual(units[0].flags, units[1].flags);
  });

  it('counts entries that say nothing, and keeps the rest', () => {
    const rows = [
      null,
      7,
      'x',
      [],
      {},
      { file: 'a.c' },
      { file: '', command: 'cc' },
      { file: 1, command: 'cc' },
      { file: 'a.c', command: '' },
      { file: 'a.c', arguments: [] },
      { file: 'a.c', arguments: [1, null] },
      { directory: 7, file: 'a.c', arguments: ['cc', 1, '-DA'] },
      JSON.parse('{"__proto__": {"x": 1}, "file": "b.c", "command": "cc"}'),
    ];
    const { units, problems } = read(rows);
    assert.deepEqual(
      units.map(({ file }) => file),
      ['/p/a.c', '/p/b.c'],
    );
    assert.deepEqual(problems, ['has 11 entries without a file or a command']);
    assert.deepEqual(read([{}]).problems, ['has 1 entry without a file or a command']);
  });

  const hostile: readonly (readonly [text: string, problem: RegExp])[] = [
    ['', /^is no JSON that can be read: /],
    ['[{"directory": "/p", "file": "a.c", "comm', /^is no JSON that can be read: /],
    ['{"file": "a.c"}', /^is no list of compilations$/],
    ['null', /^is no list of compilations$/],
    ['\u0000\u0001', /^is no JSON that can be read: /],
    [`${'['.repeat(100_000)}`, /^is no JSON that can be read: /],
  ];
  for (const [text, problem] of hostile) {
    it(`tells what is wrong with ${JSON.stringify(text.slice(0, 30))}`, () => {
      const { units, problems } = readCompileCommands(text, '/p', () => undefined);
      assert.deepEqual(units, []);
      assert.equal(problems.length, 1);
      assert.match(problems[0], problem);
    });
  }
});
