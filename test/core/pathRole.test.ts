import assert from 'node:assert/strict';
import { pathRole, systemOfMacro } from '#core/index/pathRole.js';

describe('core: what a path says', () => {
  const cases: readonly (readonly [path: string, says: string])[] = [
    ['main.c', ''],
    ['src/core/process.c', ''],
    ['src/os/win32/process.c', 'windows'],
    ['src/process_win32.c', 'windows'],
    ['src/window.c', ''],
    ['src/epoll.c', 'linux'],
    ['src/ev_kqueue.c', 'bsd'],
    ['src/unix/linux-core.c', 'linux'],
    ['src/unix/darwin.c', 'darwin'],
    ['bsd/x.c', 'bsd'],
    ['src/netbsd.c', 'netbsd'],
    ['tests/x.c', 'test'],
    ['src/unit-tests/x.c', 'test'],
    ['src/test_x.c', 'test'],
    ['src/x-test.c', 'test'],
    ['test.c', 'test'],
    ['src/latest/x.c', ''],
    ['src/contest.c', ''],
    ['examples/x.c', 'example'],
    ['contrib/x.c', 'example'],
    ['compat/strlcpy.c', 'replacement'],
    ['openbsd-compat/x.c', 'openbsd replacement'],
    ['tests/win/x.c', 'windows test'],
  ];
  for (const [path, says] of cases) {
    it(path, () => {
      const { systems, isTest, isExample, isReplacement } = pathRole(path);
      const words = [
        ...systems,
        ...(isTest ? ['test'] : []),
        ...(isExample ? ['example'] : []),
        ...(isReplacement ? ['replacement'] : []),
      ];
      assert.equal(words.join(' '), says);
    });
  }
});

describe('core: the system that a macro is named for', () => {
  const cases: readonly (readonly [name: string, system: string | undefined])[] = [
    ['_WIN32', 'windows'],
    ['USE_WIN32', 'windows'],
    ['MS_WINDOWS', 'windows'],
    ['NGX_LINUX', 'linux'],
    ['NGX_FREEBSD', 'freebsd'],
    ['OS_DARWIN', 'darwin'],
    ['__CYGWIN__', 'other'],
    ['HAVE_KQUEUE', undefined],
    ['NO_WIN32', undefined],
    ['USE_FORK', undefined],
    ['LINUX_COMPAT', undefined],
    ['WINDOW_SIZE', undefined],
  ];
  for (const [name, system] of cases) it(name, () => assert.equal(systemOfMacro(name), system));
});
