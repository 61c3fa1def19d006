import assert from 'node:assert/strict';
import { whileChanged } from '../support/changedProgram.js';
import { type Outcome, runUnigap } from '../support/runUnigap.js';
import { inFolder } from '../support/temporaryFolder.js';

const FORK = 'int f(void) { return fork(); }\n';
const GETLOGIN = 'int h(void) { return getlogin(); }\n';

describe('cli: --fail-on', () => {
  const cases: readonly (readonly [
    before: string,
    after: string,
    list: string,
    status: number,
    reason: string,
  ])[] = [
    [FORK, FORK, 'new', 0, ''],
    [FORK, FORK + GETLOGIN, 'new', 1, '1 gap is new'],
    [FORK, FORK, 'any', 1, '1 gap found'],
    [FORK, FORK, 'error', 1, '1 gap of severity error'],
    [GETLOGIN, GETLOGIN, 'error', 0, ''],
    [FORK, FORK + GETLOGIN, 'verdict', 0, ''],
    [
      GETLOGIN,
      FORK,
      'new,verdict',
      1,
      '1 gap is new; OSv: the verdict is redesign; it was ready in the baseline; Rumprun: the verdict is redesign; it was ready in the baseline',
    ],
    [GETLOGIN, FORK, 'none', 0, ''],
  ];
  for (const [before, after, list, status, reason] of cases) {
    it(`${list}: ${status} ${reason}`, () => {
      whileChanged(before, after, (scan) => {
        const outcome = scan('--fail-on', list);
        assert.deepEqual([outcome.status, outcome.err], [status, reason && `unigap: fails: ${reason}.\n`]);
      });
    });
  }

  it('new counts what --min-severity leaves', () => {
    whileChanged(FORK, FORK + GETLOGIN, (scan) => assert.equal(scan('--min-severity', 'error').status, 0));
  });

  it('error needs no baseline', () => {
    inFolder({ 'a.c': GETLOGIN }, (folder) => {
      assert.equal(runUnigap(['scan', '--fail-on', 'error', folder]).status, 0);
      assert.equal(runUnigap(['scan', folder]).status, 1);
    });
  });

  it('verdict asks for a baseline of the same targets', () => {
    inFolder({ 'a.c': FORK }, (folder) => {
      const scan = (...args: string[]): Outcome =>
        runUnigap(['scan', '--baseline', 'b.json', ...args], { cwd: folder });
      scan('--update-baseline', '--target', 'osv');
      const { status, err } = scan('--fail-on', 'verdict');
      assert.deepEqual(
        [status, err],
        [2, 'unigap: b.json has no verdict for rumprun. Make it anew with --update-baseline.\n'],
      );
    });
  });

  const wrong: readonly (readonly [args: readonly string[], problem: string])[] = [
    [['--fail-on', 'new'], '--fail-on new needs --baseline FILE.'],
    [['--fail-on', 'error,verdict'], '--fail-on verdict needs --baseline FILE.'],
    [['--fail-on', 'bad'], '--fail-on knows no "bad". It takes: any, new, error, verdict, none.'],
    [['--fail-on', 'none,error'], '--fail-on none stands alone.'],
    [['--update-baseline'], '--update-baseline needs --baseline FILE.'],
    [['--baseline='], '--baseline names no file.'],
    [
      ['--baseline', 'b', '--update-baseline', '--fail-on', 'new'],
      '--update-baseline takes all gaps as known: --fail-on has nothing to judge.',
    ],
  ];
  for (const [args, problem] of wrong) {
    it(`is refused: ${args.join(' ')}`, () => {
      const { status, err } = runUnigap(['scan', ...args]);
      assert.deepEqual([status, err], [2, `unigap: ${problem}\n`]);
    });
  }
});
