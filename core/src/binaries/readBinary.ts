/**
 * A file to the facts of a binary: an ELF file, or an archive of object files as one.
 */
import { archiveMembers, isArchive, isThinArchive } from '../elf/archive.js';
import type { ByteSource } from '../elf/byteSource.js';
import { readDynamicTable } from '../elf/dynamicTable.js';
import { type ElfHeader, readElfHeader, SECTION, SECTION_EXECUTABLE, SEGMENT } from '../elf/elfHeader.js';
import {
  type ImportedSymbol,
  readDynamicSymbols,
  readObjectSymbols,
  SymbolBudget,
  type SymbolTable,
} from '../elf/symbolTable.js';
import { countSystemCalls, knowsSystemCalls } from '../elf/systemCalls.js';
import { baseName } from '../source/baseName.js';
import type { BinaryFacts, BinaryKind, ReadBinary } from './binaryFacts.js';

/** Bytes that tell whether a file is a binary. */
export const MAGIC_BYTES = 8;

/** Whether a file that begins with these bytes is one that `readBinary` takes. */
export function isBinaryFile(start: Uint8Array): boolean {
  const isElf = start[0] === 0x7f && start[1] === 0x45 && start[2] === 0x4c && start[3] === 0x46;
  return isElf || isArchive(start);
}

/** Reads only what is needed, but for the instructions of the program, of which each byte is looked at. */
export function readBinary(path: string, source: ByteSource): ReadBinary {
  if (isArchive(source.read(0, MAGIC_BYTES))) return readObjects(path, source);
  const header = readElfHeader(source);
  if ('problem' in header) return header;
  if (header.type === 'core') return { problem: 'a memory image (core dump), no program' };
  if (header.type === 'unknown') return { problem: 'an ELF file of an unknown type' };
  if (header.type === 'relocatable') return readObject(path, header);
  if (isDebugInformation(header)) return { problem: 'debug information of a program, without the program' };
  return readLinked(path, header);
}

function readLinked(path: string, header: ElfHeader): ReadBinary {
  const table = readDynamicTable(header);
  const symbols = table ? readDynamicSymbols(header, table) : NO_SYMBOLS;
  const hasInterpreter = header.segments.some(({ type }) => type === SEGMENT.interpreter);
  // The C library names an interpreter too, so that it can be started; a program has no name for others.
  const isPie = table?.isPie === true || (hasInterpreter && table?.soname === undefined);
  const kind: BinaryKind = header.type === 'executable' ? 'executable' : isPie ? 'pie' : 'shared-object';
  return {
    facts: {
      ...machineOf(header),
      path,
      size: header.reader.size,
      kind,
      isStatic: kind !== 'shared-object' && !hasInterpreter && (table?.needed.length ?? 0) === 0,
      needed: table?.needed ?? [],
      soname: table?.soname ?? baseName(path),
      imports: symbols.imports,
      exports: symbols.exports,
      systemCalls: systemCallsOf(header),
      members: 0,
    },
    problems: problemsOf(header, symbols),
  };
}

/** The code is elsewhere: it was taken out when the debug information was put into a file of its own. */
function isDebugInformation({ sections }: ElfHeader): boolean {
  const code = sections.filter(({ flags }) => (flags & SECTION_EXECUTABLE) !== 0);
  return code.length > 0 && code.every(({ type }) => type === SECTION.noBits);
}

function readObject(path: string, header: ElfHeader, budget?: SymbolBudget): ReadBinary {
  const symbols = readObjectSymbols(header, budget);
  return {
    facts: {
      ...machineOf(header),
      path,
      size: header.reader.size,
      kind: 'object',
      isStatic: false,
      needed: [],
      soname: baseName(path),
      imports: symbols.imports,
      exports: symbols.exports,
      systemCalls: systemCallsOf(header),
      members: 0,
    },
    problems: [
      ...problemsOf(header, symbols),
      ...(symbols.exports.has(LTO_MARK)
        ? ['it holds code for optimisation by the linker, which tells no imports']
        : []),
    ],
  };
}

/** GCC defines it in object files that hold its own form of the program, and no code. */
const LTO_MARK = '__gnu_lto_slim';

/** An archive imports what its members import and none of them defines. */
function readObjects(path: string, source: ByteSource): ReadBinary {
  if (isThinArchive(source))
    return { problem: 'a thin archive, which only names its object files; scan those' };
  const problems: string[] = [];
  const imports = new Map<string, ImportedSymbol>();
  const exports = new Set<string>();
  let first: BinaryFacts | undefined;
  let systemCalls: number | undefined = 0;
  let count = 0;
  const budget = new SymbolBudget(source.size);
  const members = archiveMembers(source);
  let next = members.next();
  for (; !next.done; next = members.next()) {
    const member = next.value;
    const header = readElfHeader(member.source);
    if ('problem' in header || header.type !== 'relocatable') continue;
    const read = readObject(path, header, budget);
    if ('problem' in read) continue;
    count++;
    first ??= read.facts;
    for (const one of read.facts.imports) {
      // What one member needs is needed, however weakly another one asks for it.
      if (imports.get(one.name)?.isWeak !== false) imports.set(one.name, one);
    }
    for (const name of read.facts.exports) exports.add(name);
    if (read.facts.systemCalls === undefined) systemCalls = undefined;
    else if (systemCalls !== undefined) systemCalls += read.facts.systemCalls;
    for (const one of read.problems) {
      if (problems.length < MOST_PROBLEMS) problems.push(`${member.name}: ${one}`);
    }
  }
  const problem = next.value;
  if (problem !== undefined) problems.push(problem);
  if (!first) return { problem: problem ?? 'an archive without ELF object files' };
  const open = [...imports.values()].filter(({ name }) => !exports.has(name));
  return {
    facts: {
      ...first,
      size: source.size,
      kind: 'archive',
      imports: open,
      exports,
      systemCalls,
      members: count,
    },
    problems,
  };
}

/** Of the members of an archive; those that follow are mostly of the same cause. */
const MOST_PROBLEMS = 100;

const NO_SYMBOLS: SymbolTable = { imports: [], exports: new Set(), isCut: false };

function systemCallsOf(header: ElfHeader): number | undefined {
  return knowsSystemCalls(header) ? countSystemCalls(header) : undefined;
}

function problemsOf({ reader }: ElfHeader, { isCut }: SymbolTable): string[] {
  return [
    ...(reader.wentBeyondEnd ? ['it refers to bytes beyond its end; cut off?'] : []),
    ...(isCut ? ['it tells of more symbols than it can hold; some were not read'] : []),
  ];
}

function machineOf({
  machine,
  is64,
  isLittleEndian,
}: ElfHeader): Pick<BinaryFacts, 'machine' | 'bits' | 'isLittleEndian'> {
  return { machine: MACHINES[machine] ?? `machine ${machine}`, bits: is64 ? 64 : 32, isLittleEndian };
}

/** By the numbers of the ELF standard. */
const MACHINES: Readonly<Record<number, string>> = {
  2: 'sparc',
  3: 'i386',
  8: 'mips',
  20: 'powerpc',
  21: 'powerpc64',
  22: 's390',
  40: 'arm',
  43: 'sparc64',
  50: 'ia64',
  62: 'x86-64',
  183: 'aarch64',
  243: 'riscv',
  247: 'bpf',
  258: 'loongarch',
};
