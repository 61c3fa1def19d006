/**
 * Programs that start another one which is named in their arguments: `nice -n 5 ls`, `sh -c 'ls'`. From their
 * manual pages.
 */

/** How the arguments of such a program are read until the one that names a program. */
export interface Starter {
  /** Options that take the next word as their value. */
  readonly valued: readonly string[];
  /** Words in front of the program that are no options: the time of `timeout`. */
  readonly operands: number;
}

export const STARTERS: ReadonlyMap<string, Starter> = new Map([
  starter('busybox'),
  starter('chroot', '', 1),
  starter('chrt', '-T -P -D', 1),
  // With -v it only looks for the program.
  starter('command', '-v -V'),
  starter('doas', '-u -C'),
  starter('env', '-u -C --unset --chdir'),
  starter('exec', '-a'),
  starter('flock', '-w -E --wait --timeout', 1),
  starter('gosu', '', 1),
  starter('ionice', '-c -n --class --classdata'),
  starter('ltrace', '-a -e -l -n -o -p -s -u -x'),
  starter('nice', '-n --adjustment'),
  starter('nohup'),
  starter('setsid'),
  starter('stdbuf', '-i -o -e --input --output --error'),
  starter('strace', '-a -b -e -E -I -o -O -p -P -s -S -u -X'),
  starter('su-exec', '', 1),
  starter(
    'sudo',
    '-a -c -C -D -g -h -p -r -R -t -T -u -U --chdir --chroot --close-from --group --host --prompt --user',
  ),
  starter('taskset', '', 1),
  starter('time', '-f -o'),
  starter('timeout', '-k -s --kill-after --signal', 1),
  starter('watch', '-n --interval'),
  starter('xargs', '-a -d -E -I -L -n -P -s --arg-file --delimiter --max-args --max-procs --max-lines'),
]);

/** Programs for which the word behind `-c` is a command line. */
export const SHELLS: ReadonlySet<string> = new Set(
  'sh bash dash ash ksh mksh zsh csh tcsh su runuser'.split(' '),
);

/** Options of `find` that a program follows. */
export const FIND_ACTIONS: ReadonlySet<string> = new Set(['-exec', '-execdir', '-ok', '-okdir']);

function starter(name: string, valued = '', operands = 0): [string, Starter] {
  return [name, { valued: valued.split(' '), operands }];
}
