import { deepStrictEqual, ok } from 'node:assert/strict';
import {
  type JudgedCondition,
  KINDS,
  problemsOf,
  readConditions,
} from '#tools/accuracy/conditions/judgedCondition.js';
import { judged } from './judged.js';

const FEWEST = 40;
const MOST_OF_A_PACKAGE = 3;
const MOST_OF_A_KIND = 8;

function counts(key: (one: JudgedCondition) => string): Map<string, number> {
  const result = new Map<string, number>();
  for (const one of readConditions()) result.set(key(one), (result.get(key(one)) ?? 0) + 1);
  return result;
}

describe('accuracy: conditions judged by hand', () => {
  it('are sound and many', () => {
    const conditions = readConditions();
    deepStrictEqual(problemsOf(conditions), []);
    ok(conditions.length >= FEWEST);
  });
  it('come from many packages', () => {
    const largest = Math.max(...counts((one) => one.package).values());
    ok(largest <= MOST_OF_A_PACKAGE, `${largest} of one package`);
  });
  it('are of all kinds, and of none too many', () => {
    const kinds = counts((one) => one.kind);
    deepStrictEqual([...kinds.keys()].sort(), [...KINDS].sort());
    ok(Math.max(...kinds.values()) <= MOST_OF_A_KIND);
  });
});

describe('accuracy: problems of judged conditions', () => {
  const cases: readonly [name: string, changes: Record<string, unknown>, problem: string][] = [
    ['a text that is empty', { version: ' ' }, 'version is no text'],
    ['a line before the first', { line: 0 }, 'line is no line'],
    ['a line that is no directive', { condition: '#endif' }, 'condition is no directive'],
    ['an unknown kind', { kind: 'guess' }, 'there is no kind guess'],
    ['a key that nobody reads', { note: 'x' }, 'there is no note'],
    ['a target that is missing', { osv: undefined }, 'osv is missing'],
    ['an unknown answer', { osv: { answer: 'maybe', reasoning: 'x' } }, 'osv: there is no answer maybe'],
    [
      'undecided without the option',
      { osv: { answer: 'undecided', reasoning: 'x' } },
      'osv: undecided needs an option',
    ],
    [
      'an option of what is decided',
      { rumprun: { answer: 'true', option: '--x', reasoning: 'x' } },
      'rumprun: an option is for undecided alone',
    ],
    ['no reasoning', { osv: { answer: 'true', reasoning: '' } }, 'osv: reasoning is no text'],
    [
      'an unknown answer to what stands around',
      { osv: { answer: 'true', reasoning: 'x', enclosing: 'no' } },
      'osv: there is no answer no',
    ],
    ['a key of a target', { osv: { answer: 'true', reasoning: 'x', by: 'y' } }, 'osv: there is no by'],
  ];
  for (const [name, changes, problem] of cases) {
    it(`tell ${name}`, () => {
      const changed = judged(changes as Partial<JudgedCondition>);
      deepStrictEqual(problemsOf([changed]), [`1 (one a.c:${changed.line}): ${problem}`]);
    });
  }
  it('tell a place that is there twice', () => {
    deepStrictEqual(problemsOf([judged(), judged()]), ['2 (one a.c:1): it is there twice']);
  });
  it('tell what is no list', () => {
    deepStrictEqual(problemsOf({}), ['it is no list']);
  });
});
