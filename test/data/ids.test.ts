import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkIds } from '#tools/lint/checkIds.js';
import { sampleData } from './sampleData.js';

describe('data: ids', () => {
  it('holds for the data', async () => {
    assert.deepEqual(checkIds(await readData()), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkIds(sampleData()), []);
  });

  it('finds an id of no form', () => {
    const data = sampleData();
    data.features.features['flag/MAP_FIXED'] = { family: 'memory' };
    assert.match(checkIds(data).join('\n'), /flag\/MAP_FIXED is no id/);
  });

  it('finds an unknown kind', () => {
    const data = sampleData();
    data.features.features['call/fork'] = { family: 'memory' };
    assert.match(checkIds(data).join('\n'), /call\/fork is no id/);
  });

  it('finds a statement about an unlisted feature', () => {
    const data = sampleData();
    delete data.features.features['function/setuid'];
    assert.match(checkIds(data).join('\n'), /toy function\/setuid: features.json does not list it/);
  });

  it('finds a relation to an unlisted feature', () => {
    const data = sampleData();
    data.features.features['function/fork'].related = ['function/vfork'];
    assert.match(checkIds(data).join('\n'), /related to function\/vfork/);
  });

  it('finds a symbol and an interface that are not listed', () => {
    const data = sampleData();
    data.symbols.interfaces.__toyrun_chk = ['toystart'];
    const problems = checkIds(data).join('\n');
    assert.match(problems, /symbols.json: function __toyrun_chk is not listed/);
    assert.match(problems, /symbols.json: function toystart is not listed/);
  });

  it('finds a relation of unlisted names', () => {
    const data = sampleData();
    data.relations.functions.vfork = ['vfork'];
    assert.match(
      checkIds(data).join('\n'),
      /function vfork is not listed\n.*system call vfork is not listed/,
    );
  });

  it('finds a program that is no feature, and a feature that is no program', () => {
    const data = sampleData();
    data.commands.commands = { truss: { family: 'processes' } };
    assert.match(
      checkIds(data).join('\n'),
      /features.json does not list truss\n.*commands.json does not list strace/,
    );
  });

  it('finds a program of two families', () => {
    const data = sampleData();
    data.commands.commands.strace.family = 'memory';
    assert.match(checkIds(data).join('\n'), /strace is of memory here and of processes in features.json/);
  });

  it('finds a substitute for an unlisted feature', () => {
    const data = sampleData();
    data.debugging.facilities['probe/usdt'] = data.debugging.facilities['command/strace'];
    assert.match(
      checkIds(data).join('\n'),
      /debugging.json: probe\/usdt toy: features.json does not list it/,
    );
  });

  it('finds a substitute on an unknown target', () => {
    const data = sampleData();
    data.debugging.platforms = {};
    assert.match(checkIds(data).join('\n'), /command\/strace other: there is no such target/);
  });
});
