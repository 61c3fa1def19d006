import assert from 'node:assert/strict';
import type { Gap } from '#core/gaps/gap.js';
import { readProjectFile } from '#core/project/readProjectFile.js';
import { ToldGaps } from '#core/project/toldGaps.js';
import { reportOf } from '#core/report/report.js';
import { isInSpan } from '#core/suppressions/commentsIn.js';
import { suppressionsIn } from '#core/suppressions/suppressionsIn.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { scanFiles } from '../support/scan.js';

const comments = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return suppressionsIn(bytes, bytes.length);
};

describe('core: suppression comments', () => {
  it('have a scope, features, a reason and a place', () => {
    assert.deepEqual(
      comments('int a;\n\tfork(); // unigap-ignore-line function/fork, function/setsid -- only -d\n'),
      [
        {
          scope: 'line',
          features: ['function/fork', 'function/setsid'],
          reason: 'only -d',
          line: 1,
          column: 12,
          endColumn: 72,
          around: { kind: 'line-comment', column: 9, endColumn: 72 },
        },
      ],
    );
    const [all] = comments('/* unigap-ignore-file */');
    assert.deepEqual([all.scope, all.features, all.reason, all.endColumn], ['file', [], '', 21]);
    assert.equal(comments('// unigap-ignore-next-line function/fork -- a -- b')[0].reason, 'a -- b');
  });

  it('tell where the comment begins and ends, if it does so in their line', () => {
    const around = (text: string) => comments(text).map(({ around }) => around);
    const kind = 'block-comment';
    assert.deepEqual(around('"//"; /* unigap-ignore-file */'), [{ kind, column: 6, endColumn: 30 }]);
    assert.deepEqual(around('/*\n unigap-ignore-file */'), [{ kind, column: undefined, endColumn: 22 }]);
    assert.deepEqual(around('/* unigap-ignore-file\n*/'), [{ kind, column: 0, endColumn: undefined }]);
  });

  it('count columns in UTF-16 code units', () => {
    const [{ column }] = comments('/* ü𝄞 */ // unigap-ignore-line');
    assert.equal(column, '/* ü𝄞 */ // '.length);
  });

  it('may end in CR LF', () => {
    const text = '// unigap-ignore-file function/fork -- why\r\nf();\r\n/* unigap-ignore-next-line */\r\n';
    assert.deepEqual(
      comments(text).map(({ line, features, reason }) => [line, features, reason]),
      [
        [0, ['function/fork'], 'why'],
        [2, [], ''],
      ],
    );
  });

  const inComments = [
    '/*\n * unigap-ignore-file function/fork -- why\n */',
    '/*\n   unigap-ignore-file function/fork -- why\n*/',
    '/* see \\n "x" unigap-ignore-file function/fork -- why */',
    '// a "quoted" word, then unigap-ignore-file function/fork -- why',
    '// goes on \\\n unigap-ignore-file function/fork -- why',
    'puts("// no"); // unigap-ignore-file function/fork -- why',
    "x = '\"'; // unigap-ignore-file function/fork -- why",
    "n = 1'000'000; // unigap-ignore-file function/fork -- why",
    '#error do not\n// unigap-ignore-file function/fork -- why',
    "#error don't\n// unigap-ignore-file function/fork -- why",
    '#include <sys/epoll.h> // unigap-ignore-file function/fork -- why',
    's = R"x(/* )" )x"; // unigap-ignore-file function/fork -- why',
    '/* not closed: unigap-ignore-file function/fork -- why',
  ];
  for (const text of inComments) {
    it(`are read in ${JSON.stringify(text)}`, () => {
      const [one, ...others] = comments(text);
      assert.deepEqual([one?.scope, one?.features, one?.reason], ['file', ['function/fork'], 'why']);
      assert.deepEqual(others, []);
    });
  }

  const elsewhere = [
    'puts("// unigap-ignore-file function/fork");',
    'puts("\\"/* unigap-ignore-file */");',
    'puts(R"(\n// unigap-ignore-file\n)");',
    'int unigap_ignore_file; unigap-ignore-file;',
    '// unigap-ignore-files',
    '// unigap-ignore',
    '// unigap-ignore-',
    '',
  ];
  for (const text of elsewhere) {
    it(`are not read in ${JSON.stringify(text)}`, () => assert.deepEqual(comments(text), []));
  }

  it('are found wherever they begin', () => {
    for (let before = 0; before < 40; before++) {
      const text = `${' '.repeat(before)}//unigap-ignore-file`;
      assert.equal(comments(text).length, 1, `behind ${before} bytes`);
      assert.equal(comments(`${text}${' '.repeat(before)}`).length, 1);
    }
  });

  it('are not found behind the end of the text', () => {
    const bytes = new TextEncoder().encode('x; //unigap-ignore-file');
    for (let length = 0; length < bytes.length; length++) assert.deepEqual(suppressionsIn(bytes, length), []);
  });
});

describe('core: what is written into a text', () => {
  const places: readonly (readonly [text: string, isInside: boolean])[] = [
    ['int x; |', false],
    ['|/* a */', false],
    ['/* a | */', true],
    ['/* a */|', false],
    ['/* not closed |', true],
    ['// a|\n', true],
    ['// a\n|', false],
    ['// a \\\n b|\n', true],
    ['"a | b"', true],
    ['"a"|', false],
    ['R"(\n| a)"', true],
    ["#error don't|\n", true],
    ["#error don't\n|", false],
  ];
  for (const [text, isInside] of places) {
    it(`is ${isInside ? '' : 'not '}part of a comment or a literal at the bar of ${JSON.stringify(text)}`, () =>
      assert.equal(isInSpan(text.replace('|', ''), text.indexOf('|')), isInside));
  }
});

