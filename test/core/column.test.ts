import assert from 'node:assert/strict';
import { ColumnCounter, utf16Column } from '#core/source/column.js';

/** Bytes as Latin-1 text. */
function column(text: string): number {
  const bytes = new Uint8Array(Buffer.from(`xx\n${text}|`, 'latin1'));
  return utf16Column(bytes, 3, bytes.length - 1);
}

describe('core: columns', () => {
  const cases: readonly (readonly [what: string, text: string, units: number])[] = [
    ['nothing', '', 0],
    ['ASCII', 'abc', 3],
    ['a tab', '\tx', 2],
    ['two bytes', '\xc3\xa9', 1],
    ['three bytes', '\xe2\x98\x83', 1],
    ['four bytes', '\xf0\x9f\x98\x80', 2],
    ['all of them', 'a\xc3\xa9\xe2\x98\x83\xf0\x9f\x98\x80z', 6],
    ['Latin-1', 'Ren\xe9 M\xfcller', 11],
    ['two Latin-1 letters', '\xe9\xe8', 2],
    ['a lone continuation byte', 'a\x80b', 3],
    ['a sequence that is cut off', '\xe2\x98', 2],
    ['a sequence that is cut off by a letter', '\xf0\x9f\x98a', 4],
    ['a byte that is never UTF-8', '\xfe\xff', 2],
    ['a start byte that is too long a form', '\xc0\xaf', 2],
  ];
  for (const [what, text, units] of cases) {
    it(`${what}: ${units}`, () => assert.equal(column(text), units));
  }

  it('looks at no byte behind the offset', () => {
    const bytes = new Uint8Array(Buffer.from('é😀x'));
    assert.equal(utf16Column(bytes, 0, 2), 1);
    assert.equal(utf16Column(bytes, 0, 6), 3);
    assert.equal(utf16Column(bytes, 2, 6), 2);
  });

  it('goes on from where it was asked last, also back and on other lines', () => {
    const bytes = new Uint8Array(Buffer.from('é😀x\né😀x'));
    const columns = new ColumnCounter(bytes);
    const asked = [6, 7, 2, 7].map((offset) => columns.at(0, offset));
    assert.deepEqual(asked, [3, 4, 1, 4]);
    assert.deepEqual([columns.ahead().at(8, 10), columns.at(8, 14), columns.at(0, 6)], [1, 3, 3]);
  });
});
