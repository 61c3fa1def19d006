import assert from 'node:assert/strict';
import { readBuildFile } from '#core/probes/readBuildFile.js';
import { macroValue } from '../support/decisions.js';
import { Random } from '../support/random.js';
import { scanFiles } from '../support/scan.js';

/** What a macro is on OSv and on Rumprun, after a build file. */
type Case = readonly [name: string, text: string, macro: string, osv: string, rumprun: string];

const AUTOCONF: readonly Case[] = [
  ['functions', 'AC_CHECK_FUNCS([fork epoll_create1 kqueue])', 'HAVE_EPOLL_CREATE1', '1', 'undefined'],
  ['a function of other systems', 'AC_CHECK_FUNCS([kqueue])', 'HAVE_KQUEUE', 'undefined', '1'],
  ['newer than the C library of the host', 'AC_CHECK_FUNCS([strlcpy])', 'HAVE_STRLCPY', 'undefined', '1'],
  ['as new as that', 'AC_CHECK_FUNCS([arc4random])', 'HAVE_ARC4RANDOM', '1', '1'],
  ['a function of nobody known', 'AC_CHECK_FUNCS([png_create])', 'HAVE_PNG_CREATE', '?', '?'],
  ['what a stub of the link answers', 'AC_CHECK_FUNCS([extattrctl])', 'HAVE_EXTATTRCTL', 'undefined', '1'],
  ['one function', 'AC_CHECK_FUNC([pledge], [AC_DEFINE([SANDBOX])])', 'SANDBOX', 'undefined', 'undefined'],
  ['where it fails', 'AC_CHECK_FUNC(kqueue, , [AC_DEFINE(NO_EVENTS, 1)])', 'NO_EVENTS', '1', 'undefined'],
  ['headers', 'AC_CHECK_HEADERS([sys/epoll.h sys/event.h])', 'HAVE_SYS_EPOLL_H', '1', 'undefined'],
  ['headers of other systems', 'AC_CHECK_HEADERS([sys/event.h])', 'HAVE_SYS_EVENT_H', 'undefined', '1'],
  ['a header of a library', 'AC_CHECK_HEADERS([openssl/ssl.h])', 'HAVE_OPENSSL_SSL_H', '?', '?'],
  ['declarations', 'AC_CHECK_DECLS([SOCK_CLOEXEC])', 'HAVE_DECL_SOCK_CLOEXEC', '1', '1'],
  ['absent ones', 'AC_CHECK_DECLS([EPOLLEXCLUSIVE])', 'HAVE_DECL_EPOLLEXCLUSIVE', '1', '0'],
  ['members', 'AC_CHECK_MEMBERS([struct stat.st_mtim])', 'HAVE_STRUCT_STAT_ST_MTIM', '1', '1'],
  [
    'absent members',
    'AC_CHECK_MEMBERS([struct sockaddr.sa_len])',
    'HAVE_STRUCT_SOCKADDR_SA_LEN',
    'undefined',
    '1',
  ],
  ['types', 'AC_CHECK_TYPES([struct ucred])', 'HAVE_STRUCT_UCRED', '1', 'undefined'],
  ['a library of the C library', 'AC_CHECK_LIB(pthread, pthread_create)', 'HAVE_LIBPTHREAD', '1', '1'],
  ['a library of somebody else', 'AC_CHECK_LIB(z, deflate)', 'HAVE_LIBZ', '?', '?'],
  ['a library of another system', 'AC_CHECK_LIB(socket, socket)', 'HAVE_LIBSOCKET', 'undefined', 'undefined'],
  [
    'a function in one of several libraries',
    'AC_SEARCH_LIBS([dlopen], [dl], [AC_DEFINE([WITH_MODULES])])',
    'WITH_MODULES',
    '1',
    '1',
  ],
  [
    'a program that is compiled',
    'AC_COMPILE_IFELSE([AC_LANG_PROGRAM([[#include <sys/eventfd.h>]], [[return eventfd(0, EFD_CLOEXEC);]])],\n' +
      '  [AC_DEFINE([EVENTS])])',
    'EVENTS',
    '1',
    'undefined',
  ],
  [
    'the old form of it',
    'AC_TRY_LINK([#include <sys/socket.h>], [struct sockaddr s; s.sa_len = 1;], AC_DEFINE(SALEN))',
    'SALEN',
    'undefined',
    '1',
  ],
  [
    'a constant that the preprocessor looks for',
    'AC_EGREP_CPP(yes, [\n#include <sys/socket.h>\n#ifdef SO_ACCEPTFILTER\nyes\n#endif\n], [filter=yes], [filter=no])\n' +
      'if test "x$filter" = "xyes"; then\n  AC_DEFINE(FILTERS, 1)\nfi\n',
    'FILTERS',
    'undefined',
    '1',
  ],
  [
    'a word that the preprocessor keeps for another reason',
    'AC_EGREP_CPP(yes, [\n#include <sys/socket.h>\n#ifndef SO_ACCEPTFILTER\nyes\n#endif\n], [AC_DEFINE(FILTERS)])',
    'FILTERS',
    '?',
    '?',
  ],
  [
    'a name that may be no macro',
    'AC_EGREP_CPP(yes, [\n#include <unistd.h>\n#ifdef fork\nyes\n#endif\n], [AC_DEFINE(FORK_IS_MACRO)])',
    'FORK_IS_MACRO',
    '?',
    '?',
  ],
  [
    'a program that branches by itself',
    'AC_TRY_LINK(,[\n#ifdef linux\nbroken();\n#else\nseteuid(0);\n#endif\n], AC_DEFINE(IDS_WORK))',
    'IDS_WORK',
    '?',
    '?',
  ],
  [
    'a program that is run',
    'AC_RUN_IFELSE([AC_LANG_PROGRAM([[#include <unistd.h>]], [[return pipe(0);]])],\n' +
      '  [AC_DEFINE([HAVE_PIPES])], [], [:])',
    'HAVE_PIPES',
    '1',
    'undefined',
  ],
  [
    'an answer for a build that cannot run it',
    'AC_RUN_IFELSE([AC_LANG_PROGRAM([[#include <unistd.h>]], [[return pipe(0);]])],\n' +
      '  [AC_DEFINE([HAVE_PIPES])], [], [AC_DEFINE([HAVE_PIPES])])',
    'HAVE_PIPES',
    '1',
    '1',
  ],
  [
    'an answer in a variable',
    'AC_CACHE_CHECK([for it], [my_cv_it], [AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <sys/prctl.h>]],\n' +
      '[[prctl(PR_SET_DUMPABLE, 0);]])], [my_cv_it=yes], [my_cv_it=no])])\n' +
      'if test "x$my_cv_it" = xyes; then\n  AC_DEFINE([DUMPABLE])\nfi\n',
    'DUMPABLE',
    '1',
    'undefined',
  ],
  [
    'a variable that several things set',
    'AC_CHECK_FUNC([fork], [it=yes])\nAC_CHECK_FUNC([kqueue], [it=yes])\nif test "$it" = yes; then\nAC_DEFINE(IT)\nfi\n',
    'IT',
    '?',
    '?',
  ],
  [
    'code of a system',
    'case "$host" in\n*-*-linux*)\n  AC_DEFINE([ON_L])\n  ;;\n*-*-netbsd*)\n  AC_DEFINE([ON_N])\n  ;;\nesac\n',
    'ON_L',
    '1',
    'undefined',
  ],
  [
    'what is asked only where something else is missing',
    'AC_CHECK_FUNCS([eventfd])\nif test "$ac_cv_func_eventfd" = no; then\n' +
      'AC_CHECK_FUNC([pipe], [AC_DEFINE([WAKES_BY_PIPE])])\nfi\n',
    'WAKES_BY_PIPE',
    'undefined',
    '1',
  ],
  [
    'what a system lacks',
    'case "$host" in\n*linux*)\nAC_CHECK_FUNC([kqueue], , [AC_DEFINE([NO_KQ])])\n;;\nesac\n',
    'NO_KQ',
    '1',
    'undefined',
  ],
  [
    'the same in macros',
    'AS_CASE([$host_os], [darwin*], [AC_DEFINE([ON_D])], [netbsd*], [AC_DEFINE([ON_N])])',
    'ON_N',
    'undefined',
    '1',
  ],
  [
    'what follows a test program with an if of its own',
    'case $host in\n*darwin*)\nAC_TRY_RUN([int main(void) {\n if (fork() < 0) {\n return 1; }\n}], AC_DEFINE(X))\n;;\nesac\n' +
      'AC_CHECK_FUNCS(fork)',
    'HAVE_FORK',
    '1',
    '1',
  ],
  [
    'options',
    'AC_ARG_ENABLE([threads], [  --enable-threads  use threads], [AC_DEFINE([THREADS])])',
    'THREADS',
    '?',
    '?',
  ],
  [
    'what hangs on an option',
    'AC_ARG_WITH([poll], [help])\nif test "$with_poll" != no; then\nAC_CHECK_FUNCS([poll])\nfi\n',
    'HAVE_POLL',
    '1',
    '1',
  ],
  [
    'what hangs on an option and is not there',
    'AC_ARG_WITH([kq], [help])\nif test "$with_kq" != no; then\nAC_CHECK_FUNC([kqueue], [AC_DEFINE(USE_KQ)])\nfi\n',
    'USE_KQ',
    'undefined',
    '?',
  ],
  ['a comment', 'dnl AC_CHECK_FUNC([fork], [AC_DEFINE([FORKS])])\n# AC_DEFINE([FORKS])\n', 'FORKS', '?', '?'],
  ['what is always defined', 'AC_DEFINE([ALWAYS], [1])', 'ALWAYS', '1', '1'],
  ['the name of the project before it', 'AC_CHECK_FUNCS(eventfd)', 'MY__HAVE_EVENTFD', '1', 'undefined'],
];

