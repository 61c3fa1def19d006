import assert from 'node:assert/strict';
import { possibleCases } from '#core/gaps/possibleCases.js';
import type { Case, Statement } from '#core/knowledge/schema.generated.js';
import { argumentsOf } from '../support/parsedArguments.js';

function statement(...cases: Case[]): Statement {
  return { cases: cases as Statement['cases'], evidence: [] as unknown as Statement['evidence'] };
}

describe('core: possible cases', () => {
  const drop = statement({ behaviour: 'aborts', when: { arg: 0, not: '0' } }, { behaviour: 'supported' });
  const several = statement(
    { behaviour: 'partial', when: { arg: 0, is: '1' } },
    { behaviour: 'aborts', when: { arg: 0, is: '2' } },
    { behaviour: 'no-op', when: { arg: 1, is: '0' } },
    { behaviour: 'fails' },
  );
  const open = statement({ behaviour: 'wrong', when: { arg: 0, is: '1' } });
  const rows: readonly (readonly [
    Statement,
    call: string | undefined,
    behaviours: string,
    isDecided: boolean,
  ])[] = [
    [drop, 'f(0)', 'supported', true],
    [drop, 'f(33)', 'aborts', true],
    [drop, 'f(uid)', 'aborts supported', false],
    [drop, undefined, 'aborts supported', false],
    [several, 'f(1, 0)', 'partial', true],
    [several, 'f(3, 0)', 'no-op', true],
    [several, 'f(3, 4)', 'fails', true],
    [several, 'f(x, 0)', 'aborts no-op partial', false],
    [several, 'f(x, 4)', 'aborts fails partial', false],
    [several, 'f(x, y)', 'aborts no-op fails partial', false],
    [open, 'f(1)', 'wrong', true],
    [open, 'f(2)', '', false],
  ];
  for (const [given, call, behaviours, isDecided] of rows) {
    it(`${given.cases.length} cases at ${call}: ${behaviours}`, () => {
      const possible = possibleCases(given, call === undefined ? undefined : argumentsOf(call));
      assert.equal(possible.cases.map(({ behaviour }) => behaviour).join(' '), behaviours);
      assert.equal(possible.isDecided, isDecided);
    });
  }
});
