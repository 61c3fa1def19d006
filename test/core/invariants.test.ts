import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFacts } from '#core/c/readFacts.js';
import { readHeader } from '#core/c/readHeader.js';
import { ProgramIndex } from '#core/index/programIndex.js';
import { reportOf } from '#core/report/report.js';
import { confirmedFacts } from '#core/scan/confirmedFacts.js';
import { findUses } from '#core/uses/findUses.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { countingEngine, wasmEngine } from '../support/engines.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { MemoryWorkspace } from '../support/memoryWorkspace.js';
import { scanFiles, scanMemory } from '../support/scan.js';

/** Packages that do no input and output of their own. */
const PURE_PACKAGES = new Set(['yaml', 'web-tree-sitter', 'jsonc-parser', 'ignore']);

const KNOWN = { minSeverity: 'information', definesFor: () => ({}) } as const;

describe('core: invariants', () => {
  it('a change of target reads and parses nothing again', async () => {
    const workspace = new MemoryWorkspace({
      'a.h': '#define spawn fork\n',
      'a.c': '#include "a.h"\nint f(void) { run(fork); return spawn(); }\n',
    });
    const engine = countingEngine(await wasmEngine());
    const scan = await scanMemory(workspace, { engine: () => Promise.resolve(engine) });
    const { reads } = workspace;
    const { parses } = engine;
    assert.ok(reads >= 2 && parses >= 1);
    const behaviours = ['osv', 'rumprun', 'osv@0.57'].map((target) => {
      const report = reportOf(scan, shippedKnowledge(), { ...KNOWN, targets: [targetOf(target)] });
      return report.gaps.map((gap) => gap.targets[0].behaviour);
    });
    assert.deepEqual(behaviours, [
      ['fails', 'fails', 'fails'],
      ['fails', 'fails', 'fails'],
      ['fails', 'fails', 'fails'],
    ]);
    assert.equal(workspace.reads, reads);
    assert.equal(engine.parses, parses);
  });

  it('uses know no target', async () => {
    const files = { 'a.c': '#ifdef __linux__\nint f(void) { return fork() + getppid(); }\n#endif\n' };
    const one = await scanFiles(files, { targets: ['osv'] });
    const other = await scanFiles(files, { targets: ['rumprun'] });
    assert.equal(one.uses.length, 2);
    assert.deepEqual(other.uses, one.uses);
  });

  it('a macro that changes in one file changes the uses of another', async () => {
    const user = '#include "a.h"\nint f(void) { return spawn(); }\n';
    const featuresWith = async (header: string) => {
      const scan = await scanFiles({ 'a.h': header, 'b.c': user });
      return scan.uses.filter(({ path }) => path === 'b.c').map(({ feature }) => feature);
    };
    assert.deepEqual(await featuresWith('#define spawn fork\n'), ['function/fork']);
    assert.deepEqual(await featuresWith('#define spawn vfork\n'), ['function/vfork']);
    assert.deepEqual(await featuresWith('#define spawn start\n'), []);
  });

  it('a macro that changes needs no other file to be read again', async () => {
    const knowledge = shippedKnowledge();
    const catalogue = catalogueOf(knowledge);
    const vocabulary = vocabularyOf(knowledge, catalogue, false, []);
    const factsOf = (path: string, text: string) => {
      const bytes = new TextEncoder().encode(text);
      if (path.endsWith('.h')) readHeader(bytes, bytes.length, false, vocabulary);
      const read = readFacts(path, bytes, bytes.length, false, vocabulary);
      return confirmedFacts(read, bytes, false, wasmEngine);
    };
    const index = new ProgramIndex();
    index.add(await factsOf('a.h', '#define spawn fork\n'));
    const user = await factsOf('b.c', '#include "a.h"\nint f(void) { return spawn(); }\n');
    index.add(user);
    const features = () => findUses(user, index, catalogue).map(({ feature }) => feature);
    assert.deepEqual(features(), ['function/fork']);
    index.add(await factsOf('a.h', '#define spawn vfork\n'));
    assert.deepEqual(features(), ['function/vfork']);
    index.remove('a.h');
    assert.deepEqual(features(), []);
  });

  it('a file that was not scanned is named', async () => {
    const scan = await scanFiles({
      'binary.c': Uint8Array.of(105, 110, 116, 0, 120),
      'good.c': 'int f(void) { return fork(); }\n',
      'open.c': 'int f(void) { return fork(); }\n/* no end\n',
      'wide.c': Uint8Array.of(0xff, 0xfe, 105, 0),
    });
    assert.deepEqual(
      scan.skipped.map(({ path }) => path),
      ['binary.c', 'wide.c'],
    );
    assert.deepEqual(
      scan.problems.map(({ path }) => path),
      ['open.c'],
    );
    assert.equal(scan.filesScanned, 2);
    assert.equal(scan.uses.length, 2);
  });

  it('the core is compiled without types of Node and of the browser', () => {
    const config = execFileSync(
      process.execPath,
      [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'core', '--showConfig'],
      { cwd: PROJECT_ROOT, encoding: 'utf8' },
    );
    const { compilerOptions } = JSON.parse(config) as { compilerOptions: { types: string[]; lib: string[] } };
    assert.deepEqual(compilerOptions.types, []);
    assert.ok(compilerOptions.lib.length > 0);
    assert.ok(compilerOptions.lib.every((name) => /^es\d+$/i.test(name)));
  });

  it('the core imports nothing but itself, the parser and readers of JSON and YAML', () => {
    const source = join(PROJECT_ROOT, 'core', 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    assert.ok(files.length > 40);
    const foreign = files.flatMap((file) => {
      const text = readFileSync(join(source, file), 'utf8');
      return [...text.matchAll(/^(?:import|export)\s[^;'=]*\bfrom '([^']+)'|\bimport\('([^']+)'/gm)]
        .map(([, stated, called]) => stated ?? called)
        .filter((module) => !module.startsWith('.') && !PURE_PACKAGES.has(module))
        .map((module) => `${file}: ${module}`);
    });
    assert.deepEqual(foreign, []);
  });
});