const CMAKE: readonly Case[] = [
  ['functions', 'check_function_exists(eventfd HAS_EFD)', 'HAS_EFD', '1', 'undefined'],
  ['symbols', 'CHECK_SYMBOL_EXISTS(EVFILT_READ "sys/event.h" KQ)', 'KQ', 'undefined', '1'],
  ['headers', 'check_include_file("sys/epoll.h" EP)', 'EP', '1', 'undefined'],
  ['a library of somebody else', 'check_library_exists(curl curl_init "" CURLY)', 'CURLY', '?', '?'],
  [
    'programs',
    'check_c_source_compiles("\n#include <sys/prctl.h>\nint main(void) { return prctl(1); }" PRC)',
    'PRC',
    '1',
    'undefined',
  ],
  ['members', 'check_struct_has_member("struct stat" st_mtim "sys/stat.h" MTIM)', 'MTIM', '1', '1'],
  ['options', 'option(WITH_IT "Build with it" ON)', 'WITH_IT', '?', '?'],
  [
    'definitions under an option',
    'option(OPT "x")\nif(OPT)\n  add_definitions(-DUSE_OPT)\nendif()',
    'USE_OPT',
    '?',
    '?',
  ],
  [
    'definitions under a system',
    'if(WIN32)\nadd_definitions(-DON_W=1)\nendif()',
    'ON_W',
    'undefined',
    'undefined',
  ],
  ['definitions of a target', 'target_compile_definitions(app PRIVATE PLAIN=1)', 'PLAIN', '1', '1'],
  [
    'under an answer',
    'check_function_exists(kqueue K)\nif(K)\nadd_definitions(-DEVENTS_K)\nelse()\nadd_definitions(-DEVENTS_O)\nendif()',
    'EVENTS_K',
    'undefined',
    '1',
  ],
  ['a comment', '# check_function_exists(fork F)\n#[[ check_function_exists(fork F) ]]', 'F', '?', '?'],
];

