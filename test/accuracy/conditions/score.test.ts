import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { outcomeOf, Score } from '#tools/accuracy/conditions/score.js';
import { ScoredConditions } from '#tools/accuracy/conditions/scoredConditions.js';
import { judged } from './judged.js';

describe('accuracy: answers against judgements', () => {
  it('tells the opposite from what is left open and from what nobody can decide', () => {
    deepStrictEqual(
      [
        outcomeOf('true', 'true'),
        outcomeOf('undecided', 'undecided'),
        outcomeOf('false', 'true'),
        outcomeOf('undecided', 'true'),
        outcomeOf('true', 'undecided'),
      ],
      ['right', 'right', 'opposite', 'not decided', 'not decidable'],
    );
  });
  it('divides right ones by all', () => {
    const score = new Score();
    strictEqual(score.rightShare, 0);
    for (const outcome of ['right', 'right', 'right', 'not decided'] as const) score.add(outcome);
    deepStrictEqual([score.total, score.rightShare], [4, 0.75]);
  });
});

describe('accuracy: scored conditions', () => {
  const scored = new ScoredConditions();
  scored.add(judged(), {
    osv: { own: 'true', enclosing: undefined },
    rumprun: { own: 'undecided', enclosing: undefined },
  });
  scored.add(
    judged({
      line: 2,
      osv: { answer: 'undecided', option: '--with-x', reasoning: 'A choice.', enclosing: 'true' },
      rumprun: { answer: 'false', reasoning: 'It lacks x.', enclosing: 'true' },
    }),
    {
      osv: { own: 'true', enclosing: 'true' },
      rumprun: { own: 'false', enclosing: undefined },
    },
  );
  it('counts targets, and what stands around, apart', () => {
    deepStrictEqual(
      [...scored.own].map(([target, score]) => [target, score.count('right'), score.total]),
      [
        ['osv', 1, 2],
        ['rumprun', 1, 2],
      ],
    );
    deepStrictEqual(
      [...scored.enclosing].map(([target, score]) => [target, score.count('right'), score.total]),
      [
        ['osv', 1, 1],
        ['rumprun', 1, 1],
      ],
    );
    strictEqual(scored.size, 2);
  });
  it('lists errors with the reason, and the option where there is one', () => {
    strictEqual(
      scored.errorText(),
      [
        'rumprun: undecided, judged false: one a.c:1',
        '  #ifdef __linux__',
        '  A NetBSD compiler.',
        'osv: true, judged undecided: one a.c:2',
        '  #ifdef __linux__',
        '  A choice. (--with-x)',
        '',
      ].join('\n'),
    );
  });
  it('shows the figures side by side', () => {
    const table = scored.table();
    match(table, /^ +osv +rumprun\n/);
    match(table, /not decided, but can be +0 +1\n/);
    match(table, /decided, but hangs on the builder +1 +0\n/);
    match(table, /right over all +0\.5000 +0\.5000\n/);
  });
});
