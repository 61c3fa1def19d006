import assert from 'node:assert/strict';
import { type Report, reportOf } from '#core/report/report.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { scanFiles } from '../support/scan.js';

async function report(source: string, path = 'a.c', defines: Record<string, string> = {}): Promise<Report> {
  const scan = await scanFiles({ [path]: source });
  const targets = [targetOf('osv'), targetOf('rumprun')];
  return reportOf(scan, shippedKnowledge(), {
    targets,
    minSeverity: 'information',
    definesFor: () => defines,
  });
}

const inFunction = (statements: string): string => `int f(int x, void *p) {\n${statements}\n}\n`;

describe('core: verdicts', () => {
  const cases: readonly (readonly [what: string, source: string, osv: string, rumprun: string])[] = [
    ['a program without uses', '', 'ready', 'ready'],
    ['what is supported', 'getpid(); memcpy(p, p, 1);', 'ready', 'ready'],
    ['what has limits', 'getlogin();', 'ready', 'ready'],
    ['what loses sight only', 'times(p);', 'configure', 'configure'],
    ['a gap of trivial effort', 'getppid();', 'configure', 'ready'],
    ['an error of moderate effort', 'mmap(p, 1, 0, MAP_FIXED, 3, 0);', 'ready', 'patch'],
    ['an error that asks for another design', 'fork();', 'redesign', 'redesign'],
    ['a warning that asks for another design', 'pthread_atfork(NULL, NULL, NULL);', 'patch', 'patch'],
    ['the worst of several', 'getppid(); fork(); getlogin();', 'redesign', 'redesign'],
    ['an argument that nobody knows', 'setuid(x);', 'ready..configure', 'ready'],
    ['an argument that is known', 'setuid(33);', 'configure', 'ready'],
    ['code for one target', '#ifdef __linux__\nfork();\n#endif', 'redesign', 'ready'],
    ['a condition that nobody knows', '#ifdef USE_X\ngetppid();\n#endif', 'ready..configure', 'ready'],
    ['a condition beside a certainty', 'fork();\n#ifdef USE_X\ngetppid();\n#endif', 'redesign', 'redesign'],
  ];
  for (const [what, source, ...verdicts] of cases) {
    it(`${what}: ${verdicts.join(', ')}`, async () => {
      const { targets } = await report(inFunction(source));
      const found = targets.map(({ verdict: { least, most } }) =>
        least === most ? least : `${least}..${most}`,
      );
      assert.deepEqual(found, verdicts);
    });
  }

  it('does not count tests, examples and stand-ins', async () => {
    for (const path of ['tests/a.c', 'examples/a.c', 'compat/a.c']) {
      const { targets, gaps } = await report(inFunction('fork();'), path);
      assert.deepEqual(
        targets.map(({ verdict }) => verdict.most),
        ['ready', 'ready'],
      );
      assert.equal(gaps.length, 1);
    }
  });

  it('names the gaps and the conditions that decide it', async () => {
    const source = inFunction(
      'fork();\ngetppid();\n#if USE_X > 2\nsetuid(33);\n#endif\n#ifdef USE_Y\nvfork();\n#endif',
    );
    const [{ verdict: certain }] = (await report(source)).targets;
    assert.deepEqual(
      certain.because.map(({ use }) => use.name),
      ['fork'],
    );
    assert.deepEqual(certain.unless, []);
    const [{ verdict }] = (await report(source.replace('fork();\n', ''))).targets;
    assert.deepEqual([verdict.least, verdict.because.map(({ use }) => use.name)], ['configure', ['getppid']]);
    assert.deepEqual(
      verdict.unless.map(({ use }) => use.name),
      ['vfork'],
    );
    assert.deepEqual(verdict.conditions, ['defined(USE_Y)']);
  });

  it('is certain where the user knows the build', async () => {
    const source = inFunction('#ifdef USE_X\ngetppid();\n#endif');
    const { targets } = await report(source, 'a.c', { USE_X: '1' });
    assert.deepEqual([targets[0].verdict.least, targets[0].verdict.most], ['configure', 'configure']);
  });

  it('stands by itself only where enough is known', async () => {
    const known = (await report(inFunction('getpid();'))).targets[0];
    assert.deepEqual([known.verdict.coverage, known.verdict.isCovered], [1, true]);
    const source = inFunction('signal(SIGRTMIN, p);');
    const half = (await report(source)).targets[0];
    assert.deepEqual(half.figure.unknown, ['signal/SIGRTMIN']);
    assert.deepEqual([half.verdict.coverage, half.verdict.isCovered], [0.5, false]);
  });
});

describe('core: the figure', () => {
  it('counts a feature once, by its worst use', async () => {
    const { targets } = await report(
      inFunction('getpid(); getpid(); setuid(0); setuid(33); setuid(0); fork(); fork();'),
    );
    const [osv, rumprun] = targets.map(({ figure }) => figure);
    assert.equal(osv.used, 3);
    assert.deepEqual(nonZero(osv.byBehaviour), { supported: 1, aborts: 1, fails: 1 });
    assert.deepEqual(nonZero(rumprun.byBehaviour), { supported: 2, fails: 1 });
  });

  it('counts a feature by its usual case where an argument is not known', async () => {
    const [{ figure }] = (await report(inFunction('setuid(x);'))).targets;
    assert.deepEqual(nonZero(figure.byBehaviour), { aborts: 1 });
  });

  it('leaves out what is not built', async () => {
    const source = inFunction('#ifdef _WIN32\nfork();\n#endif\n#ifdef __linux__\ngetppid();\n#endif');
    const [osv, rumprun] = (await report(source)).targets.map(({ figure }) => figure);
    assert.deepEqual(nonZero(osv.byBehaviour), { wrong: 1 });
    assert.equal(rumprun.used, 0);
  });

  it('leaves out the bodies of macros, tests and examples', async () => {
    assert.equal((await report('#define spawn() fork()\n', 'a.h')).targets[0].figure.used, 0);
    assert.equal((await report(inFunction('fork();'), 'tests/a.c')).targets[0].figure.used, 0);
  });

  it('adds up', async () => {
    const source = inFunction(
      'getpid(); fork(); setuid(x); signal(SIGRTMIN, p); getlogin(); open("/a", O_CLOEXEC);',
    );
    for (const { figure } of (await report(source)).targets) {
      const sum = Object.values(figure.byBehaviour).reduce((all, one) => all + one, 0);
      assert.equal(sum, figure.used);
      assert.equal(figure.byBehaviour.unknown, figure.unknown.length);
    }
  });
});

function nonZero(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).filter(([, count]) => count > 0));
}
