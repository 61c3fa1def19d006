import assert from 'node:assert/strict';
import type { BinaryFacts } from '#core/binaries/binaryFacts.js';
import { type ProgramBinaries, programBinaries } from '#core/binaries/programBinaries.js';
import { readBinary } from '#core/binaries/readBinary.js';
import { sourceOf } from '#core/elf/byteSource.js';
import { gapMessage } from '#core/messages/gapMessage.js';
import { assumedDocument } from '#core/options/assumedDocument.js';
import { type Report, ReportMaker } from '#core/report/report.js';
import { reportDocument } from '#core/report/reportDocument.js';
import { catalogueOf } from '#core/uses/knownNames.js';
import { elfFile, type TestElf, type TestSymbol } from '../support/elfFile.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { scanFiles } from '../support/scan.js';

/** `fork@GLIBC_2.2.5/libc.so.6`, with `?` behind it where it is weak; without a version `fork`. */
function needed(...written: string[]): TestSymbol[] {
  return written.map((text) => {
    const [, name, version, library, weak] = /^(\w+)(?:@([^/]+)\/([^?]+))?(\?)?$/.exec(text) ?? [];
    return {
      name,
      is: 'needed',
      isWeak: weak !== undefined,
      ...(version === undefined ? {} : { version, library }),
    };
  });
}

function libc(...names: string[]): TestSymbol[] {
  return needed(...names.map((name) => `${name}@GLIBC_2.2.5/libc.so.6`));
}

function defined(...names: string[]): TestSymbol[] {
  return names.map((name) => ({ name, is: 'defined' }));
}

/** A program that is linked dynamically, at `path`. */
function program(path: string, symbols: readonly TestSymbol[], elf: Partial<TestElf> = {}): BinaryFacts {
  const bytes = elfFile({ type: 'shared', interpreter: '/ld', needed: ['libc.so.6'], symbols, ...elf });
  const read = readBinary(path, sourceOf(bytes));
  assert.ok('facts' in read);
  return read.facts;
}

function library(path: string, symbols: readonly TestSymbol[], elf: Partial<TestElf> = {}): BinaryFacts {
  return program(path, symbols, { interpreter: '', ...elf });
}

function together(...facts: BinaryFacts[]): ProgramBinaries {
  const knowledge = shippedKnowledge();
  return programBinaries(facts, knowledge, catalogueOf(knowledge));
}

/** Imports among the uses: `function/open open64`. */
function importsOf({ uses }: ProgramBinaries): string[] {
  return uses.filter(({ kind }) => kind === 'import').map(({ feature, name }) => `${feature} ${name}`);
}

async function reportOf(
  binaries: ProgramBinaries,
  targets: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const scan = await scanFiles(files, { targets });
  const maker = new ReportMaker(scan.index, shippedKnowledge(), {
    targets: targets.map(targetOf),
    minSeverity: 'information',
    definesFor: () => ({}),
  });
  maker.add(scan);
  return maker.report(scan, binaries);
}

/** Messages of the gaps, each with its place. */
function messagesOf(report: Report): string[] {
  return report.gaps.map((gap) => `${gap.use.path}: ${gapMessage(gap, shippedKnowledge())}`);
}

