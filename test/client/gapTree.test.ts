import assert from 'node:assert/strict';
import { filterGaps, type GapFilter, NO_FILTER } from '#client/gaps/gapFilter.js';
import { type GapNode, type Grouping, gapTree, MAX_CHILDREN } from '#client/gaps/gapTree.js';
import type { GapDocument } from '#core/report/gapDocument.js';
import { gapDocumentWith, reportDocumentOf } from '../support/reportDocument.js';
import { untranslated } from '../support/translate.js';

const FORK = gapDocumentWith({ line: 7 });
const KILL = gapDocumentWith({
  path: 'b.c',
  symbol: 'kill()',
  feature: 'function/kill',
  message: 'kill() — does nothing',
  severity: 'warning',
  targets: [
    {
      target: 'osv',
      behaviour: 'no-op',
      severity: 'warning',
      asks: 'redesign',
      isDecided: true,
      detail: 'Does nothing.',
      evidence: 'read',
    },
  ],
});
const EARLY_KILL = { ...KILL, path: 'a.c', line: 2 };

describe('client: the tree of gaps', () => {
  it('groups by target, then by family, worst first', () => {
    assert.deepEqual(shape([KILL, FORK, EARLY_KILL], 'target'), [
      [
        'OSv',
        [
          ['Creating processes', ['a.c:7']],
          ['Signals', ['b.c:0', 'a.c:2']],
        ],
      ],
      ['Rumprun', [['Creating processes', ['a.c:7']]]],
    ]);
  });

  it('groups by family', () => {
    assert.deepEqual(shape([KILL, FORK], 'family'), [
      ['Creating processes', ['a.c:7']],
      ['Signals', ['b.c:0']],
    ]);
  });

  it('groups by file, in the order of lines', () => {
    assert.deepEqual(shape([KILL, FORK, EARLY_KILL], 'file'), [
      ['a.c', ['a.c:2', 'a.c:7']],
      ['b.c', ['b.c:0']],
    ]);
  });

  it('names the folder of a file where there are several', () => {
    const gaps = [FORK, gapDocumentWith({ root: 1 })];
    const tree = gapTree(reportDocumentOf(gaps, ['one', 'two']), gaps, 'file', NO_FILTER, untranslated);
    assert.deepEqual(tree.map(label), ['one/a.c', 'two/a.c']);
  });

  it('leaves out targets and severities that are filtered away', () => {
    assert.deepEqual(shape([KILL, FORK], 'target', { targets: ['rumprun'] }), [
      ['Rumprun', [['Creating processes', ['a.c:7']]]],
    ]);
    assert.deepEqual(shape([KILL, FORK], 'target', { severities: ['warning'] }), [
      ['OSv', [['Signals', ['b.c:0']]]],
    ]);
  });

  it('makes what lies below a node only when it is asked for, and cuts long lists', () => {
    const gaps = Array.from({ length: 50_000 }, (_, line) => gapDocumentWith({ line }));
    const started = performance.now();
    const [osv] = gapTree(reportDocumentOf(gaps), gaps, 'target', NO_FILTER, untranslated);
    const [family] = childrenOf(osv);
    const ranges = childrenOf(family);
    assert.equal(ranges.length, 50);
    assert.equal(label(ranges[1]), `${MAX_CHILDREN + 1} to ${2 * MAX_CHILDREN}`);
    assert.equal(childrenOf(ranges[1]).length, MAX_CHILDREN);
    assert.ok(performance.now() - started < 2000);
  });

  it('keeps the ids of its groups from report to report, each once', () => {
    const ids = (gaps: GapDocument[]): string[] => {
      const found: string[] = [];
      const visit = (node: GapNode): void => {
        if (node.kind === 'gap') return;
        found.push(node.id);
        node.children().forEach(visit);
      };
      gapTree(reportDocumentOf(gaps), gaps, 'target', NO_FILTER, untranslated).forEach(visit);
      return found;
    };
    const before = ids([KILL, FORK]);
    assert.equal(new Set(before).size, before.length);
    assert.deepEqual(ids([FORK, KILL, EARLY_KILL]).sort(), before.sort());
  });
});

describe('client: the filter of gaps', () => {
  const found = (filter: GapFilter): string[] =>
    filterGaps(reportDocumentOf([FORK, KILL]), filter).map(({ symbol }) => symbol);

  it('lets everything through where nothing is filtered', () => {
    assert.deepEqual(found(NO_FILTER), ['fork()', 'kill()']);
  });

  it('finds text in symbol, path, message and family, in any case', () => {
    assert.deepEqual(found({ text: 'FORK' }), ['fork()']);
    assert.deepEqual(found({ text: 'b.c' }), ['kill()']);
    assert.deepEqual(found({ text: 'does nothing' }), ['kill()']);
    assert.deepEqual(found({ text: 'creating' }), ['fork()']);
    assert.deepEqual(found({ text: 'nowhere' }), []);
  });

  it('judges severity on the targets that are shown', () => {
    const gap = gapDocumentWith({
      targets: [
        {
          target: 'osv',
          behaviour: 'fails',
          severity: 'error',
          asks: 'redesign',
          isDecided: true,
          detail: '',
          evidence: '',
        },
        {
          target: 'rumprun',
          behaviour: 'partial',
          severity: 'information',
          asks: 'redesign',
          isDecided: true,
          detail: '',
          evidence: '',
        },
      ],
    });
    const count = (filter: GapFilter): number => filterGaps(reportDocumentOf([gap]), filter).length;
    assert.equal(count({ severities: ['error'] }), 1);
    assert.equal(count({ severities: ['error'], targets: ['rumprun'] }), 0);
    assert.equal(count({ severities: ['information'], targets: ['rumprun'] }), 1);
  });
});

type Shape = [label: string, children: (Shape | string)[]];

/** Labels of groups with what is below them; a gap as `path:line`. */
function shape(
  gaps: readonly GapDocument[],
  grouping: Grouping,
  filter: GapFilter = NO_FILTER,
): (Shape | string)[] {
  const document = reportDocumentOf(gaps);
  const of = (node: GapNode): Shape | string =>
    node.kind === 'gap' ? `${node.gap.path}:${node.gap.line}` : [node.label, node.children().map(of)];
  return gapTree(document, filterGaps(document, filter), grouping, filter, untranslated).map(of);
}

function label(node: GapNode): string {
  return node.kind === 'gap' ? node.gap.symbol : node.label;
}

function childrenOf(node: GapNode): readonly GapNode[] {
  return node.kind === 'gap' ? [] : node.children();
}