const MESON: readonly Case[] = [
  ['functions', "conf.set('F', cc.has_function('epoll_create1'))", 'F', '1', 'undefined'],
  ['as a number', "conf.set10('F', cc.has_function('kqueue'))", 'F', '0', '1'],
  ['headers', "conf.set('H', cc.has_header('sys/epoll.h'))", 'H', '1', 'undefined'],
  ['symbols', "conf.set('S', cc.has_header_symbol('sys/event.h', 'kqueue'))", 'S', 'undefined', '1'],
  ['under a question', "if cc.has_function('eventfd')\n  conf.set('E', 1)\nendif", 'E', '1', 'undefined'],
  [
    'in a variable',
    "e = cc.has_function('eventfd')\nif not e\n  conf.set('NE', 1)\nendif",
    'NE',
    'undefined',
    '1',
  ],
  ['a system', "if host_machine.system() == 'netbsd'\nconf.set('N', true)\nendif", 'N', 'undefined', '1'],
  ['options', "if get_option('x')\n  conf.set('X', 1)\nendif", 'X', '?', '?'],
  [
    'programs',
    "conf.set('P', cc.compiles('''#include <sys/prctl.h>\nint x = PR_SET_DUMPABLE;'''))",
    'P',
    '1',
    'undefined',
  ],
  ['what is not understood', "conf.set('Q', something.clever())", 'Q', '?', '?'],
];

