import assert from 'node:assert/strict';
import { type Baseline, baselineOf } from '#core/baseline/baseline.js';
import { baselineText, readBaseline } from '#core/baseline/baselineText.js';
import { compareBaseline } from '#core/baseline/compareBaseline.js';
import { EnclosingFunctions } from '#core/baseline/enclosingFunctions.js';
import { type GapFingerprint, gapFingerprints } from '#core/baseline/gapFingerprint.js';
import { SourceLines } from '#core/baseline/sourceLines.js';
import { worsenedTargets } from '#core/baseline/worsenedTargets.js';
import type { Gap } from '#core/gaps/gap.js';
import { worsenedText } from '#core/messages/comparisonText.js';
import { type Report, reportOf } from '#core/report/report.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { MemoryWorkspace } from '../support/memoryWorkspace.js';
import { scanMemory } from '../support/scan.js';

type Files = Readonly<Record<string, string>>;

interface Scan {
  readonly report: Report;
  readonly fingerprints: ReadonlyMap<Gap, GapFingerprint>;
}

async function scanOf(files: Files): Promise<Scan> {
  const workspace = new MemoryWorkspace(files);
  const report = reportOf(await scanMemory(workspace), shippedKnowledge(), {
    targets: [targetOf('osv'), targetOf('rumprun')],
    minSeverity: 'information',
    definesFor: () => ({}),
  });
  return { report, fingerprints: await gapFingerprints(report.gaps, workspace) };
}

/** Lines of the new gaps, how many are known and how many gone, after a change of the files. */
async function since(before: Files, after: Files): Promise<string> {
  const old = await scanOf(before);
  const baseline = baselineOf(old.fingerprints.values(), old.report.targets, '1');
  const { fingerprints } = await scanOf(after);
  const { isNew, known, gone } = compareBaseline(fingerprints, baseline.gaps);
  const places = [...isNew].map(({ use }) => `${use.path}:${use.line + 1}`);
  return `new ${places.join(' ') || 'none'}, known ${known}, gone ${gone}`;
}

const textOf = (baseline: Baseline): string => [...baselineText(baseline)].join('');

const SOURCE = 'int start(void)\n{\n\tif (x)\n\t\treturn fork();\n\treturn 0;\n}\n';

describe('core: a baseline', () => {
  const cases: readonly (readonly [what: string, before: Files, after: Files, expected: string])[] = [
    ['knows what has not changed', { 'a.c': SOURCE }, { 'a.c': SOURCE }, 'new none, known 1, gone 0'],
    [
      'knows a gap in another line',
      { 'a.c': SOURCE },
      { 'a.c': `/* one\n * two */\n${SOURCE}` },
      'new none, known 1, gone 0',
    ],
    [
      'knows a gap with other white space',
      { 'a.c': SOURCE },
      { 'a.c': SOURCE.replace('\t\treturn fork();\n', '        return fork ( );\r\n') },
      'new none, known 1, gone 0',
    ],
    [
      'knows a gap in a function that was renamed',
      { 'a.c': SOURCE },
      { 'a.c': SOURCE.replace('start', 'begin') },
      'new none, known 1, gone 0',
    ],
    [
      'knows a gap in a file that was renamed',
      { 'a.c': SOURCE },
      { 'b/c.c': SOURCE },
      'new none, known 1, gone 0',
    ],
    [
      'does not know a gap of both in another place',
      { 'a.c': SOURCE },
      { 'b.c': SOURCE.replace('start', 'begin') },
      'new b.c:4, known 0, gone 1',
    ],
    [
      'does not know a gap in another text',
      { 'a.c': SOURCE },
      { 'a.c': SOURCE.replace('return fork()', 'return -fork()') },
      'new a.c:4, known 0, gone 1',
    ],
    [
      'has no more of a copy',
      { 'a.c': SOURCE },
      { 'a.c': SOURCE, 'b.c': SOURCE },
      'new b.c:4, known 1, gone 0',
    ],
    [
      'takes the last of equal gaps as new',
      { 'a.c': SOURCE },
      { 'a.c': SOURCE.replace('\treturn 0;\n', '\t\treturn fork();\n') },
      'new a.c:5, known 1, gone 0',
    ],
    [
      'tells how many of equal gaps are gone',
      { 'a.c': SOURCE.replace('\treturn 0;\n', '\t\treturn fork();\n') },
      { 'a.c': SOURCE },
      'new none, known 1, gone 1',
    ],
    [
      'knows a gap in its own file before one that was moved',
      { 'a.c': SOURCE, 'b.c': SOURCE },
      { 'b.c': SOURCE, 'c.c': SOURCE },
      'new none, known 2, gone 0',
    ],
  ];
  for (const [what, before, after, expected] of cases) {
    it(what, async () => assert.equal(await since(before, after), expected));
  }

  it('knows a gap without a line of source by its feature and file', async () => {
    const { report } = await scanOf({ 'a.c': SOURCE });
    const none = await gapFingerprints(report.gaps, { read: () => ({ problem: 'no text' }) });
    assert.deepEqual(
      [...none.values()],
      [{ feature: 'function/fork', path: 'a.c', function: undefined, line: undefined, occurrence: 1 }],
    );
    const baseline = baselineOf(none.values(), [], '1');
    assert.deepEqual(readBaseline(textOf(baseline)), { value: baseline });
    assert.equal(compareBaseline(none, baseline.gaps).known, 1);
  });

  it('numbers equal gaps in the order of the text', async () => {
    const { fingerprints } = await scanOf({
      'a.c': 'void f(void) {\n\tfork(); fork();\n\tfork(); fork();\n}\n',
    });
    assert.deepEqual(
      [...fingerprints].map(([{ use }, { occurrence }]) => `${use.line} ${use.column} ${occurrence}`),
      ['1 1 1', '1 9 2', '2 1 3', '2 9 4'],
    );
  });
});

