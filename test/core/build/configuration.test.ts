import assert from 'node:assert/strict';
import { readBuildHeader } from '#core/build/buildHeader.js';
import { readCMakeCache } from '#core/build/cmakeCache.js';
import { readKernelConfig } from '#core/build/kernelConfig.js';
import { guardTexts } from '#core/guards/guardChain.js';

const header = (text: string) => {
  const bytes = new TextEncoder().encode(`${text}\0\0\0\0\0\0\0\0`);
  return readBuildHeader(bytes, bytes.length - 8);
};

describe('core: a header of the build', () => {
  it('tells macros with their values, lines and conditions', () => {
    const { macros } = header(
      [
        '#ifndef CONFIG_H',
        '#define CONFIG_H',
        '#define HAVE_FORK 1 /* found */',
        '#define EMPTY',
        '#define NAME "x"',
        '#define CALL(a) (a)',
        '#ifdef __linux__',
        '# define ON_LINUX (2)',
        '#endif',
        '#endif',
      ].join('\n'),
    );
    assert.deepEqual(
      macros.map(({ name, value, line, guard }) => [name, value, line, guardTexts(guard)]),
      [
        ['CONFIG_H', '', 1, []],
        ['HAVE_FORK', '1', 2, []],
        ['EMPTY', '', 3, []],
        ['NAME', '"x"', 4, []],
        ['CALL', undefined, 5, []],
        ['ON_LINUX', '(2)', 7, ['defined(__linux__)']],
      ],
    );
  });

  it('takes an #undef in a comment for an answer, and no other comment', () => {
    const { undefined: missing, macros } = header(
      '/* Define if found. */\n/* #undef HAVE_KQUEUE */\n  /*# undef HAVE_PORT*/  \n/* say #undef X */\n// #undef Y\n',
    );
    assert.deepEqual(
      [...missing],
      [
        ['HAVE_KQUEUE', 1],
        ['HAVE_PORT', 2],
      ],
    );
    assert.deepEqual(macros, []);
  });

  it('tells what it includes, and how', () => {
    const { includes } = header('#include "a.h"\n#if X\n#include <b/c.h>\n#endif\n#include COMPUTED\n');
    assert.deepEqual(
      includes.map(({ header: name, angled, guard }) => [name, angled, guardTexts(guard)]),
      [
        ['a.h', false, []],
        ['b/c.h', true, ['X']],
      ],
    );
  });

  it('survives what is no header', () => {
    for (const text of ['', '#', '#define', '#if', '/* #undef', '\u0000\u00ff', '#define A \\']) header(text);
    assert.deepEqual(
      header('#endif\n#else\n#define A 1\n').macros.map(({ name }) => name),
      ['A'],
    );
  });
});

describe('core: option files', () => {
  it('reads .config', () => {
    const text = [
      '# Linux 6.1',
      'CONFIG_SMP=y',
      'CONFIG_E1000=m',
      'CONFIG_HZ=250',
      'CONFIG_NAME="a b"',
      '# CONFIG_NUMA is not set',
      '# CONFIG_X is set',
      'SMP=y',
      'CONFIG_CRLF=y\r',
    ].join('\n');
    assert.deepEqual(Object.fromEntries(readKernelConfig(text)), {
      CONFIG_SMP: '1',
      CONFIG_E1000_MODULE: '1',
      CONFIG_E1000: null,
      CONFIG_HZ: '250',
      CONFIG_NAME: '"a b"',
      CONFIG_NUMA: null,
      CONFIG_CRLF: '1',
    });
  });

  it('reads options and answers of checks in CMakeCache.txt, and nothing that CMake keeps for itself', () => {
    const text = [
      '# comment:BOOL=ON',
      '//Build with TLS',
      'WITH_TLS:BOOL=ON',
      'WITH_X:BOOL=off',
      'WITH_Y:BOOL=maybe',
      'HAVE_EPOLL:INTERNAL=1',
      'HAVE_KQUEUE:INTERNAL=',
      'CMAKE_CACHE_MAJOR_VERSION:INTERNAL=3',
      'PREFIX:PATH=/usr',
      'CRLF:BOOL=TRUE\r',
      '"QUOTED":BOOL=NO',
    ].join('\n');
    assert.deepEqual(Object.fromEntries(readCMakeCache(text)), {
      WITH_TLS: '1',
      WITH_X: null,
      HAVE_EPOLL: '1',
      HAVE_KQUEUE: null,
      CRLF: '1',
      QUOTED: null,
    });
  });
});
