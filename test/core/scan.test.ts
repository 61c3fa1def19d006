import assert from 'node:assert/strict';
import { sourceLanguage } from '#core/scan/language.js';
import { scanWorkspace } from '#core/scan/scanWorkspace.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import { wasmEngine } from '../support/engines.js';
import { shippedKnowledge } from '../support/knowledge.js';
import { MemoryWorkspace } from '../support/memoryWorkspace.js';
import { scanFiles } from '../support/scan.js';

describe('core: a scan', () => {
  const files = Object.fromEntries(
    Array.from({ length: 130 }, (_, index) => [`f${index}.c`, 'int f(void) { return fork(); }\n']),
  );

  function scanWith(options: {
    progress?: (done: number, total: number) => void;
    cancelled?: () => boolean;
  }) {
    const knowledge = shippedKnowledge();
    const catalogue = catalogueOf(knowledge);
    const vocabulary = vocabularyOf(knowledge, catalogue, false, []);
    return scanWorkspace(new MemoryWorkspace(files), {
      vocabulary,
      catalogue,
      engine: wasmEngine,
      ...options,
    });
  }

  it('tells how far it is', async () => {
    const told: string[] = [];
    const scan = await scanWith({ progress: (done, total) => told.push(`${done}/${total}`) });
    assert.deepEqual(told, ['0/130', '64/130', '128/130']);
    assert.equal(scan.filesScanned, 130);
    assert.equal(scan.bytesScanned, 130 * 31);
  });

  it('ends when it is cancelled, with what there is', async () => {
    let asked = 0;
    const scan = await scanWith({ cancelled: () => ++asked > 10 });
    assert.equal(scan.filesScanned, 10);
    assert.equal(scan.uses.length, 10);
  });

  it('names a file that cannot be read', async () => {
    const knowledge = shippedKnowledge();
    const catalogue = catalogueOf(knowledge);
    const workspace = new MemoryWorkspace({ 'a.c': 'int f(void) { return fork(); }\n' });
    const gone = { path: 'gone.h' };
    const scan = await scanWorkspace(
      {
        list: async () => ({ files: [...(await workspace.list()).files, gone], skipped: [] }),
        read: (file) => Promise.resolve(workspace.read(file)),
      },
      { vocabulary: vocabularyOf(knowledge, catalogue, false, []), catalogue, engine: wasmEngine },
    );
    assert.deepEqual(scan.skipped, [{ path: 'gone.h', reason: 'no such file' }]);
    assert.equal(scan.uses.length, 1);
  });

  it('counts what is supported everywhere without keeping its places', async () => {
    const source = { 'a.c': 'int f(void) { getpid(); fork(); return getpid(); }\n' };
    const scan = await scanFiles(source);
    assert.deepEqual(
      scan.uses.map(({ feature }) => feature),
      ['function/fork'],
    );
    assert.deepEqual([...scan.counted], ['function/getpid']);
    const all = await scanFiles(source, { allUses: true });
    assert.equal(all.uses.length, 3);
    assert.deepEqual([...all.counted], []);
  });

  it('counts what macros of the file lead to', async () => {
    const source = { 'a.c': '#define own_pid getpid\nint f(void) { return own_pid(); }\n' };
    assert.deepEqual([...(await scanFiles(source)).counted], ['function/getpid']);
  });
});

describe('core: the language of a file', () => {
  const languages: readonly (readonly [language: 'C' | 'C++' | 'none', paths: string])[] = [
    ['C', 'a.c a.h a.xs a.l a.y a.def a.inc a.i a.c.in a.h.in a.c-17 A/B.c a.b.c'],
    ['C++', 'a.cc a.cpp a.cxx a.c++ a.hh a.hpp a.hxx a.ipp a.tcc a.ll a.yy a.C a.H a.CPP'],
    ['none', 'a.py c a.cs a.in a.c.orig Makefile a.rs .c.swp a.css'],
  ];
  for (const [language, paths] of languages) {
    for (const path of paths.split(' ')) {
      it(`${path}: ${language}`, () => {
        const found = sourceLanguage(path);
        assert.equal(found === undefined ? 'none' : found.cplusplus ? 'C++' : 'C', language);
      });
    }
  }
});
