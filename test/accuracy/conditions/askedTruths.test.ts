import { deepStrictEqual, rejects } from 'node:assert/strict';
import { type AskedTruths, askTruths } from '#tools/accuracy/conditions/askedTruths.js';
import { wasmEngine } from '../../support/engines.js';
import { shippedKnowledge } from '../../support/knowledge.js';
import { MemoryWorkspace } from '../../support/memoryWorkspace.js';
import { judged } from './judged.js';

/** Asks for one line of `a.c`, which may see `a.h`. */
async function ask(source: string, line: number, header = ''): Promise<AskedTruths> {
  const [truths] = await askTruths(
    new MemoryWorkspace({ 'a.c': source, 'a.h': header }),
    [judged({ line, condition: source.split('\n')[line - 1].trim() })],
    { knowledge: shippedKnowledge(), engine: wasmEngine },
  );
  return truths;
}

async function own(source: string, line: number, header?: string): Promise<string[]> {
  const { osv, rumprun } = await ask(source, line, header);
  return [osv.own, rumprun.own];
}

describe('accuracy: what the core makes of a condition', () => {
  it('is asked for each target', async () => {
    deepStrictEqual(await own('#ifdef __linux__\nint a;\n#endif\n', 1), ['true', 'false']);
  });
  it('is that of the group: an #elif holds where those before it fail', async () => {
    const source = '#ifdef __linux__\n#elif defined(__unix__)\nint a;\n#endif\n';
    deepStrictEqual(await own(source, 2), ['false', 'true']);
  });
  it('is open where nobody knows', async () => {
    deepStrictEqual(await own('#ifdef WITH_COLOURS\nint a;\n#endif\n', 1), ['undecided', 'undecided']);
  });
  it('sees the switches of headers', async () => {
    const header = '#ifdef __NetBSD__\n#define USE_BSD_WAY 1\n#endif\n';
    deepStrictEqual(
      await own('#include "a.h"\nint f() {\n#if USE_BSD_WAY\nfork();\n#endif\n}\n', 3, header),
      ['false', 'true'],
    );
  });
  it('is false where the file itself decides so', async () => {
    const source = '#undef DEBUG\n#ifdef DEBUG\nint a;\n#endif\n';
    deepStrictEqual(await own(source, 2), ['false', 'false']);
    deepStrictEqual(await own('#if 0\nint a;\n#endif\n', 1), ['false', 'false']);
  });
  it('is true for an include guard', async () => {
    deepStrictEqual(await own('#ifndef a_c\n#define a_c\nint a;\n#endif\n', 1), ['true', 'true']);
  });
  it('is found where the condition goes over several lines', async () => {
    const source = '#if defined(__linux__) || \\\n    defined(__APPLE__)\nint a;\n#endif\n';
    deepStrictEqual(await own(source, 1), ['true', 'false']);
  });
  it('leaves out what stands around, and tells that apart', async () => {
    const source = '#ifdef __linux__\n#ifdef __NetBSD__\nint a;\n#endif\n#endif\n';
    deepStrictEqual(await ask(source, 2), {
      osv: { own: 'false', enclosing: 'true' },
      rumprun: { own: 'true', enclosing: 'false' },
    });
    const { osv } = await ask(source, 1);
    deepStrictEqual(osv.enclosing, undefined);
  });
});

describe('accuracy: conditions that cannot be asked', () => {
  const asked = (source: string, condition: string, line = 1) =>
    askTruths(new MemoryWorkspace({ 'a.c': source }), [judged({ line, condition })], {
      knowledge: shippedKnowledge(),
      engine: wasmEngine,
    });
  it('are told where the line is another one', async () => {
    await rejects(asked('int a;\n', '#ifdef A'), /one a\.c:1: expected "#ifdef A", found "int a;"/);
  });
  it('are told where the file ends before', async () => {
    await rejects(asked('int a;\n', '#ifdef A', 9), /one a\.c:9: expected "#ifdef A", found ""/);
  });
  it('are told where the reader takes the text for dead', async () => {
    const source = '#if 0\n#ifdef A\n#endif\n#endif\n';
    await rejects(asked(source, '#ifdef A', 2), /one a\.c:2: the reader sees no condition there/);
  });
  it('are told where there is no file', async () => {
    const other = askTruths(new MemoryWorkspace({ 'b.c': '' }), [judged()], {
      knowledge: shippedKnowledge(),
      engine: wasmEngine,
    });
    await rejects(other, /one a\.c:1: no such file/);
  });
});