const FEATURES: readonly Case[] = [
  [
    'a feature that is compiled',
    'ngx_feature="eventfd()"\nngx_feature_name="NGX_HAVE_EVENTFD"\nngx_feature_run=no\n' +
      'ngx_feature_incs="#include <sys/eventfd.h>"\nngx_feature_test="(void) eventfd(0, 0)"\n. auto/feature\n',
    'NGX_HAVE_EVENTFD',
    '1',
    'undefined',
  ],
  [
    'a feature that is run',
    'ngx_feature_name=NGX_HAVE_PIPES\nngx_feature_run=yes\nngx_feature_incs="#include <unistd.h>"\n' +
      'ngx_feature_test="int p[2]; pipe(p)"\n. auto/feature\n',
    'NGX_HAVE_PIPES',
    '1',
    'undefined',
  ],
  ['a header', 'ngx_include="sys/epoll.h"; . auto/include\n', 'NGX_HAVE_SYS_EPOLL_H', '1', 'undefined'],
  ['what is always there', 'have=NGX_ALWAYS . auto/have\n', 'NGX_ALWAYS', '1', '1'],
  [
    'what follows from a feature',
    'ngx_feature_name=NGX_HAVE_EFD\nngx_feature_run=no\nngx_feature_incs="#include <sys/eventfd.h>"\n' +
      'ngx_feature_test="eventfd(0, 0)"\n. auto/feature\nif [ $ngx_found = yes ]; then\n    have=NGX_WAKES . auto/have\nfi\n',
    'NGX_WAKES',
    '1',
    'undefined',
  ],
  [
    'what a choice sets',
    'if [ $MY_DEBUG = YES ]; then\n    have=NGX_DEBUG . auto/have\nfi\n',
    'NGX_DEBUG',
    '?',
    '?',
  ],
];

const KCONFIG: readonly Case[] = [
  ['an option', 'config NET\n\tbool "Networking"\n\tdefault y\n', 'CONFIG_NET', '?', '?'],
];