describe('core: binaries of one program', () => {
  describe('imports', () => {
    it('of the platform are those of the C library, under the names that source has', () => {
      const found = together(
        program('app', libc('fork', 'open64', '__read_chk', '__isoc99_scanf', '__sigsetjmp')),
      );
      assert.deepEqual(importsOf(found), [
        'function/fork fork',
        'function/open open64',
        'function/read __read_chk',
        'function/scanf __isoc99_scanf',
        'function/sigsetjmp __sigsetjmp',
      ]);
    });

    it('that other binaries satisfy are none of the platform', () => {
      const symbols = [...libc('kill'), ...needed('own_call', 'ssl@V1/libssl.so', 'lost', '__gmon_start__?')];
      const app = program('app', symbols, { needed: ['libown.so', 'libssl.so', 'libc.so.6'] });
      const alone = together(app);
      assert.deepEqual(alone.files[0].imports, { platform: 1, own: 0, unread: 3, nobody: 1 });
      assert.deepEqual(alone.files[0].unreadLibraries, ['libown.so', 'libssl.so', 'libc.so.6']);
      const own = library('lib/libown.so.1', defined('own_call'), { soname: 'libown.so' });
      const ssl = library('lib/libssl.so', defined('ssl'));
      const all = together(app, own, ssl);
      assert.deepEqual(all.files[0].imports, { platform: 1, own: 2, unread: 1, nobody: 1 });
      assert.deepEqual(all.files[0].unreadLibraries, ['libc.so.6']);
    });

    it('of a symbol with a version of the C library are of the platform, whoever else defines the name', () => {
      const found = together(program('app', libc('fork')), program('other', defined('fork')));
      assert.deepEqual(importsOf(found), ['function/fork fork']);
    });

    it('without a version are of the platform where the file knows none at all', () => {
      const musl = together(
        program('app', needed('fork', 'app_call'), { needed: ['libc.musl-x86_64.so.1'] }),
      );
      assert.deepEqual(importsOf(musl), ['function/fork fork']);
      const mixed = together(program('app', [...libc('kill'), ...needed('fork')]));
      assert.deepEqual(
        importsOf(mixed),
        ['function/kill kill'],
        'fork comes from a library without versions',
      );
    });

    it('of the C library itself are no uses of the program', () => {
      const found = together(library('libc.so.6', libc('fork')), program('app', libc('kill')));
      assert.deepEqual(importsOf(found), ['function/kill kill']);
      assert.deepEqual(
        found.files.map(({ isPlatform }) => isPlatform),
        [true, false],
      );
    });
  });

  describe('on OSv', () => {
    it('the exact symbol counts before the function', async () => {
      // OSv before `master` has strtol and lacks the name by which new compilers ask for it.
      const report = await reportOf(together(program('app', libc('strtol', '__isoc23_strtol'))), [
        'osv@0.57',
      ]);
      assert.deepEqual(messagesOf(report), [
        'app: import of __isoc23_strtol (strtol) — OSv 0.57: missing: the guest halts at the first call',
      ]);
      assert.deepEqual(
        messagesOf(await reportOf(together(program('app', libc('__isoc23_strtol'))), ['osv'])),
        [],
      );
    });

    it('what nobody listed is missing, as it is reached', async () => {
      const symbols: TestSymbol[] = [
        ...libc('brand_new_call', '__tls_get_addr'),
        { name: 'new_data', is: 'needed', isData: true, version: 'GLIBC_2.2.5', library: 'libc.so.6' },
        { name: 'new_copy', is: 'copied', isWeak: true, version: 'GLIBC_2.2.5', library: 'libc.so.6' },
        ...needed('new_weak@GLIBC_2.2.5/libc.so.6?', 'vector_sine@GLIBC_2.22/libmvec.so.1', 'other_call'),
      ];
      const report = await reportOf(together(program('app', symbols)), ['osv']);
      assert.deepEqual(messagesOf(report), [
        'app: import of brand_new_call — OSv: missing: the guest halts at the first call',
        'app: import of new_data — OSv: missing: the guest halts at the first call',
        'app: import of new_copy — OSv: halts the guest',
      ]);
    });

    it('what comes with the program is not missing', async () => {
      const report = await reportOf(together(program('app', libc('brand_new_call', 'sendmmsg'))), [
        'osv+linux-ld',
      ]);
      assert.deepEqual(messagesOf(report), [
        'app: import of sendmmsg — OSv (linux-ld): fails: returns -1, errno ENOSYS',
      ]);
    });

    it('its libraries are of no use to a program that brings its own', async () => {
      const report = await reportOf(together(program('app', libc('read'))), ['osv', 'osv+linux-ld']);
      assert.deepEqual(
        report.targets.map(({ remarks }) => remarks),
        [[], ['to be put into the image: libc.so.6; their own imports were not read']],
      );
    });

    it('of several symbols of one function the worst is told', async () => {
      const report = await reportOf(together(program('app', libc('setuid', 'fork', 'flock'))), ['osv']);
      assert.equal(report.gaps.length, 3);
      const twice = await reportOf(together(program('app', libc('posix_fadvise', 'posix_fadvise64'))), [
        'osv',
      ]);
      assert.equal(twice.gaps.length, 1);
    });
  });

  describe('the form of a binary', () => {
    const forms: readonly (readonly [string, BinaryFacts, string, string[]])[] = [
      [
        'of another machine',
        program('app', [], { machine: 40, bits: 32 }),
        'osv',
        ['app: binary for arm — OSv: cannot be loaded'],
      ],
      [
        'of 32 bits',
        program('app', [], { bits: 32 }),
        'osv',
        ['app: binary for x86-64 with 32 bits — OSv: cannot be loaded'],
      ],
      ['at fixed addresses', program('app', [], { type: 'executable' }), 'osv', []],
      [
        'static, on OSv 0.57',
        program('app', [], { type: 'executable', interpreter: '', isDynamic: false }),
        'osv@0.57',
        ['app: statically linked program — OSv 0.57: halts the guest'],
      ],
      [
        'for Linux, on Rumprun',
        program('app', []),
        'rumprun',
        ['app: binary for Linux — Rumprun: cannot be loaded'],
      ],
    ];
    for (const [name, facts, target, messages] of forms) {
      it(name, async () => {
        assert.deepEqual(messagesOf(await reportOf(together(facts), [target])), messages);
      });
    }

    it('static: the verdict is open, and that is told', async () => {
      const facts = program('bin/app', [], { type: 'executable', interpreter: '', isDynamic: false });
      const report = await reportOf(together(facts), ['osv']);
      const [{ verdict, remarks }] = report.targets;
      assert.equal(verdict.least, 'ready');
      assert.equal(verdict.most, 'redesign');
      assert.equal(verdict.isCovered, false);
      assert.match(
        remarks.join(),
        /linked statically: bin\/app; imports do not tell which system calls are made/,
      );
      const document = reportDocument(report, shippedKnowledge(), ['.'], (path) => ({ root: 0, path }));
      const [assumed] = assumedDocument(document, new Map([['USE_X', 'on']])).targets;
      assert.equal(assumed.most, 'redesign', 'no option of the build closes it');
    });

    it('with system calls of its own, or libraries that were not read: told, not judged', async () => {
      const code = [0xb8, 39, 0, 0, 0, 0x0f, 0x05, 0xc3];
      const facts = program('app', libc('read'), {
        code,
        needed: ['libc.so.6', 'libssl.so.3', 'libstdc++.so.6'],
      });
      const report = await reportOf(together(facts), ['osv']);
      assert.deepEqual(report.targets[0].remarks, [
        'to be put into the image: libssl.so.3; their own imports were not read',
        'brings libstdc++.so.6 itself; their symbols were not compared',
        'the bytes of 1 system-call instruction in app: imports do not tell what those ask for',
      ]);
      assert.equal(report.targets[0].verdict.most, 'ready');
    });
  });

  describe('on a target that takes source', () => {
    it('imports hold only if the source needs the same', async () => {
      const [gap] = (await reportOf(together(program('app', libc('fork'))), ['rumprun'])).gaps.filter(
        ({ use }) => use.kind === 'import',
      );
      assert.deepEqual(gap.tags, ['conditional']);
      assert.match(
        gapMessage(gap, shippedKnowledge()),
        /^import of fork — Rumprun: fails: .* \(if its source needs the same\)$/,
      );
    });

    it('count for the worse verdict alone', async () => {
      const [{ verdict }] = (await reportOf(together(program('app', libc('fork'))), ['rumprun'])).targets;
      assert.equal(verdict.least, 'configure');
      assert.equal(verdict.most, 'redesign');
      assert.deepEqual(verdict.conditions, ['its source needs the same']);
    });

    it('symbols that no source asks for are not told', async () => {
      const found = together(program('app', libc('__ctype_b_loc', '__libc_start_main', '__stack_chk_fail')));
      const report = await reportOf(found, ['rumprun']);
      assert.deepEqual(
        report.gaps.map(({ use }) => use.kind),
        ['binary'],
      );
    });
  });

  describe('beside source', () => {
    const MAIN = '#include <unistd.h>\nint main(void) { return fork(); }\n';

    it('what the source calls is told at its place, with who imports it', async () => {
      const found = together(program('bin/app', libc('fork')), library('libapp.so', libc('fork')));
      const report = await reportOf(found, ['osv', 'rumprun'], { 'main.c': MAIN });
      assert.deepEqual(messagesOf(report), [
        'main.c: fork() — OSv: fails: returns -1, errno left unchanged; ' +
          'Rumprun: fails: returns 86, errno ENOTSUP; imported by app, libapp.so',
      ]);
    });

    it('what only a binary uses says so', async () => {
      const found = together(program('app', libc('fork', 'setsid')));
      const report = await reportOf(found, ['osv'], { 'main.c': MAIN });
      assert.deepEqual(messagesOf(report).slice(1), [
        'app: import of setsid — OSv: fails: returns -1, errno left unchanged; no use of it in the source',
      ]);
    });

    it('an import decides what the source has under a condition', async () => {
      const source = '#include <unistd.h>\n#ifdef WITH_CHILD\nint run(void) { return fork(); }\n#endif\n';
      const found = together(program('app', libc('fork')));
      const report = await reportOf(found, ['osv', 'rumprun'], { 'run.c': source });
      assert.deepEqual(messagesOf(report).slice(1), [
        'app: import of fork — OSv: fails: returns -1, errno left unchanged; ' +
          'in the source only under conditions, of which one holds',
      ]);
      assert.equal(report.targets[0].verdict.least, 'redesign');
      assert.equal(report.targets[1].verdict.least, 'ready', 'Rumprun goes by the source');
    });

    it('code that is left out on the target does not count as the source', async () => {
      const source = '#include <unistd.h>\n#ifdef _WIN32\nint run(void) { return fork(); }\n#endif\n';
      const report = await reportOf(together(program('app', libc('fork'))), ['osv'], { 'run.c': source });
      assert.deepEqual(messagesOf(report), [
        'app: import of fork — OSv: fails: returns -1, errno left unchanged; in the source only in code that is left out',
      ]);
    });

    it('tests speak for nothing', async () => {
      const report = await reportOf(together(program('app', libc('fork'))), ['osv'], {
        'tests/fork.c': MAIN,
        'a.c': 'int a;\n',
      });
      const [ofTest, ofBinary] = report.gaps;
      assert.equal(ofTest.importedBy, undefined);
      assert.equal(ofBinary.inSource, 'none');
    });

    it('what is no gap in the source is none of the binary', async () => {
      const source = '#include <unistd.h>\nint drop(void) { return setuid(0); }\n';
      const report = await reportOf(together(program('app', libc('setuid'))), ['osv'], { 'drop.c': source });
      assert.deepEqual(messagesOf(report), []);
    });
  });
});
