import { strictEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchCommand, problemOf } from '#tools/accuracy/corpus.js';

const WANTED = {
  package: 'toy',
  version: '1:2.0-3+deb12u1',
  source_dir: 'src/toy',
  truth_symbols_interesting: [],
};

describe('accuracy: corpus', () => {
  let corpus: string;
  before(() => {
    corpus = mkdtempSync(join(tmpdir(), 'unigap-corpus-'));
  });
  after(() => rmSync(corpus, { recursive: true }));

  function write(changelog: string): void {
    mkdirSync(join(corpus, 'src/toy/debian'), { recursive: true });
    writeFileSync(join(corpus, 'src/toy/debian/changelog'), changelog);
  }

  it('names a package that is not there', () => {
    strictEqual(problemOf(WANTED, corpus), 'not there');
  });
  it('takes the newest entry of the changelog for the version', () => {
    write('toy (1:2.0-3+deb12u1) bookworm; urgency=low\n\ntoy (1:2.0-2) unstable; urgency=low\n');
    strictEqual(problemOf(WANTED, corpus), undefined);
  });
  it('names another version', () => {
    write('toy (1:2.0-4) bookworm; urgency=low\n\ntoy (1:2.0-3+deb12u1) bookworm; urgency=low\n');
    strictEqual(
      problemOf(WANTED, corpus),
      `version 1:2.0-4 is there; remove ${join(corpus, 'src/toy')} before fetching`,
    );
  });
  it('tells how to fetch', () => {
    strictEqual(
      fetchCommand([WANTED], 'truth', 'corpus'),
      'sh truth/fetch-corpus.sh corpus toy=1:2.0-3+deb12u1',
    );
  });
});