const MAKEFILE: readonly Case[] = [
  ['a probe that nobody makes', 'CFLAGS += -DPOSIX\n', 'HAVE_TM_GMTOFF', 'undefined', 'undefined'],
  ['what it sets', 'CFLAGS += -DHAVE_TM_GMTOFF\n', 'HAVE_TM_GMTOFF', '?', '?'],
  ['what the builder may set', '#DEFS = -D HAVE_TM_GMTOFF=1\n', 'HAVE_TM_GMTOFF', '?', '?'],
  ['what it writes into a header', '\techo "#define MY_HAVE_PNG 1" > c.h\n', 'MY_HAVE_PNG', '?', '?'],
  ['no probe by its name', 'all:\n', 'USE_PNG', '?', '?'],
  ['no definition', 'LDFLAGS = --with-DHAVE_PNG\n', 'HAVE_PNG', 'undefined', 'undefined'],
];
/** Scripts end with what writes the names that they have enabled. */
const WRITTEN = '\nprint_config HAVE_ "$config_files" $HAVE_LIST\n';

const CONFIGURE: readonly Case[] = (
  [
    ['a function', 'check_func epoll_create1\n', 'HAVE_EPOLL_CREATE1', '1', '0'],
    ['headers', 'check_headers "sys/types.h sys/event.h"\n', 'HAVE_SYS_EVENT_H', '0', '1'],
    ['a header of a library', 'check_headers openssl/ssl.h\n', 'HAVE_OPENSSL_SSL_H', '?', '?'],
    ['functions with headers', 'check_func_headers sys/eventfd.h eventfd\n', 'HAVE_EVENTFD', '1', '0'],
    ['a struct', 'check_type sys/socket.h "struct ucred"\n', 'HAVE_STRUCT_UCRED', '1', '0'],
    [
      'a member',
      'check_struct "sys/types.h sys/socket.h" "struct sockaddr" sa_len\n',
      'HAVE_STRUCT_SOCKADDR_SA_LEN',
      '0',
      '1',
    ],
    ['code', 'check_cc wakes sys/eventfd.h "int i = EFD_CLOEXEC;"\n', 'HAVE_WAKES', '1', '0'],
    ['code that only asks the compiler', 'check_cc pragma "" \'_Pragma("once")\'\n', 'HAVE_PRAGMA', '?', '?'],
    [
      'a declaration that has to fit another',
      'test_code cc sys/ioctl.h "int ioctl(int, int, ...)" && enable posix_ioctl\n',
      'HAVE_POSIX_IOCTL',
      '?',
      '?',
    ],
    [
      'one of two headers',
      ['linux/videodev2.h', 'sys/videoio.h']
        .map(
          (h) =>
            `test_code cc ${h} "struct v4l2_frmsizeenum v; v.discrete.width = 0;" && enable_sanitized sizes\n`,
        )
        .join(''),
      'HAVE_SIZES',
      '1',
      '0',
    ],
    [
      'a second try',
      'check_lib waits sys/event.h kqueue || check_lib waits sys/epoll.h epoll_wait -lm\n',
      'HAVE_WAITS',
      '1',
      '1',
    ],
    ['all of a chain', 'check_func fork &&\n  check_func kqueue && enable both\n', 'HAVE_BOTH', '0', '1'],
    ['a library of somebody else', 'require z zlib.h deflate -lz\n', 'HAVE_Z', '?', '?'],
    [
      'what is under a choice',
      'if enabled net; then\n  check_headers sys/epoll.h\n  enable x_y\nfi\n',
      'HAVE_X_Y',
      '?',
      '?',
    ],
    ['what a choice is joined with', 'enabled net && enable talks\n', 'HAVE_TALKS', '?', '?'],
    ['what is under a check', 'if check_func kqueue; then\n  enable watches\nfi\n', 'HAVE_WATCHES', '0', '1'],
    [
      'what comes after blocks',
      'a && { b && { c || d; } }\ncase $os in\n  linux|bsd) enable a ;;\nesac\nfor x in a b; do check_func $x; done\n' +
        'f(){\n  check_func kqueue\n}\ncheck_func pipe2 && enable pipes\n',
      'HAVE_PIPES',
      '1',
      '1',
    ],
    [
      'what is turned off',
      'check_func pipe2 && enable pipes\nenabled x || disable pipes\n',
      'HAVE_PIPES',
      '?',
      '?',
    ],
    [
      'what hangs on another name',
      'pipes_deps="neon"\ncheck_func pipe2 && enable pipes\n',
      'HAVE_PIPES',
      '?',
      '?',
    ],
    ['a name that is a variable', 'check_func $prefix_memalign && enable aligns\n', 'HAVE_ALIGNS', '?', '?'],
    [
      'a program in the script',
      'test_cc <<EOF && enable thumbs\ncheck_func kqueue && enable thumbs\nEOF\n',
      'HAVE_THUMBS',
      '?',
      '?',
    ],
    [
      'comments and quotes',
      '# check_func fork && enable q\nx="\\" check_func fork && enable q"\n',
      'HAVE_Q',
      '?',
      '?',
    ],
  ] as const
).map(([name, text, ...rest]) => [name, text + WRITTEN, ...rest]);

