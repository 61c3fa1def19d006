/**
 * The shares of a program, each read by itself, put together to what one scan would have read.
 */
import { addNamesOf } from '../c/readHeader.js';
import type { Macro } from '../facts/fileFacts.js';
import { type KeptFile, PackedFacts } from '../facts/packedFacts.js';
import type { Vocabulary } from '../facts/vocabulary.js';
import { isHeaderPath, ProgramIndex } from '../index/programIndex.js';
import { addIncludeNames } from '../scan/conditionNames.js';
import type { BuildFilesRead } from '../scan/readBuildFiles.js';
import type { OperationsRead } from '../scan/readOperationsFiles.js';
import type { ReadProgram } from '../scan/readProgram.js';
import { skippedOnce } from '../scan/skippedOnce.js';
import { hashName } from '../source/nameTable.js';
import type { SuppressionComment } from '../suppressions/suppressionComment.js';
import type { Skipped } from '../workspace.js';
import type { FileRecord, ProgramRecord } from './programRecord.js';

export interface Share {
  readonly record: ProgramRecord;
  /** Files of the share that were not read, and why. */
  readonly skipped: readonly Skipped[];
}

/**
 * @param shares all of one program, read with equal vocabularies; each file is in one of them.
 * @param unlisted what was skipped when the files were listed.
 * @param build what the build files say.
 * @param operations what the files say by which the program is run and looked after.
 * @param vocabulary the one with which they were read, with nothing of the program in it.
 */
export function mergedProgram(
  shares: readonly Share[],
  unlisted: readonly Skipped[],
  build: BuildFilesRead,
  operations: OperationsRead,
  vocabulary: Vocabulary,
): ReadProgram {
  const paths = [...shares[0].record.files.keys()];
  const merger = new Merger(shares, paths);
  shares[0].record.headers.tell(vocabulary, merger.index);
  const sources = paths.filter((path) => !isHeaderPath(path));
  for (const path of sources) merger.take(path);
  merger.beginHeaders(vocabulary);
  for (const path of paths) if (isHeaderPath(path)) merger.take(path);
  merger.index.complete();
  build.tell(merger.index.probes);
  return merger.program(unlisted, build, operations);
}

class Merger {
  readonly index = new ProgramIndex();
  private readonly facts: readonly PackedFacts[];
  private readonly inConditions: Set<number>;
  /** Undefined until all source files are in. */
  private switches: ReadonlySet<number> | undefined;
  private readonly suppressions = new Map<string, readonly SuppressionComment[]>();
  private readonly skipped: Skipped[] = [];
  private readonly problems: Skipped[] = [];
  private readonly reasons: ReadonlyMap<string, string>;
  /** Index of the share that has read a file. */
  private readonly owners = new Map<string, number>();
  private filesScanned = 0;
  private bytesScanned = 0;

  constructor(
    private readonly shares: readonly Share[],
    paths: readonly string[],
  ) {
    this.index.expect(paths);
    this.inConditions = new Set(shares[0].record.headers.inConditions);
    this.facts = shares.map(
      ({ record }) =>
        new PackedFacts(
          ({ expression }) => addNamesOf(expression, this.inConditions),
          record.log,
          record.tables,
        ),
    );
    shares.forEach(({ record }, share) => {
      for (const [path, { kind }] of record.files) if (kind !== 'unread') this.owners.set(path, share);
    });
    this.reasons = new Map(
      shares.flatMap(({ skipped }) => skipped.map(({ path, reason }) => [path, reason])),
    );
  }

  /** Says that all source files are in. */
  beginHeaders(vocabulary: Vocabulary): void {
    this.switches = new Set(this.inConditions);
    vocabulary.keepOnlySwitches(this.switches);
  }

  take(path: string): void {
    const reason = this.reasons.get(path);
    if (reason !== undefined) {
      this.skipped.push({ path, reason });
      return;
    }
    const share = this.owners.get(path);
    const file = share === undefined ? undefined : this.shares[share].record.files.get(path);
    if (share !== undefined && file) this.takeFrom(share, path, file);
  }

  program(unlisted: readonly Skipped[], build: BuildFilesRead, operations: OperationsRead): ReadProgram {
    const { index, suppressions, problems, filesScanned, bytesScanned, facts } = this;
    const switches = this.switches ?? new Set<number>();
    return {
      facts: { inOrder: () => inOrder(facts, switches) },
      index,
      suppressions,
      skipped: skippedOnce(unlisted, this.skipped, build.skipped, operations.skipped),
      problems,
      filesScanned,
      bytesScanned,
      buildFilesScanned: build.files.length,
      buildBytesScanned: build.bytes,
      build,
      operations,
      operationsFilesScanned: operations.files.length,
      record: undefined,
      stands: () => false,
    };
  }

  private takeFrom(share: number, path: string, file: FileRecord): void {
    if (file.kind === 'idle') this.count(file.length);
    if (file.kind !== 'read') return;
    const packed = this.facts[share];
    const known = packed.known(path, file.start);
    const { facts, suppressions } = known.file;
    this.count(facts.byteLength);
    const { switches } = this;
    // Its share did not know what conditions of the others ask for.
    if (switches && file.idleUnless?.every((hash) => !switches.has(hash))) return;
    addIncludeNames(facts, this.inConditions);
    this.index.add(switches ? { ...facts, macros: askedFor(facts.macros, switches) } : facts);
    packed.take(path, file.start, known);
    if (suppressions.length > 0) this.suppressions.set(path, suppressions);
    for (const { line, message } of facts.problems) {
      this.problems.push({ path, reason: `line ${line + 1}: ${message}` });
    }
  }

  private count(bytes: number): void {
    this.filesScanned++;
    this.bytesScanned += bytes;
  }
}

/** Macros without values for which no condition asks. */
function askedFor(macros: readonly Macro[], switches: ReadonlySet<number>): readonly Macro[] {
  const isAsked = ({ isSwitch, name, body, constants, redefines }: Macro): boolean =>
    (!isSwitch && (body.length > 0 || constants !== undefined || redefines)) || switches.has(hashName(name));
  if (macros.every(isAsked)) return macros;
  return macros.flatMap((macro) => {
    if (isAsked(macro)) return [macro];
    if (macro.body.length === 0 && !macro.constants) return [];
    return [{ ...macro, value: undefined, isSwitch: false }];
  });
}

function* inOrder(facts: readonly PackedFacts[], switches: ReadonlySet<number>): Generator<KeptFile> {
  const files = facts.flatMap((packed) => [...packed.inOrder()]);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of files) {
    yield isHeaderPath(file.path)
      ? {
          path: file.path,
          facts: () => {
            const kept = file.facts();
            return { ...kept, macros: askedFor(kept.macros, switches) };
          },
        }
      : file;
  }
}
