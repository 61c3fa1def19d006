import { deepStrictEqual } from 'node:assert/strict';
import type { Finding } from '#tools/accuracy/findings.js';
import { scoreImports } from '#tools/accuracy/linkerScore.js';
import { scoreSites } from '#tools/accuracy/siteScore.js';
import type { PackageSites } from '#tools/accuracy/truth.js';

const NAMES = new Set(['fork', 'kill', 'getppid', 'sync']);
const TRUTH: PackageSites = {
  files: ['a.c', 'a.h'],
  active: { 'a.c': [[1, 50]], 'a.h': [[1, 9]] },
  define_lines: { 'a.h': [3, 4] },
  sites: [
    ['a.c', 10, 'fork', 'call', 'fork'],
    ['a.c', 30, 'getppid', 'indirect', 'getppid'],
    ['a.c', 40, 'sync', 'data', 'sync'],
  ],
};

function classes(...places: [file: string, line: number, name: string][]): string[] {
  const findings = places.map(([file, line, name]): Finding => ({ file, line, name, isUntagged: true }));
  return scoreSites(findings, TRUTH, NAMES).errors.map(({ kind, text }) => `${kind} ${text}`);
}

const FOUND: [string, number, string][] = [
  ['a.c', 10, 'fork'],
  ['a.c', 30, 'getppid'],
  ['a.c', 40, 'sync'],
];

describe('accuracy: findings against sites', () => {
  it('counts what is found', () => {
    deepStrictEqual(classes(...FOUND), []);
  });
  it('lets a call stand two lines off, and no more', () => {
    deepStrictEqual(classes(['a.c', 12, 'fork'], FOUND[1], FOUND[2]), []);
    deepStrictEqual(classes(['a.c', 13, 'fork'], FOUND[1], FOUND[2]), [
      'false a.c:13 fork',
      'direct-missed a.c:10 fork',
    ]);
  });
  it('takes an address in a table as found anywhere in its file', () => {
    deepStrictEqual(classes(FOUND[0], FOUND[1], ['a.c', 2, 'sync']), []);
  });
  it('tells files that were not built, code left out and macros apart', () => {
    const places: [string, number, string][] = [
      ['b.c', 1, 'kill'],
      ['a.c', 60, 'kill'],
      ['a.h', 3, 'kill'],
      ['a.h', 4, 'getppid'],
    ];
    deepStrictEqual(classes(...FOUND, ...places), [
      'not-built b.c:1 kill',
      'inactive a.c:60 kill',
      'macro-unused a.h:3 kill',
      'macro-used a.h:4 getppid',
    ]);
  });
  it('tells the kinds of places that are missed', () => {
    deepStrictEqual(classes(), [
      'direct-missed a.c:10 fork',
      'indirect-missed a.c:30 getppid',
      'data-missed a.c:40 sync',
    ]);
  });
  it('compares names with imports', () => {
    const findings = FOUND.map(([file, line, name]): Finding => ({ file, line, name, isUntagged: true }));
    deepStrictEqual(scoreImports(findings, ['fork', 'kill', 'printf'], NAMES), {
      both: 1,
      foundOnly: ['getppid', 'sync'],
      importedOnly: ['kill'],
    });
  });
});
