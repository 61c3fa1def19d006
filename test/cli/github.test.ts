import assert from 'node:assert/strict';
import { runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

function linesIn(folder: string, ...args: readonly string[]): string[] {
  return runUnigap(['scan', '--format', 'github', ...args], { cwd: folder })
    .out.trimEnd()
    .split('\n');
}

function calls(name: string, count: number): string {
  return `void f_${name}(void) {\n${`\t${name}();\n`.repeat(count)}}\n`;
}

describe('cli: annotations of GitHub', () => {
  it('stand at the place of a gap, with a level, below what is said of the whole', () => {
    inFolder({ 'src/a.c': 'int f(void)\n{\n\treturn fork();\n}\n' }, (folder) => {
      const lines = linesIn(folder, 'src', '--target', 'osv');
      assert.deepEqual(lines, [
        'Port readiness: 1 file, 0.0 kB of C and C++',
        'OSv: redesign (the structure has to be changed)',
        '::error file=src/a.c,line=3,endLine=3,col=9,endColumn=13,title=unigap%3A function/fork::fork() — OSv: fails: returns -1, errno left unchanged',
      ]);
    });
  });

  it('have three levels, the worst first', () => {
    inFolder({ 'a.c': `${calls('getlogin', 1)}${calls('getppid', 1)}${calls('fork', 1)}` }, (folder) => {
      const levels = linesIn(folder).flatMap((line) => /^::(\w+) /.exec(line)?.[1] ?? []);
      assert.deepEqual(levels, ['error', 'warning', 'notice']);
    });
  });

  it('are one a gap as long as all are shown', () => {
    inFolder({ 'a.c': calls('fork', 10) }, (folder) => {
      const lines = linesIn(folder);
      assert.equal(lines.filter((line) => line.startsWith('::error ')).length, 10);
      assert.ok(!lines.some((line) => line.startsWith('::group::')));
    });
  });

  it('are one a message where there are more gaps than are shown', () => {
    inFolder({ 'a.c': `${calls('fork', 8)}${calls('setsid', 3)}` }, (folder) => {
      const errors = linesIn(folder).filter((line) => line.startsWith('::error '));
      assert.equal(errors.length, 2);
      assert.match(errors[0], /%0Aalso at a\.c:3:2 a\.c:4:2 a\.c:5:2 a\.c:6:2 a\.c:7:2 and 2 more$/);
    });
  });

  it('are ten of a level at most; the other gaps are lines of a group', () => {
    const names = ['fork', 'vfork', 'setsid', 'execv', 'execve', 'execvp', 'execl', 'execle', 'execlp'];
    const more = ['daemon', 'wait3', 'wait4', 'initgroups', 'setpgid', 'shmget', 'semget', 'msgget'];
    inFolder({ 'a.c': [...names, ...more].map((name) => calls(name, 1)).join('') }, (folder) => {
      const lines = linesIn(folder);
      for (const level of ['error', 'warning', 'notice'])
        assert.ok(lines.filter((line) => line.startsWith(`::${level} `)).length <= 10);
      const start = lines.findIndex((line) => line.startsWith('::group::'));
      const group = lines.slice(start + 1, lines.indexOf('::endgroup::'));
      assert.equal(lines[start], `::group::${group.length} gaps without an annotation`);
      assert.ok(group.length > 2);
      for (const line of group) assert.match(line, /^error: a\.c:\d+:\d+: \w+\(/);
    });
  });

  it('have every text of the program escaped', () => {
    const name = 'a,b:c%d\r\n::warning::x##[add-path]y.c';
    inFolder({ [name]: `${calls('fork', 1)}${'/* open'}` }, (folder) => {
      const lines = linesIn(folder);
      const commands = lines.filter((line) => line.startsWith('::'));
      assert.deepEqual(
        commands.map((line) => line.split(/::| /)[1]),
        ['group', 'endgroup', 'error'],
      );
      assert.match(
        commands[2],
        /^::error file=a%2Cb%3Ac%25d%0D%0A%3A%3Awarning%3A%3Ax##\[add-path\]y\.c,line=2,/,
      );
    });
  });

  it('have none of it in the lines of a group', () => {
    const messages = Array.from(
      { length: 12 },
      (_, i) => `int f${i}(void) { return open("/proc/##[x]${i}", 0); }\n`,
    );
    inFolder({ ' ::error::a.c': messages.join('') }, (folder) => {
      const lines = linesIn(folder, '--target', 'rumprun');
      const start = lines.findIndex((line) => line.startsWith('::group::'));
      const group = lines.slice(start + 1, lines.indexOf('::endgroup::'));
      assert.ok(group.length > 0);
      for (const line of group) {
        assert.ok(!line.includes('##['));
        assert.ok(!line.trimStart().startsWith('::'));
      }
    });
  });

  it('say what was not read, or in part', () => {
    inFolder({ 'a.c': 'int x; /* open', 'b.c': new Uint8Array([0, 1, 2, 0]) }, (folder) => {
      const lines = linesIn(folder);
      const start = lines.indexOf('::group::2 files not scanned, or not wholly');
      assert.match(lines[start + 1], /^not scanned: b\.c: binary/);
      assert.match(lines[start + 2], /^read in part: a\.c: line 1: a comment/);
      assert.equal(lines[start + 3], '::endgroup::');
    });
  });

  it('count what is not listed', () => {
    inFolder({ 'a.c': calls('fork', 1), 'tests/t.c': calls('fork', 2) }, (folder) => {
      const lines = linesIn(folder);
      assert.ok(lines.includes('Not listed: 2 in tests and examples'));
      assert.equal(lines.filter((line) => line.startsWith('::error ')).length, 1);
    });
  });
});