describe('core: gaps that are told', () => {
  const SOURCE = 'void f(void) {\n\tfork();\n\tsetsid();\n\tvfork();\n}\n';

  /** What is told of one file: lines from one, with features; what is suppressed; what is not needed. */
  async function told(text: string, project = '{}', path = 'src/a.c') {
    const knowledge = shippedKnowledge();
    const scan = await scanFiles({ [path]: text });
    const targets = ['osv', 'rumprun'].map(targetOf);
    const report = reportOf(scan, knowledge, { targets, minSeverity: 'information', definesFor: () => ({}) });
    const { settings, problems } = readProjectFile(project, knowledge);
    assert.deepEqual(problems, []);
    const words = ({ use }: Gap): string => `${use.line + 1} ${use.symbol}`;
    const result = new ToldGaps(settings, knowledge).of(path, report.gaps, scan.suppressions.get(path) ?? []);
    return {
      gaps: result.told,
      told: result.told.map(words),
      suppressed: result.suppressed.map(({ gap, reason }) => `${words(gap)}: ${reason}`),
      unused: result.unused.map(({ comment, features }) => [comment.line + 1, ...features].join(' ')),
      unusedInProject: settings.suppressions
        .filter((one) => !result.used.has(one))
        .map(({ reason }) => reason),
    };
  }

  it('are all without rules', async () => {
    assert.deepEqual((await told(SOURCE)).told, ['2 fork', '3 setsid', '4 vfork']);
  });

  it('are not those that a comment on the line, above it or in the file suppresses', async () => {
    const line = await told(SOURCE.replace('fork();', 'fork(); // unigap-ignore-line function/fork -- a'));
    assert.deepEqual([line.told, line.suppressed], [['3 setsid', '4 vfork'], ['2 fork: a']]);
    const next = await told(SOURCE.replace('\tfork', '/* unigap-ignore-next-line -- b */\n\tfork'));
    assert.deepEqual([next.told, next.suppressed], [['4 setsid', '5 vfork'], ['3 fork: b']]);
    const file = await told(`${SOURCE}// unigap-ignore-file function/setsid,function/vfork -- c\n`);
    assert.deepEqual([file.told, file.suppressed], [['2 fork'], ['3 setsid: c', '4 vfork: c']]);
    for (const { unused } of [line, next, file]) assert.deepEqual(unused, []);
  });

  it('are told together with comments, or features of them, that suppress nothing', async () => {
    const text = SOURCE.replace(
      'fork();',
      'fork(); // unigap-ignore-line function/fork, function/popen -- a',
    );
    assert.deepEqual((await told(text)).unused, ['2 function/popen']);
    assert.deepEqual((await told(`// unigap-ignore-line\n${SOURCE}`)).unused, ['1']);
    assert.deepEqual((await told('/* unigap-ignore-file function/fork */\n')).unused, ['1 function/fork']);
  });

  it('are suppressed once: a comment for the file comes before one for a line', async () => {
    const text = SOURCE.replace('fork();', 'fork(); // unigap-ignore-line -- line');
    const { suppressed, unused } = await told(`${text}// unigap-ignore-file function/fork -- file\n`);
    assert.deepEqual([suppressed, unused], [['2 fork: file'], ['2']]);
  });

  it('are not those that the project suppresses where its glob holds', async () => {
    const project = (path: string) =>
      `{ "suppressions": [{ "feature": "function/fork", "path": ${JSON.stringify(path)}, "reason": "host" }] }`;
    for (const path of ['src/', 'src', '*.c', '/src/*.c', '**/a.c', 'src/**']) {
      const result = await told(SOURCE, project(path));
      assert.deepEqual([result.told, result.unusedInProject], [['3 setsid', '4 vfork'], []], path);
      assert.deepEqual(result.suppressed, ['2 fork: host']);
    }
    for (const path of ['/a.c', 'lib/', '*.h', '!src/']) {
      const result = await told(SOURCE, project(path));
      assert.deepEqual([result.told.length, result.unusedInProject], [3, ['host']], path);
    }
    const whole = '{ "suppressions": [{ "feature": "function/fork", "reason": "host" }] }';
    assert.deepEqual((await told(SOURCE, whole, '.../a.c')).suppressed, ['2 fork: host']);
  });

  it('have the severities of the last rule that fits', async () => {
    const rules = (...list: object[]) => JSON.stringify({ severities: list });
    const severities = async (...list: object[]) =>
      (await told(SOURCE, rules(...list))).gaps.map(({ use, severity }) => `${use.symbol} ${severity}`);
    assert.deepEqual(await severities({ feature: 'function/fork', severity: 'information' }), [
      'fork information',
      'setsid error',
      'vfork error',
    ]);
    assert.deepEqual(
      await severities({ severity: 'off' }, { feature: 'function/vfork', severity: 'warning' }),
      ['vfork warning'],
    );
    assert.deepEqual(await severities({ behaviour: 'fails', severity: 'off' }), []);
    assert.deepEqual(await severities({ family: 'process-creation', severity: 'off' }), ['setsid error']);
  });

  it('keep the targets on which no rule turns them off, worst first', async () => {
    const { gaps } = await told(SOURCE, '{ "severities": [{ "target": "osv", "severity": "off" }] }');
    assert.ok(gaps.every(({ targets }) => targets.every(({ target }) => target.id === 'rumprun')));
    const milder = await told(SOURCE, '{ "severities": [{ "target": "osv", "severity": "warning" }] }');
    const [fork] = milder.gaps;
    assert.deepEqual(
      fork.targets.map(({ target, severity }) => `${target.id} ${severity}`),
      ['rumprun error', 'osv warning'],
    );
  });
});
