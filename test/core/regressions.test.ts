import assert from 'node:assert/strict';
import { reportOf } from '#core/report/report.js';
import { utf16Column } from '#core/source/column.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { MemoryWorkspace } from '../support/memoryWorkspace.js';
import { argumentsOf } from '../support/parsedArguments.js';
import { scanFiles, scanMemory } from '../support/scan.js';

describe('core: regressions', () => {
  it('a digit separator stands inside a number', () => {
    assert.deepEqual(argumentsOf("f(1'000)").values, [{ kind: 'number', value: 1000 }]);
  });

  it('bytes that only look like UTF-8 count one each', () => {
    for (const text of ['\xed\xa0\x80', '\xe0\x80\x80', '\xf4\x90\x80\x80', '\xf0\x80\x80\x80']) {
      const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
      assert.equal(utf16Column(bytes, 0, bytes.length), bytes.length, JSON.stringify(text));
    }
  });

  it('what lies behind a file in the buffer is no part of it', async () => {
    const text = 'int f(void) { system("ls';
    const exact = await scanMemory(new MemoryWorkspace({ 'a.c': text }));
    const padded = await scanMemory(new PaddedWorkspace({ 'a.c': text }));
    assert.deepEqual(padded.uses, exact.uses);
  });

  it('a verdict reaches to what is so if an open condition holds', async () => {
    const { least, most } = await verdictOn(
      'osv',
      '#ifdef USE_WORKERS\nint f(void) { return fork(); }\n#endif\n',
    );
    assert.deepEqual([least, most], ['ready', 'redesign']);
  });

  it('a behaviour is certain where every case that may hold has it', async () => {
    const { least } = await verdictOn('rumprun', 'int f(int pid, int which) { return kill(pid, which); }\n');
    assert.equal(least, 'configure');
  });
});

/** Hands out files with 8 bytes of another behind them. */
class PaddedWorkspace extends MemoryWorkspace {
  override read(file: { readonly path: string }) {
    const content = super.read(file);
    if ('problem' in content) return content;
    return { bytes: Uint8Array.of(...content.bytes, ...Buffer.from(' x"); y;')), length: content.length };
  }
}

async function verdictOn(target: string, source: string) {
  const scan = await scanFiles({ 'a.c': source });
  const targets = [targetOf(target)];
  const report = reportOf(scan, shippedKnowledge(), {
    targets,
    minSeverity: 'information',
    definesFor: () => ({}),
  });
  return report.targets[0].verdict;
}