describe('core: the file of a baseline', () => {
  const files = { 'b.c': SOURCE, 'a.c': `${SOURCE}void g(void) { setsid(); vfork(); }\n` };

  it('is read as it was written', async () => {
    const { report, fingerprints } = await scanOf(files);
    const baseline = baselineOf(fingerprints.values(), report.targets, '0.1.0');
    assert.deepEqual(readBaseline(textOf(baseline)), { value: baseline });
  });

  it('has a gap a line, sorted, whatever the order of the gaps', async () => {
    const { report, fingerprints } = await scanOf(files);
    const text = textOf(baselineOf(fingerprints.values(), report.targets, '0.1.0'));
    const lines = text.slice(text.indexOf('  "gaps"')).split('\n');
    assert.deepEqual(
      lines.map((line) => line.replace(/"[0-9a-f]{8}"/, 'HASH')),
      [
        '  "gaps": {',
        '    "a.c": [',
        '      ["function/fork","start",HASH],',
        '      ["function/setsid","g",HASH],',
        '      ["function/vfork","g",HASH]',
        '    ],',
        '    "b.c": [',
        '      ["function/fork","start",HASH]',
        '    ]',
        '  }',
        '}',
        '',
      ],
    );
    const other = baselineOf([...fingerprints.values()].reverse(), report.targets.toReversed(), '0.1.0');
    assert.equal(textOf(other), text);
  });

  it('of a program without gaps is empty', async () => {
    const { report } = await scanOf({ 'a.c': 'int x;\n' });
    const text = textOf(baselineOf([], report.targets, '0.1.0'));
    assert.match(text, /"gaps": \{\}\n/);
    assert.ok('value' in readBaseline(text));
  });

  const targets = '"targets": {}';
  const damaged: readonly (readonly [text: string, problem: RegExp])[] = [
    ['', /^is no JSON/],
    ['<<<<<<< HEAD\n{}', /^is no JSON/],
    ['[]', /no JSON object/],
    ['{}', /^is no baseline/],
    ['{"version": 2, "unigap": "9"}', /newer unigap \(it is of version 2\)/],
    ['{"version": 1, "roots": ["."], "gaps": []}', /^is no baseline/],
    ['{"version": 1, "unigap": "1", "targets": {}, "gaps": []}', /^is no baseline/],
    [`{"version": 1, "unigap": "1", ${targets}, "gaps": {"a.c": {}}}`, /damaged.*"a\.c"/],
    [`{"version": 1, "unigap": "1", ${targets}, "gaps": {"a.c": [["f", 1, null]]}}`, /damaged.*"a\.c"/],
    [`{"version": 1, "unigap": "1", ${targets}, "gaps": {"a.c": [["f", null, null, 0]]}}`, /damaged/],
    ['{"version": 1, "unigap": "1", "targets": {"osv": {"least": "good"}}, "gaps": {}}', /damaged.*"osv"/],
  ];
  for (const [text, problem] of damaged) {
    it(`is refused: ${JSON.stringify(text.slice(0, 80))}`, () => {
      const read = readBaseline(text);
      assert.match('problem' in read ? read.problem : 'was read', problem);
    });
  }
});

