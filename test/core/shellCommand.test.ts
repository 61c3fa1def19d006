import assert from 'node:assert/strict';
import { programsOf, programsOfWords } from '#core/uses/shellCommand.js';

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
    ['7z x a', '7z'],
    ['if grep -q a b; then ls; fi', 'grep ls'],
    ['while pgrep a; do sleep 1; done', 'pgrep sleep'],
    ['until ping -c 1 a; do date; done', 'ping date'],
    ['if a; then b; elif c; then d; fi', 'a b c d'],
    ['sudo -u root tcpdump', 'sudo tcpdump'],
    ['sudo --user=root -E A=b tcpdump', 'sudo tcpdump'],
    ['nice -n 5 strace -f -o out ls', 'nice strace ls'],
    ['env -i A=b perl -e x', 'env perl'],
    ['xargs -n1 rm -f', 'xargs rm'],
    ['xargs -n 1 rm', 'xargs rm'],
    ['timeout -k 5 10 curl a', 'timeout curl'],
    ['timeout 5 sudo curl a', 'timeout sudo curl'],
    ['nohup /usr/bin/nice ls', 'nohup nice ls'],
    ['exec -a x ls', 'ls'],
    ['time -p ls', 'ls'],
    ['command -v strace; command ls', 'ls'],
    ["sh -c 'lsof | wc -l'", 'sh lsof wc'],
    ['bash -lc "ls; df"', 'bash ls df'],
    ["su -c 'ps' root", 'su ps'],
    ['sh script.sh', 'sh'],
    ["sudo sh -c 'nice ls'", 'sudo sh nice ls'],
    ['echo "$(hostname)"', 'hostname'],
    ['echo "a `uname -r` b"', 'uname'],
    ["echo '$(hostname)'", ''],
    ['kill $(pgrep -f $(basename x))', 'kill pgrep basename'],
    ['`which ls` -l', 'which'],
    ["eval 'ls -l'", 'ls'],
    ["trap 'rm x' EXIT; ls", 'rm ls'],
    ['case $1 in start) ls;; stop|end) df ;; esac; ps', 'ls df ps'],
    ['f() { ls; }; ps', 'ls ps'],
    ['ls # ps\ndf', 'ls df'],
    ['ls \\\n -l; df', 'ls df'],
    ['find . -name a -exec grep b {} \\; | sort', 'find grep sort'],
    ['ls &>out & df', 'ls df'],
    ['sort <<< word', 'sort'],
    ['diff <(ls) x', 'diff ls'],
    ['"unclosed', 'unclosed'],
    ['$(', ''],
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

  const lists: readonly (readonly [
    file: string,
    words: readonly (string | undefined)[],
    programs: string,
  ])[] = [
    ['/bin/sh', ['-c', 'ifconfig eth0'], 'sh ifconfig'],
    ['bash', ['-lc', 'lsof|wc'], 'bash lsof wc'],
    ['/bin/sh', [undefined, 'ls'], 'sh'],
    ['sudo', ['tcpdump', undefined], 'sudo tcpdump'],
    ['sudo', ['-u', undefined, 'tcpdump'], 'sudo tcpdump'],
    ['sudo', [undefined, 'tcpdump'], 'sudo'],
    ['/usr/bin/env', ['A=b', 'python3', 'ls'], 'env python3'],
    ['/usr/bin/timeout', [undefined, 'curl'], 'timeout curl'],
    ['echo', ['ls'], 'echo'],
    ['%s', ['ls'], ''],
  ];
  for (const [file, words, programs] of lists) {
    it(`${file} with ${JSON.stringify(words)}`, () => {
      assert.equal(programsOfWords(file, words).join(' '), programs);
    });
  }
});
