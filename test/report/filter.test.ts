import assert from 'node:assert/strict';
import { type Filter, NO_FILTER, viewStateOf } from '#webview/model/filter.js';
import { gapTableOf } from '#webview/model/gapTable.js';
import { matchesOf, severityAt } from '#webview/model/matches.js';
import { sectionsOf } from '#webview/model/sections.js';
import { gapWith, reportOfGaps, targetWith } from '../support/reportOfGaps.js';

const ON_RUMPRUN = {
  target: 'rumprun',
  behaviour: 'fails',
  asks: 'redesign',
  isDecided: true,
  severity: 'warning',
  detail: '',
  evidence: '',
} as const;

const GAPS = [
  gapWith({ path: 'src/Main.c', targets: [...gapWith({}).targets, ON_RUMPRUN] }),
  gapWith({
    path: 'src/b.c',
    severity: 'warning',
    feature: 'function/signal',
    message: 'signal() — OSv: lies',
  }),
  gapWith({ path: 'src/b.c', severity: 'information' }),
  gapWith({ path: 'src/c.c', severity: 'warning', tags: ['conditional'], conditions: ['X'] }),
  gapWith({ path: 'test/d.c', tags: ['test', 'conditional'] }),
  gapWith({ path: 'e.h', tags: ['macro-body'], severity: 'warning' }),
];

const TABLE = gapTableOf(
  reportOfGaps(GAPS, { targets: [targetWith({}), targetWith({ target: 'rumprun', name: 'Rumprun' })] }),
);

function shown(filter: Partial<Filter>): readonly number[] {
  return matchesOf(TABLE, { ...NO_FILTER, ...filter }).gaps;
}

describe('report: filter', () => {
  const cases: readonly (readonly [what: string, filter: Partial<Filter>, gaps: readonly number[]])[] = [
    ['nothing leaves all', {}, [0, 1, 2, 3, 4, 5]],
    ['a target', { hiddenTargets: ['osv'] }, [0]],
    ['all targets leave nothing', { hiddenTargets: ['osv', 'rumprun'] }, []],
    ['a target that is not there changes nothing', { hiddenTargets: ['nanos'] }, [0, 1, 2, 3, 4, 5]],
    ['severities', { hiddenSeverities: ['warning', 'information'] }, [0, 4]],
    ['a family', { family: 'signals' }, [1]],
    ['a family that is not there changes nothing', { family: 'gone' }, [0, 1, 2, 3, 4, 5]],
    ['what is conditional, where it belongs to the program', { hidesConditional: true }, [0, 1, 2, 4, 5]],
    ['a path in any case', { text: 'main' }, [0]],
    ['words of path and message', { text: ' b.c  SIGNAL ' }, [1]],
    ['a feature', { text: 'function/signal' }, [1]],
    ['what is nowhere', { text: 'nowhere' }, []],
  ];
  for (const [what, filter, gaps] of cases) {
    it(what, () => assert.deepEqual(shown(filter), gaps));
  }

  it('takes the severity of the targets that are shown', () => {
    const { severity } = matchesOf(TABLE, { ...NO_FILTER, hiddenTargets: ['osv'] });
    assert.equal(severityAt(severity, 0), 'warning');
    assert.equal(severityAt(matchesOf(TABLE, NO_FILTER).severity, 0), 'error');
  });

  it('knows what other families would show', () => {
    const { gaps, ofAllFamilies } = matchesOf(TABLE, { ...NO_FILTER, family: 'signals', text: 'b.c' });
    assert.deepEqual([gaps, ofAllFamilies], [[1], [1, 2]]);
  });

  it('parts the gaps into sections', () => {
    const sections = sectionsOf(TABLE, matchesOf(TABLE, NO_FILTER));
    assert.deepEqual(sections, {
      blockers: [0],
      others: [1, 2],
      conditional: [3],
      apart: new Map([
        ['test', [4]],
        ['replacement', []],
        ['macro-body', [5]],
        ['not-included', []],
        ['not-built', []],
      ]),
      listed: 4,
    });
  });

  it('a report without gaps and targets', () => {
    const table = gapTableOf(reportOfGaps([], { targets: [], families: {}, features: {} }));
    assert.deepEqual(matchesOf(table, NO_FILTER).gaps, []);
  });
});

describe('report: kept state', () => {
  it('is read again', () => {
    const state = {
      filter: { ...NO_FILTER, text: 'x', hiddenSeverities: ['warning'], hiddenTargets: ['osv'] },
      grouping: 'file',
      assumed: [{ option: 'USE_X', setting: 'off' }],
    };
    assert.deepEqual(viewStateOf(JSON.parse(JSON.stringify(state))), state);
  });

  it('anything else is as if nothing was kept', () => {
    const strange = [
      undefined,
      null,
      1,
      'x',
      [],
      { filter: 3, grouping: 'x' },
      { assumed: [1, null, { option: 'A' }, { option: 1, setting: 'on' }, { option: 'A', setting: 'x' }] },
      {
        filter: {
          hiddenTargets: [1],
          hiddenSeverities: 'error',
          family: {},
          text: 1,
          hidesConditional: 'yes',
        },
      },
    ];
    for (const kept of strange)
      assert.deepEqual(viewStateOf(kept), { filter: NO_FILTER, grouping: 'family', assumed: [] });
  });
});
