import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64 } from '#client/language/base64.js';
import { documentSelector } from '#client/language/documentSelector.js';
import { keptFiles } from '#client/language/keptFiles.js';
import { OTHER_SOURCE_GLOB, SOURCE_GLOB } from '#client/language/sourceFiles.js';
import { SAMPLE_FILES, SAMPLE_FOLDER, SAMPLE_START } from '#client/sample/sampleFiles.js';
import { sourceLanguage } from '#core/scan/language.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';

describe('client: files', () => {
  it('asks for every ending that is source', () => {
    const endings = 'c h xs l y def inc i c.in h.in cc cpp cxx c++ hh hpp hxx ipp tcc ll yy C H HPP'.split(
      ' ',
    );
    for (const ending of endings) {
      assert.ok(sourceLanguage(`a.${ending}`), ending);
      assert.ok(endingsOf(SOURCE_GLOB).includes(ending), ending);
    }
    for (const ending of endingsOf(SOURCE_GLOB))
      assert.ok(sourceLanguage(`a.${ending.replace('*', 'x')}`), ending);
    assert.ok(endingsOf(OTHER_SOURCE_GLOB).every((ending) => endingsOf(SOURCE_GLOB).includes(ending)));
  });

  it('knows the documents of the schemes in use, and none of history', () => {
    const schemes = new Set(documentSelector(['memfs', 'file']).map(({ scheme }) => scheme));
    for (const scheme of ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'memfs'])
      assert.ok(schemes.has(scheme));
    assert.ok(!schemes.has('git'));
  });

  it('leaves out what .gitignore and the project leave out', () => {
    const paths = ['a.c', 'build/b.c', 'lib/c.c', 'lib/keep/d.c', 'tests/e.c'];
    const kept = keptFiles(
      paths,
      ['tests/'],
      new Map([
        ['', 'build/\nlib/*.c\n'],
        ['lib/keep/', '!d.c\n'],
      ]),
    );
    assert.deepEqual(kept, ['a.c', 'lib/keep/d.c']);
  });

  it('does not follow a .gitignore that leaves nothing', () => {
    assert.deepEqual(keptFiles(['a.c', 'x/b.c'], ['x/'], new Map([['', '*\n']])), ['a.c']);
  });

  it('writes bytes in base64', () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 7) & 255);
    assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
    assert.equal(toBase64(new Uint8Array()), '');
  });

  it('lists every file of the sample', () => {
    const folder = join(PROJECT_ROOT, SAMPLE_FOLDER);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== '.gitignore')
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
    assert.deepEqual([...SAMPLE_FILES].sort(), files.sort());
    assert.ok(SAMPLE_FILES.includes(SAMPLE_START));
  });
});

function endingsOf(glob: string): string[] {
  return (/\{(.*)\}/.exec(glob)?.[1] ?? '').split(',');
}
