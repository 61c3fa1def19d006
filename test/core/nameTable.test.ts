import assert from 'node:assert/strict';
import { hashName, NameTable } from '#core/source/nameTable.js';

describe('core: the table of names', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `name_${index * 7919}`);
  const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

  it('finds each of many names by text and by bytes', () => {
    const table = new NameTable();
    for (const [index, name] of names.entries()) assert.equal(table.add(name), index);
    for (const [index, name] of names.entries()) {
      assert.equal(table.add(name), index);
      assert.equal(table.get(name), index);
      const bytes = bytesOf(`(${name})`);
      assert.equal(table.find(bytes, 1, bytes.length - 1, hashName(name)), index);
    }
    assert.equal(table.names.length, names.length);
  });

  it('finds nothing else', () => {
    const table = new NameTable();
    for (const name of names) table.add(name);
    for (const name of ['', 'name_', 'name_00', 'Name_0', 'name_7919 ']) {
      assert.equal(table.get(name), -1);
      assert.equal(table.find(bytesOf(name), 0, name.length, hashName(name)), -1);
    }
    // The same hash does not make the same name.
    assert.equal(table.find(bytesOf('name_1'), 0, 6, hashName('name_0')), -1);
  });

  it('forgets the newest names and no others', () => {
    const table = new NameTable();
    for (const name of names) table.add(name);
    table.truncate(1000);
    for (const [index, name] of names.entries()) assert.equal(table.get(name), index < 1000 ? index : -1);
    assert.equal(table.add('another'), 1000);
  });

  it('is copied so that neither changes the other', () => {
    const table = new NameTable();
    table.add('fork');
    const copy = table.copy();
    copy.add('vfork');
    table.add('kill');
    assert.deepEqual([table.get('vfork'), table.get('kill')], [-1, 1]);
    assert.deepEqual([copy.get('vfork'), copy.get('kill')], [1, -1]);
    assert.equal(copy.get('fork'), 0);
  });
});
