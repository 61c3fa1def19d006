import assert from 'node:assert/strict';
import { code, escaped } from '#core/report/markdownText.js';

describe('report: text in Markdown', () => {
  const texts: readonly (readonly [what: string, text: string, written: string])[] = [
    ['plain words', 'returns -1, errno ENOSYS (read a.c:1)', 'returns -1, errno ENOSYS (read a.c:1)'],
    ['markup', '*a* _b_ `c` [d](e) <f> ~g~ |', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\~g\\~ \\|'],
    ['a backslash', '\\*', '\\\\\\*'],
    ['entities', '&lt;', '\\&lt;'],
    ['formulas', '$x$', '\\$x\\$'],
    ['a mention', '@name', '@\u200bname'],
    ['addresses', 'http://a www.b', 'http\\://a www\\.b'],
    ['more than one line', 'a\n\n# b\r\u2028c', 'a \\# b c'],
  ];
  for (const [what, text, written] of texts) {
    it(`escapes ${what}`, () => assert.equal(escaped(text), written));
  }

  const spans: readonly (readonly [what: string, text: string, written: string])[] = [
    ['a path', 'src/a_b.c:1:2', '`src/a_b.c:1:2`'],
    ['backticks', 'a``b`', '``` a``b` ```'],
    ['spaces at both ends', ' a ', '`  a  `'],
    ['a line end', 'a\nb', '`a b`'],
    ['nothing', ' ', ''],
  ];
  for (const [what, text, written] of spans) {
    it(`puts ${what} into a code span`, () => assert.equal(code(text), written));
  }
});
