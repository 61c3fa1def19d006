/**
 * A report in which every text that comes from a program tries to be more than text.
 */
import type { ReportDocument } from '#core/report/reportDocument.js';
import { gapWith, reportOfGaps, targetWith } from './reportOfGaps.js';

export const HOSTILE_TEXTS = [
  '</script><script>window.broken = 1</script>',
  '<!--<script>',
  '<img src=x onerror="window.broken = 1">',
  '"><svg onload=window.broken=1>',
  "'; window.broken = 1; '",
  '</noscript><iframe src="javascript:window.broken=1">',
  '`code` [link](javascript:alert(1)) ![image](http://evil.example/x.png)',
  '``` <b>bold</b> *strong* _em_ ~~no~~ | cell | $x$',
  '@everyone #1 http://evil.example www.evil.example <http://evil.example>',
  'line\none\r\n# Heading\n\n- item\u2028\u202eright to left\u0000\u001b[31m',
  '\\`\\[\\] &lt;b&gt; &#60;b&#62;',
] as const;

export function hostileReport(): ReportDocument {
  const gaps = HOSTILE_TEXTS.map((text) =>
    gapWith({
      path: `${text}.c`,
      name: text,
      symbol: text,
      message: `${text} — OSv: ${text}`,
      conditions: [text],
      tags: [],
      targets: [
        {
          target: 'osv',
          behaviour: 'fails',
          severity: 'error',
          asks: 'redesign',
          isDecided: true,
          detail: text,
          evidence: text,
        },
      ],
    }),
  );
  const all = HOSTILE_TEXTS.join(' ');
  return reportOfGaps([...gaps, ...gaps.map((gap) => ({ ...gap, tags: ['conditional'] }))], {
    roots: [...HOSTILE_TEXTS],
    targets: [
      targetWith({
        name: all,
        least: 'ready',
        because: [{ symbol: all, count: 2, files: 1, path: all }],
        unless: [{ symbol: all, count: 1, files: 1, path: all }],
        conditions: [...HOSTILE_TEXTS],
        unknownFeatures: [...HOSTILE_TEXTS],
      }),
    ],
    families: { processes: all },
    skipped: HOSTILE_TEXTS.map((text) => ({ path: text, reason: text })),
    problems: HOSTILE_TEXTS.map((text) => ({ path: text, reason: text })),
  });
}
