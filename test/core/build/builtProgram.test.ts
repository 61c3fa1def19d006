import assert from 'node:assert/strict';
import { builtGaps } from '../../support/builtScan.js';

const FORK = 'int f(void) { return fork(); }\n';

/** `fork` under a condition, in the third line. */
const forkIf = (condition: string, above = ''): string =>
  `${above}\n#if ${condition}\nint f(void) { return fork(); }\n#endif\n`;

const both = (place: string, tags = ''): string[] => [`${place} osv${tags}`, `${place} rumprun${tags}`];

describe('core: conditions by a build', () => {
  it('goes by the macros of the command', async () => {
    const files = { 'a.c': forkIf('WORKERS > 1'), 'b.c': forkIf('WORKERS > 1'), 'c.c': forkIf('defined(X)') };
    const commands = { 'a.c': 'cc -DWORKERS=4', 'b.c': 'cc -DWORKERS=1', 'c.c': 'cc -DX -UX' };
    assert.deepEqual(await builtGaps(files, { commands }), both('a.c:3'));
  });

  it('takes a macro that nothing defines for undefined on the target that the build is for', async () => {
    const files = { 'a.c': forkIf('defined(WITH_WORKERS)'), 'b.c': forkIf('!WITH_WORKERS') };
    assert.deepEqual(await builtGaps(files, { commands: { 'a.c': 'cc', 'b.c': 'cc' } }), [
      'a.c:3 rumprun [conditional]',
      'b.c:3 osv',
      'b.c:3 rumprun [conditional]',
    ]);
  });

  it('tells a file that is compiled twice if one compilation has it', async () => {
    const files = { 'a.c': forkIf('WORKERS') };
    const commands = { 'a.c': ['cc -DWORKERS=0', 'cc -DWORKERS=1'] };
    assert.deepEqual(await builtGaps(files, { commands }), both('a.c:3'));
    assert.deepEqual(
      await builtGaps(files, { commands: { 'a.c': ['cc -DWORKERS=0', 'cc -DWORKERS=0 -g'] } }),
      [],
    );
  });

  it('tells what a header has where one of the files that include it has it', async () => {
    const files = {
      'a.c': '#include "h.h"\n',
      'b.c': '#include "h.h"\n',
      'h.h': forkIf('WORKERS'),
      'other.h': forkIf('WORKERS'),
    };
    const commands = { 'a.c': 'cc -DWORKERS=0', 'b.c': 'cc -DWORKERS=1' };
    assert.deepEqual(await builtGaps(files, { commands }), [
      ...both('h.h:3'),
      'other.h:3 osv [not-built,conditional]',
      'other.h:3 rumprun [not-built,conditional]',
    ]);
  });

  it('tells files outside of the build apart', async () => {
    const files = { 'a.c': FORK, 'tool.c': FORK, 'part.inc': FORK, 'b.c': '#include "part.inc"\n' };
    assert.deepEqual(await builtGaps(files, { commands: { 'a.c': 'cc', 'b.c': 'cc' } }), [
      ...both('a.c:1'),
      ...both('part.inc:1'),
      ...both('tool.c:1', ' [not-built]'),
    ]);
  });

  it('keeps what an #include that is not met would bring, but for other targets', async () => {
    const files = {
      'a.c': '#include "config.h"\n#ifdef HAVE_EPOLL\n#include "loop.c"\n#endif\n',
      'loop.c': FORK,
      'config.h': '#ifdef __linux__\n#define HAVE_EPOLL 1\n#endif\n',
    };
    assert.deepEqual(await builtGaps(files, { commands: { 'a.c': 'cc' } }), ['loop.c:1 osv']);
  });

  it('keeps what comes by an #include of which nobody can decide the condition conditional', async () => {
    const files = {
      'a.c': '#ifdef __SANITIZE_THREAD__\n#include "loop.h"\n#endif\n',
      'loop.h': FORK,
    };
    assert.deepEqual(
      await builtGaps(files, { commands: { 'a.c': 'cc' } }),
      both('loop.h:1', ' [conditional]'),
    );
  });

  it('takes a function of a file that is not built for nobody’s', async () => {
    const files = { 'a.c': FORK, 'own.c': 'int fork(void) { return 0; }\n' };
    assert.deepEqual(await builtGaps(files, { commands: { 'a.c': 'cc' } }), both('a.c:1'));
    assert.deepEqual(await builtGaps(files, { commands: { 'a.c': 'cc', 'own.c': 'cc' } }), []);
  });

  it('takes a stand-in that is built for a part of the program', async () => {
    const files = { 'a.c': 'int main(void) { return 0; }\n', 'compat/daemon.c': FORK };
    assert.deepEqual(
      await builtGaps(files, { commands: { 'a.c': 'cc', 'compat/daemon.c': 'cc' } }),
      both('compat/daemon.c:1'),
    );
  });

  it('reads what is compiled and not scanned, for what it includes', async () => {
    const files = { 'a.c': '', 'parse.y': `%%\n%%\n${FORK}`, 'ast.h': FORK, 'other.h': FORK };
    const built = {
      commands: { 'a.c': 'cc', '/out/parse.c': 'cc -I/p' },
      beside: { '/out/parse.c': '#define AST_H 1\n#include "ast.h"\n' },
    };
    assert.deepEqual(await builtGaps(files, built), [
      ...both('ast.h:1'),
      ...both('other.h:1', ' [not-built]'),
      ...both('parse.y:3'),
    ]);
  });

  it('takes headers for built where files that nobody can read are compiled', async () => {
    const files = { 'a.c': '', 'ast.h': FORK, 'b.c': FORK };
    const built = { commands: { 'a.c': 'cc', '/out/gone.c': 'cc' } };
    assert.deepEqual(await builtGaps(files, built), [...both('ast.h:1'), ...both('b.c:1', ' [not-built]')]);
  });

  it('takes what a program makes source of for built with that source', async () => {
    const files = { 'parse.y': `%%\n%%\n${FORK}`, 'other.y': `%%\n%%\n${FORK}`, 'parse.tab.c': 'int x;\n' };
    assert.deepEqual(await builtGaps(files, { commands: { 'parse.tab.c': 'cc' } }), [
      ...both('other.y:3', ' [not-built]'),
      ...both('parse.y:3'),
    ]);
  });
});

