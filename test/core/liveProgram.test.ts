import assert from 'node:assert/strict';
import { LiveProgram } from '#core/live/liveProgram.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import type { Use } from '#core/uses/use.js';
import { edited } from '../support/editedText.js';
import { EditedWorkspace } from '../support/editedWorkspace.js';
import { wasmEngine } from '../support/engines.js';
import { generateSource } from '../support/generateSource.js';
import { shippedKnowledge } from '../support/knowledge.js';
import { HEADER_LINES, SOURCE_LINES } from '../support/programLines.js';
import { Random } from '../support/random.js';
import { scanFiles } from '../support/scan.js';

describe('core: a live program', () => {
  for (let seed = 1; seed <= 12; seed++) {
    it(`answers like a scan from scratch after edits (seed ${seed})`, async () => {
      const random = new Random(seed);
      const line = (path: string): string =>
        random.below(4) === 0
          ? generateSource(random, 1)
          : random.pick(path.endsWith('.h') ? HEADER_LINES : SOURCE_LINES);
      const textOf = (path: string): string => Array.from({ length: 5 }, () => line(path)).join('');
      const paths = ['a.h', 'b.h', 'c.c', 'd.cpp', 'e.c', 'test/f.c', 'tools/daemon.c', 'tools/b.c'];
      const workspace = new EditedWorkspace(Object.fromEntries(paths.map((path) => [path, textOf(path)])));
      const program = programOf(workspace);
      await program.load();
      await assertSame(program, workspace);
      for (let step = 0; step < 12; step++) {
        const path = random.pick(paths);
        if (random.below(10) === 0 && workspace.texts.has(path)) {
          workspace.texts.delete(path);
          program.remove(path);
        } else {
          workspace.texts.set(
            path,
            edited(workspace.texts.get(path) ?? '', random, () => line(path)),
          );
          await program.change(path);
        }
        if (random.below(3) > 0) continue;
        while (program.needsLoad) await program.load();
        await assertSame(program, workspace);
      }
      while (program.needsLoad) await program.load();
      await assertSame(program, workspace);
    });
  }

  it('needs no load for an edit that says nothing to other files', async () => {
    const workspace = new EditedWorkspace({
      'a.h': '#define spawn fork\n',
      'a.c': '#include "a.h"\nint f(void) { return spawn(); }\n',
    });
    const program = programOf(workspace);
    await program.load();
    workspace.texts.set('a.c', '#include "a.h"\nint f(void) { return spawn() + vfork(); }\n');
    await program.change('a.c');
    assert.equal(program.needsLoad, false);
    assert.deepEqual(features(program.usesOf('a.c').uses), ['function/fork', 'function/vfork']);
  });

  it('follows a macro that changes in another file', async () => {
    const workspace = new EditedWorkspace({
      'a.h': '#define spawn start\n',
      'a.c': '#include "a.h"\nint f(void) { return spawn(); }\n',
    });
    const program = programOf(workspace);
    await program.load();
    assert.deepEqual(features(program.usesOf('a.c').uses), []);
    workspace.texts.set('a.h', '#define spawn fork\n');
    await program.change('a.h');
    assert.equal(program.needsLoad, true);
    await program.load();
    assert.deepEqual(features(program.usesOf('a.c').uses), ['function/fork']);
  });

  it('keeps macros of headers that only files ask for which are not read again', async () => {
    const workspace = new EditedWorkspace({
      'a.h': '#define SPAWNS 1\n',
      'c.c': '#include "a.h"\n#if SPAWNS\nint f(void) { return fork(); }\n#endif\n',
    });
    const program = programOf(workspace);
    for (let load = 0; load < 2; load++) {
      await program.load();
      assert.equal(program.index.macrosNamed('SPAWNS').length, 1, `load ${load}`);
    }
  });

  it('takes in what is edited while it is loaded', async () => {
    const workspace = new EditedWorkspace({ 'a.c': 'int f(void) { return 0; }\n', 'b.c': 'int g;\n' });
    const program = programOf(workspace);
    await program.load();
    let paused = 0;
    const pause = async (): Promise<void> => {
      if (++paused !== 2) return; // a.c has been read, b.c has not
      workspace.texts.set('a.c', 'int f(void) { return fork(); }\n');
      await program.change('a.c');
      assert.deepEqual(features(program.usesOf('a.c').uses), ['function/fork']);
    };
    await program.load({ pause });
    assert.ok(paused >= 2);
    assert.deepEqual(features(program.usesOf('a.c').uses), ['function/fork']);
  });

  it('stays as it was when a load is cancelled', async () => {
    const workspace = new EditedWorkspace({ 'a.c': 'int f(void) { return fork(); }\n' });
    const program = programOf(workspace);
    await program.load();
    workspace.texts.set('b.c', 'int g(void) { return vfork(); }\n');
    assert.equal(await program.load({ cancelled: () => true }), false);
    assert.equal(program.needsLoad, true);
    assert.deepEqual(program.paths, ['a.c']);
    assert.equal(await program.load(), true);
    assert.deepEqual(program.paths, ['a.c', 'b.c']);
  });

  it('leaves out what only a tree can tell if there is no parser, and says so once', async () => {
    const workspace = new EditedWorkspace({ 'a.c': 'int f(void) { run(fork); return fork(); }\n' });
    const failures: unknown[] = [];
    const program = programOf(workspace, {
      engine: () => Promise.reject(new Error('no such grammar')),
      engineFailed: (error) => failures.push(error),
    });
    await program.load();
    await program.change('a.c');
    assert.equal(program.usesOf('a.c').uses.length, 1);
    assert.equal(failures.length, 1);
  });
});

function programOf(
  workspace: EditedWorkspace,
  more: Partial<ConstructorParameters<typeof LiveProgram>[0]> = {},
): LiveProgram {
  const knowledge = shippedKnowledge();
  const catalogue = catalogueOf(knowledge);
  return new LiveProgram({
    workspace,
    catalogue,
    vocabulary: () => vocabularyOf(knowledge, catalogue, false, []),
    engine: wasmEngine,
    engineFailed: (error) => {
      throw error;
    },
    ...more,
  });
}

async function assertSame(program: LiveProgram, workspace: EditedWorkspace): Promise<void> {
  const scan = await scanFiles(Object.fromEntries(workspace.texts), { targets: [] });
  const live = program.paths.flatMap((path) => [...program.usesOf(path).uses]);
  assert.deepEqual(live, scan.uses);
  const counted = new Set(program.paths.flatMap((path) => [...program.usesOf(path).counted]));
  assert.deepEqual(counted, new Set(scan.counted));
  assert.equal(program.bytesOf(program.paths), scan.bytesScanned);
  assert.deepEqual(
    program.partlyRead,
    scan.problems.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  );
}

function features(uses: readonly Use[]): string[] {
  return uses.map(({ feature }) => feature);
}

/** One line taken out, put in or changed, or a character typed. */
