import assert from 'node:assert/strict';
import { programsOf } from '#core/uses/shellCommand.js';

describe('core: programs of a command line', () => {
  const cases: readonly (readonly [line: string, programs: string])[] = [
    ['', ''],
    ['ls', 'ls'],
    ['  ls -l /usr/bin/ps ', 'ls'],
    ['/usr/bin/ps aux', 'ps'],
    ['./start.sh', 'start.sh'],
    ['"/bin/ps" aux', 'ps'],
    ["'ps' aux", 'ps'],
    ['ps aux | grep x', 'ps grep'],
    ['ps aux|grep x|sort', 'ps grep sort'],
    ['a && b || c ; d & e', 'a b c d e'],
    ['a\nb', 'a b'],
    ['(a; b)', 'a b'],
    ['x=$(date) y=`uname` ls', 'date uname ls'],
    ['echo "a; b | c"', ''],
    ["echo 'a; b'; ls", 'ls'],
    ['LANG=C A=b ps', 'ps'],
    ['sudo nice nohup ps', 'sudo nice nohup ps'],
    ['exec ps', 'ps'],
    ['if test -f x; then ls; else ps; fi', 'ls ps'],
    ['for i in a b; do kill $i; done', 'kill'],
    ['while true; do sleep 1; done', 'sleep'],
    ['! grep x', 'grep'],
    ['cd /tmp && tar xf a', 'tar'],
    ['ls > out', 'ls'],
    ['> out ls', 'ls'],
    ['2>/dev/null ls', 'ls'],
    ['ls 2>&1 | sort >> all', 'ls sort'],
    ['sort < in > out', 'sort'],
    ['%s -x', ''],
    ['$EDITOR file', ''],
    ['%s | sort', 'sort'],
    ['gcc-12 x', 'gcc-12'],
    ['g++ x', 'g++'],
  ];
  for (const [line, programs] of cases) {
    it(JSON.stringify(line), () => {
      const found = programsOf(line);
      assert.equal(found.map(({ name }) => name).join(' '), programs);
    });
  }

  it('tells where the words stand', () => {
    assert.deepEqual(programsOf('LANG=C ps | sort'), [
      { name: 'ps', offset: 7 },
      { name: 'sort', offset: 12 },
    ]);
  });
});
