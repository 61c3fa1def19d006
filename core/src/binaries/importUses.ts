/**
 * What a binary imports from the platform, and how it is made, as uses. They stand in no text.
 */
import type { ImportedSymbol } from '../elf/symbolTable.js';
import type { Catalogue } from '../uses/catalogue.js';
import { NO_PLACE, type SymbolImport, type Use } from '../uses/use.js';
import type { BinaryFacts } from './binaryFacts.js';

/** What has to be known of symbols. */
export interface SymbolKnowledge {
  readonly catalogue: Catalogue;
  /** The functions that source calls where a binary imports a symbol. */
  interfacesOf(symbol: string): readonly string[];
  /** Whether some target exports it though it is no feature. */
  isExported(symbol: string): boolean;
}

const NONE: readonly never[] = [];

/** Stands for functions that a platform lacks and nobody listed, and for variables, which are no features. */
const UNLISTED = {
  call: 'trait/missing-function',
  address: 'trait/missing-symbol-address',
  load: 'trait/missing-data-symbol',
} as const;

/** Uses of one binary: its form first, then the imports that the platform has to offer, in their order. */
export function usesOfBinary(
  binary: BinaryFacts,
  fromPlatform: readonly ImportedSymbol[],
  knowledge: SymbolKnowledge,
): Use[] {
  const { path } = binary;
  const uses = formsOf(binary).map(([feature, words], i) => useOf(path, i, 'binary', feature, words, words));
  for (const symbol of fromPlatform) {
    const { name, from, isWeak, reached } = symbol;
    const [known = name] = knowledge.interfacesOf(name);
    const feature = knowledge.catalogue.function(known);
    const exact = knowledge.catalogue.function(name);
    // What is copied at load has to be there, however weakly it is asked for.
    const mayBeAbsent = isWeak && reached !== 'load';
    if (feature === undefined && (mayBeAbsent || knowledge.isExported(name))) continue;
    const imported: SymbolImport = {
      exact,
      library: from?.library,
      version: from?.version,
      isWeak: mayBeAbsent,
    };
    const meant = feature ?? UNLISTED[reached];
    uses.push(useOf(path, uses.length, 'import', meant, name, feature ? known : name, imported));
  }
  return uses;
}

/** Ids of features that say how a binary is made, with the words for it. */
function formsOf(binary: BinaryFacts): [feature: string, words: string][] {
  const forms: [string, string][] = [['trait/linux-binary', 'binary for Linux']];
  if (isForeign(binary)) {
    forms.push(['trait/foreign-machine', `binary for ${machineText(binary)}`]);
  } else if (binary.kind === 'executable') {
    forms.push(
      binary.isStatic
        ? ['trait/static-program', 'statically linked program']
        : ['trait/position-dependent-program', 'program at fixed addresses'],
    );
  }
  return forms;
}

type Machine = Pick<BinaryFacts, 'bits' | 'isLittleEndian' | 'machine'>;

/** Machines of 64 bits for which there are unikernels that load files. */
const USUAL_MACHINES: ReadonlySet<string> = new Set(['x86-64', 'aarch64']);

function isForeign({ bits, isLittleEndian, machine }: Machine): boolean {
  return bits !== 64 || !isLittleEndian || !USUAL_MACHINES.has(machine);
}

/** `i386`, `powerpc64 (big-endian)`, `x86-64 with 32 bits`. */
export function machineText({ bits, isLittleEndian, machine }: Machine): string {
  const width = bits === 32 && USUAL_MACHINES.has(machine) ? ' with 32 bits' : '';
  return `${machine}${width}${isLittleEndian ? '' : ' (big-endian)'}`;
}

/** @param number tells the uses of a binary apart. */
function useOf(
  path: string,
  number: number,
  kind: 'binary' | 'import',
  feature: string,
  name: string,
  symbol: string,
  imported?: SymbolImport,
): Use {
  return {
    feature,
    kind,
    name,
    symbol,
    path,
    line: NO_PLACE,
    column: NO_PLACE,
    start: number,
    end: number,
    guard: undefined,
    included: NONE,
    through: NONE,
    replaced: NONE,
    macros: NONE,
    arguments: undefined,
    call: undefined,
    tags: NONE,
    purpose: undefined,
    systems: NONE,
    isAside: false,
    isAlternative: false,
    imported,
  };
}
