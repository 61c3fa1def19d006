import { deepStrictEqual } from 'node:assert/strict';
import { scoreSites } from '#tools/accuracy/siteScore.js';
import type { PackageSites } from '#tools/accuracy/truth.js';
import { finding } from './finding.js';

const NAMES = new Set(['fork', 'kill', 'getppid', 'sync', 'pipe']);
const TRUTH: PackageSites = {
  files: ['a.c', 'a.h'],
  active: {
    'a.c': [
      [1, 20],
      [25, 50],
    ],
    'a.h': [[1, 9]],
  },
  define_lines: { 'a.h': [3, 4] },
  sites: [
    ['a.c', 10, 'fork', 'call', 'fork'],
    ['a.c', 14, 'pipe', 'ref', 'pipe'],
    ['a.c', 30, 'getppid', 'indirect', 'getppid'],
    ['a.c', 40, 'sync', 'data', 'sync'],
    ['a.c', 41, 'exit', 'call', 'exit'],
  ],
};
const AT_EVERY_SITE = ['a.c:10 fork', 'a.c:14 pipe', 'a.c:30 getppid', 'a.c:40 sync'];

/** The judgements on findings of the form `file:line name`, without the sites. */
function kindsOf(...places: string[]): string[] {
  return scoreSites(places.map(finding), TRUTH, NAMES)
    .slice(0, -TRUTH.sites.length + 1)
    .map(({ kind, name, place }) => `${kind} ${place} ${name}`);
}

/** What became of the sites that are not found. */
function missedBy(...places: string[]): string[] {
  return scoreSites(places.map(finding), TRUTH, NAMES)
    .filter(({ kind }) => kind.endsWith('-missed'))
    .map(({ kind, name, place }) => `${kind} ${place} ${name}`);
}

describe('accuracy: findings against sites', () => {
  it('counts what is found', () => {
    deepStrictEqual(
      kindsOf(...AT_EVERY_SITE),
      AT_EVERY_SITE.map((place) => `true ${place}`),
    );
    deepStrictEqual(missedBy(...AT_EVERY_SITE), []);
  });
  it('tells the kinds of places that are missed; names that do not count are none', () => {
    deepStrictEqual(missedBy(), [
      'direct-missed a.c:10 fork',
      'direct-missed a.c:14 pipe',
      'indirect-missed a.c:30 getppid',
      'data-missed a.c:40 sync',
    ]);
  });
  it('lets a call stand two lines off to either side', () => {
    deepStrictEqual(kindsOf('a.c:8 fork', 'a.c:12 fork'), ['true a.c:8 fork', 'true a.c:12 fork']);
    deepStrictEqual(missedBy('a.c:12 fork', ...AT_EVERY_SITE.slice(1)), []);
  });
  it('does not let it stand three lines off', () => {
    deepStrictEqual(kindsOf('a.c:7 fork', 'a.c:13 fork'), ['false a.c:7 fork', 'false a.c:13 fork']);
    deepStrictEqual(missedBy('a.c:13 fork', ...AT_EVERY_SITE.slice(1)), ['direct-missed a.c:10 fork']);
  });
  it('wants the name and the file of the site', () => {
    deepStrictEqual(kindsOf('a.c:10 kill', 'a.h:8 fork'), ['false a.c:10 kill', 'false a.h:8 fork']);
  });
  it('takes an address in a table as found anywhere in its file', () => {
    deepStrictEqual(kindsOf('a.c:2 sync'), ['true a.c:2 sync']);
    deepStrictEqual(missedBy('a.c:2 sync', ...AT_EVERY_SITE.slice(0, 3)), []);
  });
  it('counts a finding in a file that was not built as such, whatever its line', () => {
    deepStrictEqual(kindsOf('b.c:10 fork'), ['not-built b.c:10 fork']);
  });
  it('counts a line between two compiled ranges as left out', () => {
    deepStrictEqual(kindsOf('a.c:22 kill', 'a.c:25 kill'), ['inactive a.c:22 kill', 'false a.c:25 kill']);
  });
  it('tells macros for a name that is used behind a macro from others', () => {
    deepStrictEqual(kindsOf('a.h:3 kill', 'a.h:4 getppid'), [
      'macro-unused a.h:3 kill',
      'macro-used a.h:4 getppid',
    ]);
  });
  it('counts a name once a line', () => {
    deepStrictEqual(kindsOf('a.c:10 fork', 'a.c:10 fork'), ['true a.c:10 fork']);
  });
});
