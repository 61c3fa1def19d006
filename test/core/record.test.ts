import assert from 'node:assert/strict';
import type { NumberLog } from '#core/facts/numberLog.js';
import { Findings } from '#core/record/findings.js';
import { mergedProgram } from '#core/record/mergedProgram.js';
import { decodeRecord, encodeRecord, type ProgramRecord } from '#core/record/programRecord.js';
import { type Report, ReportMaker } from '#core/report/report.js';
import { BuildFilesRead } from '#core/scan/readBuildFiles.js';
import { type ReadProgram, readProgram } from '#core/scan/readProgram.js';
import type { KnownProgram } from '#core/scan/recall.js';
import type { ScanOptions } from '#core/scan/scanWorkspace.js';
import { usesByFile } from '#core/scan/usesByFile.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import type { Use } from '#core/uses/use.js';
import { edited } from '../support/editedText.js';
import { EditedWorkspace } from '../support/editedWorkspace.js';
import { wasmEngine } from '../support/engines.js';
import { generateSource } from '../support/generateSource.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';
import { HEADER_LINES, SOURCE_LINES } from '../support/programLines.js';
import { Random } from '../support/random.js';

const TARGETS = ['osv', 'rumprun'].map(targetOf);
const MORE_LINES = [
  '// unigap-ignore-next-line function/fork -- not on a unikernel\n',
  '#if BOTH\n#define STEP 4\n#endif\n',
  '#define DEPTH 4\n',
  'int f7(int s) { return listen(s, DEPTH) + setsockopt(s, SOL_SOCKET, SO_KEEPALIVE, "1", 4); }\n',
  'int f10(int s) { signal(SIGHUP, SIG_IGN); apr_signal(SIGUSR1, on); return listen(s, 5); }\n',
  'void *f8(void) { return mmap(0, 4, PROT_READ, flags ? MAP_PRIVATE : MAP_SHARED, -1, 0); }\n',
  'int f9(void) { return syscall(SYS_gettid) + system("gzip -d x | sh") + open("/proc/self/maps", -1); }\n',
  '#ifdef __linux__\nint g1(void) { return epoll_create1(EPOLL_CLOEXEC); }\n#elif DEPTH > 3\nint g1(void) { return kqueue(); }\n#endif\n',
  '#include <sys/epoll.h>\n',
  '#include "e.c"\n',
];
const PATHS = [
  'a.h',
  'b.h',
  'tests/a.h',
  'c.c',
  'd.cpp',
  'e.c',
  'linux/f.c',
  'test/f.c',
  'tools/b.c',
  'regs.h',
];

describe('core: a program that was read before', () => {
  for (let seed = 1; seed <= 12; seed++) {
    it(`is read again to the same report (seed ${seed})`, async () => {
      const random = new Random(seed);
      const workspace = randomProgram(random);
      let last: Scan | undefined;
      for (let step = 0; step < 10; step++) {
        const cold = await scan(workspace);
        const { known, findings } = last ? knownFrom(last, workspace) : {};
        const facts = await scan(workspace, known);
        assert.deepEqual(facts.uses, cold.uses, `facts, step ${step}`);
        const warm = await scan(workspace, known, findings);
        assert.deepEqual(told(warm), told(cold), `findings, step ${step}`);
        const again = knownFrom(warm, workspace);
        assert.deepEqual(
          told(await scan(workspace, again.known, again.findings)),
          told(cold),
          `again, step ${step}`,
        );
        last = warm;
        for (let edits = random.below(3); edits >= 0; edits--) edit(workspace, random);
      }
    });

    it(`is put together from shares to the same report (seed ${seed})`, async () => {
      const random = new Random(seed);
      for (let step = 0; step < 5; step++) {
        const workspace = randomProgram(random);
        const cold = await scan(workspace);
        const shares = 1 + random.below(4);
        const owner = new Map([...workspace.texts.keys()].map((path) => [path, random.below(shares)]));
        const parts: { record: ProgramRecord; skipped: ReadProgram['skipped'] }[] = [];
        let build = new BuildFilesRead();
        for (let share = 0; share < shares; share++) {
          const own = new Set([...owner].filter(([, number]) => number === share).map(([path]) => path));
          const read = await readProgram(workspace, { ...options(), share: own });
          const { record, skipped } = read;
          assert.ok(record);
          build = read.build;
          parts.push({ record: rewritten(record), skipped });
        }
        const merged = reported(
          mergedProgram(parts, [], build, { files: [], skipped: [] }, options().vocabulary),
        );
        assert.deepEqual(merged.uses, cold.uses, `step ${step}`);
        assert.deepEqual(told(merged), told(cold), `step ${step}`);
      }
    });
  }

  it('is read no more where nothing changed', async () => {
    const workspace = new CountingWorkspace(PROGRAM);
    const first = await scan(workspace);
    workspace.asked.length = 0;
    const second = await scanAgain(workspace, first);
    assert.deepEqual(workspace.asked, []);
    assert.deepEqual(second.uses, []);
    assert.ok(first.report.gaps.length > 0);
    assert.deepEqual(told(second), told(first));
  });

  it('is read again where it changed, and nowhere else, if others are told the same', async () => {
    const workspace = new CountingWorkspace(PROGRAM);
    const first = await scan(workspace);
    workspace.texts.set('c.c', `${PROGRAM['c.c']}int g(void) { return vfork(); }\n`);
    workspace.asked.length = 0;
    const second = await scanAgain(workspace, first);
    assert.deepEqual(workspace.asked, ['c.c']);
    assert.deepEqual(
      second.uses.map(({ path, feature }) => [path, feature]),
      [
        ['c.c', 'function/fork'],
        ['c.c', 'function/vfork'],
      ],
    );
  });

  it('is read again where a header makes a name of it a macro', async () => {
    const workspace = new CountingWorkspace(PROGRAM);
    const first = await scan(workspace);
    workspace.texts.set('a.h', '#define spawn fork\n#define start() fork()\n');
    const second = await scanAgain(workspace, first);
    const cold = await scan(workspace);
    assert.deepEqual(told(second), told(cold));
    assert.ok(second.uses.some(({ name, path }) => name === 'start' && path === 'd.c'));
  });
});

