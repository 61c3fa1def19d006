import assert from 'node:assert/strict';
import { MemoryWorkspace } from '../support/memoryWorkspace.js';
import { scanMemory } from '../support/scan.js';

/** How often a header is read beside a source file that includes it. */
async function readsOf(header: string, source: string): Promise<number> {
  const workspace = new MemoryWorkspace({ 'a.c': `#include "regs.h"\n${source}`, 'regs.h': header });
  const scan = await scanMemory(workspace);
  assert.equal(scan.filesScanned, 2);
  assert.equal(scan.bytesScanned, header.length + source.length + '#include "regs.h"\n'.length);
  return workspace.reads - 1;
}

const GUARDED =
  '#ifndef REGS_H\n#define REGS_H\n#define REG_A 0x10 /* a\nregister */\n#define REG_B (REG_A + 4)\n#endif\n';

describe('core: a header of nothing but macros', () => {
  it('is read once', async () => {
    assert.equal(await readsOf(GUARDED, 'int f(void) { return fork() + REG_A; }\n'), 1);
  });

  it('is read for a switch that a condition asks for', async () => {
    assert.equal(await readsOf(GUARDED, '#if REG_A\nint f(void) { return fork(); }\n#endif\n'), 2);
  });

  it('is read where a condition asks for its include guard', async () => {
    assert.equal(await readsOf(GUARDED, '#ifdef REGS_H\nint f(void) { return fork(); }\n#endif\n'), 2);
  });

  it('is read if a macro leads to a function', async () => {
    assert.equal(await readsOf('#define spawn() fork()\n', 'int f(void) { return spawn(); }\n'), 2);
  });

  it('is read if a macro takes the name of a function', async () => {
    assert.equal(await readsOf('#define fork() (-1)\n', 'int f(void) { return fork(); }\n'), 2);
  });

  it('is read if it holds anything else', async () => {
    assert.equal(await readsOf(`${GUARDED}int g(void);\n`, 'int f(void) { return 0; }\n'), 2);
    assert.equal(await readsOf(`#include <sys/epoll.h>\n${GUARDED}`, 'int f(void) { return 0; }\n'), 2);
    assert.equal(await readsOf(`${GUARDED}/* not closed`, 'int f(void) { return 0; }\n'), 2);
  });
});