describe('core: headers of a build', () => {
  const source = { 'src/a.c': forkIf('HAVE_WORKING_FORK', '#include "config.h"') };

  it('reads a generated header in the folder of the build', async () => {
    const commands = { 'src/a.c': 'cc -I../out' };
    const yes = { '/out/config.h': '#define HAVE_WORKING_FORK 1\n' };
    const no = { '/out/config.h': '/* #undef HAVE_WORKING_FORK */\n' };
    assert.deepEqual(await builtGaps(source, { commands, beside: yes }), [
      'src/a.c:3 osv',
      'src/a.c:3 rumprun [conditional]',
    ]);
    assert.deepEqual(await builtGaps(source, { commands, beside: no }), ['src/a.c:3 rumprun [conditional]']);
  });

  it('takes answers for another target where the project says that the build is for it', async () => {
    const built = {
      commands: { 'src/a.c': 'cc -I../out' },
      beside: { '/out/config.h': '/* #undef HAVE_WORKING_FORK */\n' },
    };
    const build = { path: undefined, targets: ['rumprun'], isOff: false };
    assert.deepEqual(await builtGaps(source, { ...built, project: { build } }), [
      'src/a.c:3 osv [conditional]',
    ]);
  });

  it('leaves answers on the command line to the target that the build is for, and options to all', async () => {
    const files = { 'a.c': forkIf('HAVE_WORKING_FORK'), 'b.c': forkIf('WITH_FORK') };
    const commands = { 'a.c': 'cc -DHAVE_WORKING_FORK=0', 'b.c': 'cc -DWITH_FORK=0' };
    assert.deepEqual(await builtGaps(files, { commands }), ['a.c:3 rumprun [conditional]']);
  });

  it('lets defines of the project win over the build', async () => {
    const built = { commands: { 'src/a.c': 'cc -I../out -DHAVE_WORKING_FORK=1' } };
    const defines = { '*': { HAVE_WORKING_FORK: null } };
    assert.deepEqual(await builtGaps(source, { ...built, project: { defines } }), []);
  });

  it('finds headers as a compiler does: beside the file, then in the folders of the command, in their order', async () => {
    const files = {
      'a/a.c': '#include "w.h"\n#if WORKERS\nint f(void) { return fork(); }\n#endif\n',
      'a/w.h': '#define WORKERS 1\n',
      'b/a.c': '#include <w.h>\n#if WORKERS\nint f(void) { return fork(); }\n#endif\n',
      'b/w.h': '#define WORKERS 1\n',
      'c/w.h': '#define WORKERS 0\n',
    };
    const commands = { 'a/a.c': 'cc -Ic', 'b/a.c': 'cc -Ic -Ib' };
    assert.deepEqual(
      await builtGaps(files, { commands }),
      both('a/a.c:3').slice(0, 1).concat('a/a.c:3 rumprun'),
    );
  });

  it('reads headers that a command forces', async () => {
    const files = { 'a.c': forkIf('CONFIG_FORK'), 'include/kconfig.h': '#include <generated/autoconf.h>\n' };
    const built = {
      commands: { 'a.c': 'cc -Iinclude -include ./include/kconfig.h' },
      beside: { '/p/include/generated/autoconf.h': '#define CONFIG_FORK 1\n' },
    };
    assert.deepEqual((await builtGaps(files, built))[0], 'a.c:3 osv');
  });

  it('reads headers of the system, so that their constants are known', async () => {
    const files = { 'a.c': forkIf('defined(SYS_ONLY) && SYS_VALUE >= 3', '#include <sys.h>') };
    const beside = {
      '/usr/include/sys.h': '#ifdef __USE_MISC\n#define SYS_ONLY\n#endif\n#define SYS_VALUE 3\n',
    };
    assert.deepEqual((await builtGaps(files, { commands: { 'a.c': 'cc' }, beside }))[0], 'a.c:3 osv');
  });

  it('keeps names open where a header that nobody can read may define them', async () => {
    const files = {
      'a.c': forkIf('defined(TLS_FORKS)', '#include <tls/tls.h>'),
      'b.c': forkIf('defined(USE_FORK)', '#include <tls/tls.h>'),
    };
    assert.deepEqual(await builtGaps(files, { commands: { 'a.c': 'cc', 'b.c': 'cc' } }), [
      ...both('a.c:3', ' [conditional]'),
      'b.c:3 rumprun [conditional]',
    ]);
  });

  it('counts a default where nothing else defines the macro', async () => {
    const files = {
      'a.c': forkIf('WORKERS', '#include "w.h"'),
      'b.c': forkIf('WORKERS', '#include "w.h"'),
      'w.h': '#ifndef WORKERS\n#define WORKERS 1\n#endif\n',
    };
    const commands = { 'a.c': 'cc', 'b.c': 'cc -DWORKERS=0' };
    assert.deepEqual((await builtGaps(files, { commands }))[0], 'a.c:3 osv');
    assert.ok(!(await builtGaps(files, { commands })).some((gap) => gap.startsWith('b.c')));
  });

  it('knows a macro by its definition, whatever its body is', async () => {
    const files = { 'a.c': forkIf('defined(NAME)', '#include "n.h"'), 'n.h': '#define NAME "fork"\n' };
    assert.deepEqual((await builtGaps(files, { commands: { 'a.c': 'cc' } }))[0], 'a.c:3 osv');
  });

  it('knows what a source file defines for itself, further up', async () => {
    const own =
      '#ifdef WITH_FORK\n#define OWN_FORK\n#endif\n#ifdef OWN_FORK\nint f(void) { return fork(); }\n#endif\n';
    const late =
      '#ifdef OWN_FORK\nint f(void) { return fork(); }\n#endif\n#ifdef WITH_FORK\n#define OWN_FORK\n#endif\n';
    const files = { 'a.c': own, 'b.c': own, 'c.c': late };
    const commands = { 'a.c': 'cc -DWITH_FORK', 'b.c': 'cc', 'c.c': 'cc -DWITH_FORK' };
    assert.deepEqual(
      (await builtGaps(files, { commands })).filter((gap) => gap.includes('osv')),
      ['a.c:5 osv'],
    );
  });

  it('does not know what source files define for the headers that they include', async () => {
    const files = { 'a.c': '#define WANTS_FORK\n#include "f.h"\n', 'f.h': forkIf('defined(WANTS_FORK)') };
    assert.deepEqual((await builtGaps(files, { commands: { 'a.c': 'cc' } }))[0], 'f.h:3 osv [conditional]');
  });

  it('survives headers that include each other, and macros that hang on each other', async () => {
    const files = {
      'a.c': forkIf('A', '#include "x.h"'),
      'x.h': '#include "y.h"\n#ifdef B\n#define A 1\n#endif\n',
      'y.h': '#include "x.h"\n#ifdef A\n#define B 1\n#endif\n',
    };
    const gaps = await builtGaps(files, { commands: { 'a.c': 'cc' } });
    assert.ok(gaps.length > 0, 'a condition that nobody can decide hides nothing');
  });
});
