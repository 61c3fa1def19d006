import assert from 'node:assert/strict';
import { type Program, reasonsFor } from '../support/decisions.js';

type Case = readonly [
  condition: string,
  files: Program,
  target: 'osv' | 'rumprun',
  sentences: readonly string[],
];

const AUTOCONF = 'AC_INIT\nAC_CHECK_FUNCS([eventfd])\nAC_CHECK_HEADERS([zlib.h])\n';
const OPTION = 'AC_ARG_ENABLE([x],\n  [AS_HELP_STRING([--enable-x], [do x])],\n  [AC_DEFINE([USE_X])])\n';

describe('core: why a condition holds', () => {
  const cases: readonly Case[] = [
    ['#ifdef __linux__', {}, 'osv', ['`#ifdef __linux__` holds: compilers for OSv define __linux__.']],
    [
      '#ifdef __linux__',
      {},
      'rumprun',
      ['`#ifdef __linux__` does not hold: compilers for Rumprun do not define __linux__.'],
    ],
    [
      '#if HAVE_EVENTFD',
      { 'configure.ac': AUTOCONF },
      'osv',
      ['`#if HAVE_EVENTFD` holds: configure.ac:2 asks for eventfd(), which builds for OSv find.'],
    ],
    [
      '#ifndef HAVE_EVENTFD',
      { 'configure.ac': AUTOCONF },
      'rumprun',
      [
        '`#ifndef HAVE_EVENTFD` holds: configure.ac:2 asks for eventfd(), which builds for Rumprun do not find.',
      ],
    ],
    [
      '#ifdef HAVE_ZLIB_H',
      { 'configure.ac': AUTOCONF },
      'osv',
      [
        '`#ifdef HAVE_ZLIB_H` is undecided: configure.ac:3 asks for <zlib.h>, which builds for OSv may find or not.',
      ],
    ],
    [
      '#ifdef USE_X',
      { 'configure.ac': OPTION },
      'osv',
      ['`#ifdef USE_X` is undecided: USE_X is the builder\'s choice (configure.ac:1: --enable-x, "do x").'],
    ],
    [
      '#ifdef HAVE_FORK',
      {},
      'osv',
      ['`#ifdef HAVE_FORK` holds: HAVE_FORK asks by its name for fork(), which builds for OSv find.'],
    ],
    [
      '#if defined(FD_CLOEXEC) && !defined(F_DUP2FD)',
      {},
      'osv',
      [
        '`#if defined(FD_CLOEXEC) && !defined(F_DUP2FD)` holds: headers for OSv define FD_CLOEXEC; ' +
          "F_DUP2FD is another system's.",
      ],
    ],
    [
      '#ifdef EFD_CLOEXEC',
      {},
      'rumprun',
      ['`#ifdef EFD_CLOEXEC` does not hold: headers for Rumprun do not define EFD_CLOEXEC.'],
    ],
    [
      '#ifdef __TANDEM',
      {},
      'osv',
      ['`#ifdef __TANDEM` does not hold: neither compilers nor headers for OSv define __TANDEM.'],
    ],
    [
      '#ifdef MS_WINDOWS',
      {},
      'osv',
      ['`#ifdef MS_WINDOWS` does not hold: MS_WINDOWS is named for windows, whose code OSv does not build.'],
    ],
    [
      '#ifndef NO_FORK',
      {},
      'osv',
      ['`#ifndef NO_FORK` holds: NO_FORK takes something away, for which a builder has to ask.'],
    ],
    [
      '#include "a.h"\n#if HAS_WORKERS',
      { 'a.h': '#ifdef __linux__\n#define HAS_WORKERS 1\n#endif\n' },
      'osv',
      ['`#if HAS_WORKERS` holds: a.h:2 defines HAS_WORKERS.'],
    ],
    [
      '#ifdef HAVE_EVENTFD\n#define USE_WAKER 1\n#endif\n#if USE_WAKER',
      {},
      'osv',
      ['`#if USE_WAKER` holds: line 2 defines USE_WAKER.'],
    ],
    [
      '#ifdef USE_Y\n#define USE_WAKER 1\n#endif\n#if USE_WAKER',
      {},
      'osv',
      ['`#if USE_WAKER` is undecided: line 2 may define USE_WAKER.'],
    ],
    [
      '#if NGX_HAVE_PIPES',
      {
        'auto/unix':
          'ngx_feature_name=NGX_HAVE_PIPES\nngx_feature_run=yes\nngx_feature_incs="#include <unistd.h>"\n' +
          'ngx_feature_test="int p[2]; pipe(p)"\n. auto/feature\n',
      },
      'rumprun',
      [
        '`#if NGX_HAVE_PIPES` does not hold: auto/unix:5 asks whether pipe() works, by a test that builds for Rumprun ' +
          'cannot run and take it to be missing.',
      ],
    ],
    [
      '#ifdef ON_L',
      { 'configure.ac': 'case "$host" in\n*linux*)\nAC_DEFINE(ON_L)\n;;\nesac\n' },
      'rumprun',
      ['`#ifdef ON_L` does not hold: configure.ac:3 asks for linux, whose code Rumprun does not build.'],
    ],
    [
      '#ifdef ALWAYS',
      { 'configure.ac': 'AC_DEFINE([ALWAYS])' },
      'osv',
      ['`#ifdef ALWAYS` holds: configure.ac:1 defines ALWAYS.'],
    ],
  ];
  for (const [condition, files, target, sentences] of cases) {
    it(`${target}: ${condition.replace(/\n/g, ' ')}`, async () => {
      assert.deepEqual(await reasonsFor(condition, files, target), sentences);
    });
  }
});
