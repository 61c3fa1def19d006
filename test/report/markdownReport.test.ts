import assert from 'node:assert/strict';
import { NO_FEATURES } from '#core/report/figure.js';
import { MARKDOWN_LIMIT, markdownReport } from '#core/report/markdownReport.js';
import { generateReport } from '#tools/bench/generateReport.js';
import { hostileReport } from '../support/hostileReport.js';
import { gapWith, reportOfGaps, targetWith } from '../support/reportOfGaps.js';

describe('report: Markdown', () => {
  it('tells verdict, blockers with evidence, the other gaps by family, conditions, and what is apart', () => {
    const text = markdownReport(
      reportOfGaps(
        [
          gapWith({ line: 3, column: 4 }),
          gapWith({ path: 'b.c' }),
          gapWith({ severity: 'warning', feature: 'function/signal', message: 'signal() — OSv: lies' }),
          gapWith({ severity: 'warning', tags: ['conditional'], conditions: ['defined(X)', 'A || B'] }),
          gapWith({ path: 'test/c.c', tags: ['test'] }),
        ],
        { skipped: [{ path: 'big.c', reason: 'too large' }], ignoredFiles: 2 },
      ),
    );
    assert.equal(
      text,
      `# Port readiness of \`app\`

1 file, 0.1 kB of C and C++; 2 files left out by .gitignore.

## OSv: redesign

**The structure has to be changed.**

- because of fork in a.c
- of 2 platform features used, 1 behaves as on Linux, 1 fails

## Blockers (2)

- **fork()** — OSv: fails${'  '}
  \`a.c:4:5\` \`b.c:1:1\`
  - OSv: A stub. _(read stubs.cc:1)_

## Other gaps (1)

### Signals (1)

- warning: **signal()** — OSv: lies${'  '}
  \`a.c:1:1\`

## Only under conditions (1)

### Where \`defined(X) and (A || B)\` holds (1)

- warning: **fork()** — OSv: fails${'  '}
  \`a.c:1:1\`

Counted apart: 1 in tests and examples.

## Skipped (1)

- \`big.c\`: too large
`,
    );
  });

  it('says the range of a verdict and that it is a lower bound', () => {
    const target = targetWith({
      least: 'ready',
      because: [],
      unless: [{ symbol: 'setuid', count: 1, files: 1, path: 'b.c' }],
      isCovered: false,
      byBehaviour: { ...NO_FEATURES, unknown: 2 },
      unknownFeatures: ['function/a', 'flag/mmap/B'],
    });
    const text = markdownReport(reportOfGaps([], { targets: [target] }));
    assert.match(text, /^## OSv: ready to redesign$/m);
    assert.match(text, /^- redesign if setuid in b\.c is reached with such arguments$/m);
    assert.match(text, /^- of 2 platform features used, .* 2 are unknown \(a, mmap\/B\)$/m);
    assert.match(text, /^- nothing is known of 2 of them: take the verdict as a lower bound$/m);
  });

  it('fits a comment and says what it leaves out', () => {
    const document = generateReport(20_000);
    const text = markdownReport(document);
    assert.ok(text.length <= MARKDOWN_LIMIT, `${text.length} characters`);
    assert.ok(text.length > MARKDOWN_LIMIT / 2, `${text.length} characters`);
    assert.match(
      text,
      /_Left out here for its length: [\d,]+ gaps; the report as HTML or JSON has all\._\n$/,
    );
  });

  it('counts every gap that it does not tell', () => {
    const gaps = Array.from({ length: 3000 }, (_, i) =>
      gapWith({ path: `${'long/'.repeat(20)}${i}.c`, message: `call_${i}() — OSv: fails` }),
    );
    const text = markdownReport(reportOfGaps(gaps));
    const told = text.match(/^- \*\*call/gm)?.length ?? 0;
    const left = Number(/length: ([\d,]+) gaps/.exec(text)?.[1].replace(',', ''));
    assert.equal(told + left, gaps.length);
  });

  it('stays short whatever names a program has', () => {
    const long = 'x'.repeat(100_000);
    const gaps = [gapWith({ path: long, message: long, conditions: [long] })];
    const target = targetWith({
      because: [{ symbol: long, count: 1, files: 1, path: 'a.c' }],
      unknownFeatures: [long],
    });
    const report = reportOfGaps(gaps, { roots: Array(100).fill(long), targets: [target] });
    assert.ok(markdownReport(report).length < MARKDOWN_LIMIT);
  });

  it('hostile text stays text', () => {
    const text = markdownReport(hostileReport());
    // Escaped characters and code spans are text; what is left must begin no HTML, link, image or mention.
    const outside = text.replace(/\\.|(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
    assert.doesNotMatch(outside, /[<\]`&]/);
    assert.doesNotMatch(outside, /@\w/);
    assert.doesNotMatch(outside, /https?:\/\//);
    const headings = text.split('\n').filter((line) => line.startsWith('#'));
    assert.ok(headings.every((line) => /^#+ (Port|Blockers|Other|Only|Where|Skipped|Read|.*: )/.test(line)));
    assert.doesNotMatch(text, /[^\n\P{Cc}]|[\u2028\u202e]/u);
  });
});