describe('core: what build files ask for', () => {
  const systems: readonly (readonly [file: string, cases: readonly Case[]])[] = [
    ['configure.ac', AUTOCONF],
    ['CMakeLists.txt', CMAKE],
    ['meson.build', MESON],
    ['auto/unix', FEATURES],
    ['Kconfig', KCONFIG],
    ['Makefile', MAKEFILE],
    ['configure', CONFIGURE],
  ];
  for (const [file, cases] of systems) {
    for (const [name, text, macro, osv, rumprun] of cases) {
      it(`${file}: ${name}`, async () => {
        const files = { [file]: text };
        assert.deepEqual(
          [await macroValue(macro, files, 'osv'), await macroValue(macro, files, 'rumprun')],
          [osv, rumprun],
        );
      });
    }
  }

  it('takes no name for unasked where something else than a Makefile builds the program', async () => {
    const files = { Makefile: 'all:\n', 'lib/configure.ac': 'AC_INIT\n' };
    assert.equal(await macroValue('HAVE_PNG', files, 'osv'), '?');
  });

  describe('a test under an option', () => {
    const shared =
      'AC_RUN_IFELSE([AC_LANG_SOURCE([[\n#include <sys/shm.h>\nint main(void) { return shmget(IPC_PRIVATE, 1, 0) < 0; }\n]])],\n' +
      '  [shared=yes], [shared=no], [shared=no])\nif test "$shared" = "yes"; then\n  AC_DEFINE(HAVE_SHARED, 1)\nfi\n';
    const underOption = (word: string, fallback: string): string =>
      `PHP_ARG_ENABLE([${word}], [whether to], [AS_HELP_STRING([--disable-${word}], [without])]${fallback})\n` +
      `if test "$PHP_${word.toUpperCase()}" != "no"; then\n${shared}fi\n`;
    const cases: readonly (readonly [name: string, word: string, fallback: string, osv: string])[] = [
      ['is made where the option is on by default', 'cache', ', [yes]', '1'],
      ['is the choice of the builder where it is off by default', 'cache', ', [no]', '?'],
      ['is the choice of the builder where nothing is said, since that is off', 'cache', '', '?'],
    ];
    for (const [name, word, fallback, osv] of cases) {
      it(name, async () => {
        const files = { 'ext/cache/config.m4': underOption(word, fallback) };
        const values = [
          await macroValue('HAVE_SHARED', files, 'osv'),
          await macroValue('HAVE_SHARED', files, 'rumprun'),
        ];
        assert.deepEqual(values, [osv, 'undefined']);
      });
    }

    it('still decides by itself what it sets', async () => {
      const files = {
        'ext/cache/config.m4':
          'PHP_ARG_ENABLE([cache], [x], [y], [yes])\nif test "$PHP_CACHE" != "no"; then\n  AC_DEFINE(WITH_CACHE, 1)\nfi\n',
      };
      assert.equal(await macroValue('WITH_CACHE', files, 'osv'), '?');
    });
  });

  it('leaves out what headers alone define, and not on the target', async () => {
    const files = {
      'configure.ac': 'AC_CHECK_FUNCS([epoll_create1])',
      'a.h': '#ifdef HAVE_EPOLL_CREATE1\n#define USE_IT 1\n#endif\n',
    };
    const given = { ...files, 'configure.ac': `${files['configure.ac']}\nCPPFLAGS="-DUSE_IT"\n` };
    assert.equal(await macroValue('USE_IT', files, 'osv'), '1');
    assert.equal(await macroValue('USE_IT', files, 'rumprun'), 'undefined');
    assert.equal(await macroValue('USE_IT', given, 'rumprun'), '?');
  });

  it('tells an option with its help, its default and its place', async () => {
    const program = {
      'configure.ac':
        'AC_INIT\nAC_ARG_ENABLE([ssl],\n  [AS_HELP_STRING([--enable-ssl], [talk in secret (default: no)])],\n  [AC_DEFINE([USE_SSL])])\n',
      Kconfig: 'config NET\n\tbool "Networking"\n\tdefault y\n',
      'a.c': '#if defined(USE_SSL) && defined(CONFIG_NET)\nint f(void) { return fork(); }\n#endif\n',
    };
    const { probes } = (await scanFiles(program)).index;
    assert.deepEqual(probes.optionsOf('USE_SSL')[0], {
      name: '--enable-ssl',
      help: 'talk in secret (default: no',
      fallback: 'no',
      path: 'configure.ac',
      line: 1,
    });
    assert.deepEqual(probes.optionsOf('CONFIG_NET')[0], {
      name: 'CONFIG_NET',
      help: 'Networking',
      fallback: 'y',
      path: 'Kconfig',
      line: 0,
    });
    assert.equal(probes.optionsOf('HAVE_FORK')[0], undefined);
  });

  it('survives what is cut off anywhere, and any bytes between', () => {
    const random = new Random(7);
    for (const [file, cases] of systems) {
      const text = cases.map(([, one]) => one).join('\n');
      for (let round = 0; round < 200; round++) {
        const from = random.below(text.length);
        const to = from + random.below(40);
        const soup = String.fromCharCode(...Array.from({ length: 5 }, () => random.below(256)));
        const facts = readBuildFile(file, text.slice(0, from) + soup + text.slice(to));
        assert.ok(Array.isArray(facts.probes));
      }
    }
  });

  it('takes nothing from a script that Autoconf wrote, or one of another manner', async () => {
    const checks = 'check_func kqueue && enable watches\n';
    assert.deepEqual(readBuildFile('configure', checks), { probes: [], options: [], set: [] });
    assert.equal(readBuildFile('configure', checks + WRITTEN).probes.length, 2);
    const generated = `#! /bin/sh\n# Generated by GNU Autoconf 2.71.\n${checks}${WRITTEN}`;
    assert.equal(await macroValue('HAVE_WATCHES', { configure: generated }, 'rumprun'), '?');
    assert.equal(await macroValue('HAVE_WATCHES', { configure: checks + WRITTEN }, 'rumprun'), '1');
  });

  it('reads a file of open parentheses and quotes in time', () => {
    for (const [file] of systems) {
      for (const piece of [
        'AC_CHECK_FUNCS([',
        'if(',
        "x.set('",
        'AS_IF([a],[',
        'case $host in\n',
        'have="',
        '#include <',
        'if check_func f; then\n',
        'check_func f && ',
        'cat <<E\n',
        '$("\'',
      ]) {
        assert.ok(readBuildFile(file, WRITTEN + piece.repeat(20_000)).probes.length >= 0);
      }
    }
  });
});
