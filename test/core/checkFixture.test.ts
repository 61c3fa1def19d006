import assert from 'node:assert/strict';
import { fixtureProblems, updatedFixture } from '../support/checkFixture.js';

const RIGHT = `int f(void) {
    return fork();
    //     ^^^^ function/fork osv:fails rumprun:fails severity=error
}
`;

describe('core: the check of a fixture', () => {
  it('accepts right marks', async () => {
    assert.deepEqual(await fixtureProblems('a.c', RIGHT), []);
  });

  const mistakes: readonly (readonly [what: string, from: string, to: string])[] = [
    ['a column too far right', '//     ^^^^', '//      ^^^^'],
    ['a column too far left', '//     ^^^^', '//    ^^^^'],
    ['a caret too many', '^^^^', '^^^^^'],
    ['a caret too few', '^^^^', '^^^'],
    ['another behaviour', 'osv:fails', 'osv:aborts'],
    ['a behaviour that is not certain', 'osv:fails', 'osv:fails?'],
    ['a target left out', ' rumprun:fails', ''],
    ['a tag of a gap', 'osv:fails', 'osv:fails[conditional]'],
    ['a tag of the use', 'function/fork', 'function/fork [test]'],
    ['another feature', 'function/fork', 'function/vfork'],
    ['another kind', 'function/fork', 'function/fork kind=reference'],
    ['another symbol', 'function/fork', 'function/fork symbol=vfork'],
    ['another severity', 'severity=error', 'severity=warning'],
    ['another line', '    return fork();\n', '\n    return fork();\n    ;\n'],
  ];
  for (const [what, from, to] of mistakes) {
    it(`refuses ${what}`, async () => {
      const wrong = RIGHT.replace(from, to);
      assert.notEqual(wrong, RIGHT);
      const problems = await fixtureProblems('a.c', wrong);
      assert.deepEqual(
        problems.map((problem) => problem[0]),
        ['+', '-'],
      );
    });
  }

  it('refuses a missing mark', async () => {
    const problems = await fixtureProblems('a.c', RIGHT.replace(/^.*\^.*\n/m, ''));
    assert.deepEqual(problems, ['+ a.c:2:11-15 function/fork osv:fails rumprun:fails']);
  });

  it('refuses a surplus mark', async () => {
    const problems = await fixtureProblems('a.c', `${RIGHT}// the end\n//     ^^^ function/vfork\n`);
    assert.deepEqual(problems, ['- a.c:4:7-10 function/vfork']);
  });

  it('refuses a mark that stands twice', async () => {
    const problems = await fixtureProblems('a.c', RIGHT.replace(/^(.*\^.*\n)/m, '$1$1'));
    assert.deepEqual(
      problems.map((problem) => problem[0]),
      ['-'],
    );
  });

  it('asks for severities where the fixture says so', async () => {
    const problems = await fixtureProblems(
      'a.c',
      `// severities: all\n${RIGHT.replace(' severity=error', '')}`,
    );
    assert.equal(problems.length, 2);
  });

  it('leaves out features that the fixture does not ask for', async () => {
    assert.deepEqual(await fixtureProblems('a.c', '// only: flag/*\nint f(void) { return fork(); }\n'), []);
  });

  it('asks for marks of what is supported only where the fixture says so', async () => {
    const text = 'int f(void) { return getpid(); }\n';
    assert.deepEqual(await fixtureProblems('a.c', text), []);
    assert.deepEqual(await fixtureProblems('a.c', `// uses: all\n${text}`), [
      '+ a.c:1:21-27 function/getpid',
    ]);
  });

  it('says where a mark cannot be read', async () => {
    await assert.rejects(
      fixtureProblems('a.c', 'fork();\n// @0-4 fork\n'),
      /a\.c:2: "fork" is no feature id/,
    );
    await assert.rejects(
      fixtureProblems('a.c', 'fork();\n// @0-4 function/fork osv\n'),
      /a\.c:2: "osv" is no part of a mark/,
    );
    await assert.rejects(fixtureProblems('a.c', '// @0-4 function/fork\n'), /a mark without a line above/);
    await assert.rejects(fixtureProblems('a.c', '// uses: some\n'), /the only value of uses is all/);
  });

  it('reads block comments, column numbers and several files', async () => {
    const text = `//- a.xs
int
nice(increment)
/* @0-4 function/nice osv:wrong rumprun:no-op */
//- b.c
int f(void) { return fork(); }
/*                   ^^^^ function/fork rumprun:fails osv:fails */
`;
    assert.deepEqual(await fixtureProblems('all.c', text), []);
  });

  it('rewrites marks to what is found, and nothing else', async () => {
    const text =
      '\ufeff// severities: all\r\n//- a.h\r\n\r\n#define spawn fork\r\n//- b.c\r\n#include "a.h"\r\nint f = spawn();\r\n';
    const updated = await updatedFixture('all.c', text);
    assert.deepEqual(await fixtureProblems('all.c', updated), []);
    assert.equal(updated.replace(/^[^\n]*\^[^\n]*\n/gm, ''), text);
    assert.equal(await updatedFixture('all.c', updated), updated);
    assert.match(
      updated,
      /\n\/\/ {6}\^{5} function\/fork kind=macro osv:fails rumprun:fails severity=error\r\n/,
    );
  });

  it('keeps the style and the severities of marks that it rewrites', async () => {
    const wrong = RIGHT.replace('//     ^^^^', '/*     ^^^^')
      .replace('osv:fails', 'osv:hangs')
      .replace('=error', '=error */');
    assert.match(
      await updatedFixture('a.c', wrong),
      /\/\* {5}\^{4} function\/fork osv:fails rumprun:fails severity=error \*\/\n/,
    );
  });
});