const PROGRAM = {
  'a.h': '#define spawn fork\nint start(void);\n',
  'c.c': '#include "a.h"\nint f(void) { return spawn(); }\n',
  'd.c': '#include "a.h"\nint f(void) { return start(); }\n',
};

/** Says which files were read, in their order. */
class CountingWorkspace extends EditedWorkspace {
  readonly asked: string[] = [];

  override read(file: { readonly path: string }) {
    this.asked.push(file.path);
    return super.read(file);
  }
}

interface Scan {
  readonly program: ReadProgram;
  readonly report: Report;
  /** Those that had to be found. */
  readonly uses: readonly Use[];
  readonly findings: Findings;
  readonly texts: ReadonlyMap<string, string>;
}

function randomProgram(random: Random): EditedWorkspace {
  return new EditedWorkspace(Object.fromEntries(PATHS.map((path) => [path, textOf(path, random)])));
}

function textOf(path: string, random: Random): string {
  if (path === 'regs.h') return '#define DEPTH 4\n#define BOTH 1\n#define REG_A 0x10\n';
  return Array.from({ length: 6 }, () => line(path, random)).join('');
}

function line(path: string, random: Random): string {
  if (random.below(5) === 0) return generateSource(random, 1);
  if (random.below(3) === 0) return random.pick(MORE_LINES);
  return random.pick(path.endsWith('.h') ? HEADER_LINES : SOURCE_LINES);
}

function edit({ texts }: EditedWorkspace, random: Random): void {
  const path = random.pick(PATHS);
  const text = texts.get(path);
  if (text === undefined) texts.set(path, textOf(path, random));
  else if (random.below(10) === 0) texts.delete(path);
  else if (random.below(12) === 0) texts.set(path, `${text}\0`);
  else
    texts.set(
      path,
      edited(text, random, () => line(path, random)),
    );
}

function options(): ScanOptions {
  const knowledge = shippedKnowledge();
  const catalogue = catalogueOf(knowledge);
  return {
    vocabulary: vocabularyOf(knowledge, catalogue, false, TARGETS),
    catalogue,
    engine: wasmEngine,
    isRecorded: true,
  };
}

async function scan(workspace: EditedWorkspace, known?: KnownProgram, findings?: Findings): Promise<Scan> {
  const program = await readProgram(workspace, { ...options(), ...(known && { known }) });
  return { ...reported(program, findings), texts: new Map(workspace.texts) };
}

/** The next scan, with what the last one has left. */
function scanAgain(workspace: EditedWorkspace, last: Scan): Promise<Scan> {
  const { known, findings } = knownFrom(last, workspace);
  return scan(workspace, known, findings);
}

function reported(program: ReadProgram, findings = new Findings()): Omit<Scan, 'texts'> {
  const knowledge = shippedKnowledge();
  const maker = new ReportMaker(program.index, knowledge, {
    targets: TARGETS,
    minSeverity: 'information',
    definesFor: () => ({}),
  });
  const uses: Use[] = [];
  for (const file of usesByFile(program, catalogueOf(knowledge))) {
    const before = program.stands(file.path) ? findings.takeUp(file.path) : undefined;
    if (before) maker.takeUp(before);
    else {
      const found = file.uses();
      uses.push(...found.uses);
      findings.add(maker.addFile(file.path, found));
    }
  }
  return { program, report: maker.report(program), uses, findings };
}

/** What a scan leaves, as the next one finds it. */
function knownFrom(
  { program, findings, texts }: Scan,
  workspace: EditedWorkspace,
): { known: KnownProgram; findings: Findings } {
  assert.ok(program.record);
  const record = rewritten(program.record);
  return {
    known: { record, isUnchanged: (path: string) => workspace.texts.get(path) === texts.get(path) },
    findings: Findings.decode(bytesOf(findings.encode())),
  };
}

function rewritten(record: ProgramRecord): ProgramRecord {
  return decodeRecord(bytesOf(encodeRecord(record)));
}

function bytesOf(logs: readonly NumberLog[]): Uint8Array[] {
  return logs.map((log) => Uint8Array.from([...log.bytes()].flatMap((piece) => [...piece])));
}

/** All that a reader of the report sees. */
function told({ program, report }: Omit<Scan, 'texts'>): unknown {
  const { skipped, problems, filesScanned, bytesScanned, suppressions } = program;
  return {
    gaps: report.gaps,
    targets: report.targets,
    skipped,
    problems,
    filesScanned,
    bytesScanned,
    suppressions: [...suppressions],
  };
}