describe('core: what is worse since a baseline', () => {
  async function worse(before: string, after: string): Promise<string[]> {
    const wrap = (statements: string): Files => ({ 'a.c': `void f(void) {\n${statements}\n}\n` });
    const old = await scanOf(wrap(before));
    const baseline = baselineOf(old.fingerprints.values(), old.report.targets, '1');
    return worsenedTargets((await scanOf(wrap(after))).report.targets, baseline).map(worsenedText);
  }

  it('is nothing where nothing has changed, or it is better', async () => {
    assert.deepEqual(await worse('fork();', 'fork();'), []);
    assert.deepEqual(await worse('fork();', ''), []);
  });

  it('is a verdict', async () => {
    assert.deepEqual(await worse('getppid();', 'fork();'), [
      'OSv: the verdict is redesign; it was configure in the baseline',
      'Rumprun: the verdict is redesign; it was ready in the baseline',
    ]);
  });

  it('is a verdict under a condition', async () => {
    assert.deepEqual(await worse('', '#ifdef USE_X\ngetppid();\n#endif'), [
      'OSv: the verdict is ready to configure; it was ready in the baseline',
    ]);
  });

  it('is a figure with more features in the way', async () => {
    assert.deepEqual(await worse('fork();', 'fork(); setsid();'), [
      'OSv: 2 features are in the way; it was 1 in the baseline',
    ]);
  });

  it('is no more code that works, or works with limits', async () => {
    assert.deepEqual(await worse('fork();', 'fork(); getpid(); getlogin();'), []);
  });

  it('is nothing for a target that the baseline lacks', async () => {
    const { report } = await scanOf({ 'a.c': SOURCE });
    assert.deepEqual(worsenedTargets(report.targets, { targets: new Map() }), []);
  });
});

describe('core: the function around a line', () => {
  const cases: readonly (readonly [source: string, name: string | undefined])[] = [
    ['int f(void)\n{\n\t|\n}', 'f'],
    ['static int\nf(int a,\n  int b)\n{\n\t|\n}', 'f'],
    ['int f (a, b)\nint a;\nchar *b;\n{\n\t|\n}', 'f'],
    ['int f(void) { | }', 'f'],
    ['int A::b(int c) const {\n\t|\n}', 'A::b'],
    ['A::~A() {\n\t|\n}', 'A::~A'],
    ['__attribute__((noreturn)) void f(void) {\n\t|\n}', 'f'],
    ['int f(void)\n{\nout:\n\t|\n}', 'f'],
    ['int f(void)\n{\n#if X\n\t|\n#endif\n}', 'f'],
    ['int f(void)\n{\n}\n\nint (*g)(void) = |;', undefined],
    ['int f(void);\n\t|', undefined],
    ['struct s t = {\n\t|\n};', undefined],
    ['\t|', undefined],
  ];
  function around(source: string): string | undefined {
    const bytes = new TextEncoder().encode(source.replace('|', 'fork()'));
    const line = source.slice(0, source.indexOf('|')).split('\n').length - 1;
    return new EnclosingFunctions(new SourceLines(bytes, bytes.length)).at(line);
  }

  for (const [source, name] of cases) {
    it(`${JSON.stringify(source)}: ${name}`, () => assert.equal(around(source), name));
  }

  it('is told of one line after the other', () => {
    const bytes = new TextEncoder().encode('int f(void)\n{\n\tx();\n}\nint y;\nint g(void)\n{\n\tx();\n}\n');
    const functions = new EnclosingFunctions(new SourceLines(bytes, bytes.length));
    assert.deepEqual(
      [0, 2, 2, 3, 4, 5, 7, 8, 9, 10].map((line) => functions.at(line)),
      ['f', 'f', 'f', 'f', undefined, 'g', 'g', 'g', undefined, undefined],
    );
  });

  it('is not looked for in a line of any length for long', () => {
    const name = 'a'.repeat(1_000_000);
    assert.equal(around(`${name}${'('.repeat(1_000)}\n\t|`), name);
  });
});

describe('core: lines of a source', () => {
  const cases: readonly (readonly [text: string, lines: readonly string[]])[] = [
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a', '']],
    ['a\r\n\nb', ['a\r', '', 'b']],
  ];
  for (const [text, expected] of cases) {
    it(`of ${JSON.stringify(text)}`, () => {
      // A workspace hands out a buffer with more behind the text.
      const lines = new SourceLines(new TextEncoder().encode(`${text}\0\n\n`), text.length);
      const found = Array.from({ length: expected.length + 1 }, (_, i) => lines.at(i));
      assert.deepEqual(found, [...expected, undefined]);
    });
  }
});
