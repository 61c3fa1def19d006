/**
 * Conditions around places, as numbers: many uses stand under the same ones. What they say is held as short texts; the
 * objects are made when they are asked for.
 */
import type { FactTables } from '../facts/factTables.js';
import type { NumberLog, NumberReader } from '../facts/numberLog.js';
import { readList } from '../facts/packedArguments.js';
import { ownMacroNumbers, readOwnMacro } from '../facts/packedOwnMacro.js';
import type { GuardChain } from '../guards/guardChain.js';
import type { GuardedMacro, OwnMacros } from '../guards/ownMacros.js';

/** Of a macro that a file defines itself: five of the macro, one of its conditions. */
const NUMBERS_OF_OWN = 6;

export class ChainTable {
  /**
   * Of each chain the number of what stands around it, its lines, the number of what its file defines itself, that of the
   * build file that has it, or 0, and those of its terms, joined by commas.
   */
  private readonly keys: string[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly made: GuardChain[] = [];
  /** Numbers of the chains of the file at hand. */
  private readonly ids = new Map<GuardChain, number>();
  /** Of each file what it defines for its own conditions: for each macro its numbers and that of its chain. */
  private readonly owns: (readonly number[])[] = [];
  private readonly ownIds = new Map<OwnMacros, number>();
  private readonly madeOwns: OwnMacros[] = [];

  constructor(private readonly tables: FactTables) {}

  /** A table that was written by `write`. */
  static read(numbers: NumberReader, tables: FactTables): ChainTable {
    const table = new ChainTable(tables);
    for (let left = numbers.next(); left > 0; left--) {
      const outer = numbers.next();
      const line = numbers.next() - 1;
      const asks = numbers.next() - 1;
      const own = numbers.next();
      const builtBy = numbers.next();
      table.idOf([outer, line, asks, own, builtBy, ...readList(numbers, () => numbers.next())].join());
    }
    for (let left = numbers.next(); left > 0; left--) {
      table.owns.push(readList(numbers, () => numbers.next()));
    }
    return table;
  }

  /** Number of a chain, 0 for none. */
  id(chain: GuardChain | undefined): number {
    // Conditions may be nested deeper than calls.
    const missing: GuardChain[] = [];
    let at = chain;
    while (at && !this.ids.has(at)) {
      missing.push(at);
      at = at.outer;
    }
    let id = at ? (this.ids.get(at) as number) : 0;
    for (const link of missing.reverse()) {
      const terms = link.terms.map((term) => this.tables.termId(term));
      const builtBy = link.builtBy === undefined ? 0 : this.tables.textId(link.builtBy) + 1;
      id = this.idOf([id, link.line, link.asks, this.ownId(link.own), builtBy, ...terms].join());
      this.ids.set(link, id);
    }
    return id;
  }

  /** Lets go of the chains that were asked about; what they say stays. */
  rest(): void {
    this.ids.clear();
    this.ownIds.clear();
  }

  chain(id: number): GuardChain | undefined {
    const missing: number[] = [];
    let at = id;
    while (at > 0 && !this.made[at]) {
      missing.push(at);
      at = this.numbersOf(at)[0];
    }
    let chain = at > 0 ? this.made[at] : undefined;
    for (const one of missing.reverse()) {
      const [, line, asks, own, builtBy, ...terms] = this.numbersOf(one);
      chain = {
        outer: chain,
        terms: terms.map((term) => this.tables.term(term)),
        line,
        asks,
        own: this.own(own),
        ...(builtBy > 0 && { builtBy: this.tables.text(builtBy - 1) }),
      };
      this.made[one] = chain;
    }
    return chain;
  }

  write(log: NumberLog): void {
    log.write(this.keys.length);
    for (let id = 1; id <= this.keys.length; id++) {
      const [outer, line, asks, own, builtBy, ...terms] = this.numbersOf(id);
      log.write(outer);
      log.write(line + 1);
      log.write(asks + 1);
      log.write(own);
      log.write(builtBy);
      log.write(terms.length);
      for (const term of terms) log.write(term);
    }
    log.write(this.owns.length);
    for (const own of this.owns) {
      log.write(own.length);
      for (const number of own) log.write(number);
    }
  }

  writeIds(log: NumberLog, chains: readonly (GuardChain | undefined)[]): void {
    log.write(chains.length);
    for (const chain of chains) log.write(this.id(chain));
  }

  readIds(numbers: NumberReader): readonly (GuardChain | undefined)[] {
    return readList(numbers, () => this.chain(numbers.next()));
  }

  /** The same where none of them is undefined. */
  readAll(numbers: NumberReader): readonly GuardChain[] {
    return this.readIds(numbers) as readonly GuardChain[];
  }

  /** Number of what a file defines itself, 0 for nothing. Its conditions hang on it in their turn. */
  private ownId(own: OwnMacros | undefined): number {
    if (!own) return 0;
    const known = this.ownIds.get(own);
    if (known !== undefined) return known;
    const id = this.owns.push([]);
    this.ownIds.set(own, id);
    const numbers: number[] = [];
    for (const entries of own.values()) {
      for (const { macro, guard } of entries) {
        numbers.push(...ownMacroNumbers(macro, this.tables), this.id(guard));
      }
    }
    this.owns[id - 1] = numbers;
    return id;
  }

  private own(id: number): OwnMacros | undefined {
    if (id === 0) return undefined;
    const known = this.madeOwns[id];
    if (known) return known;
    const own = new Map<string, GuardedMacro[]>();
    this.madeOwns[id] = own;
    const numbers = this.owns[id - 1][Symbol.iterator]();
    const next = (): number => numbers.next().value as number;
    for (let left = this.owns[id - 1].length / NUMBERS_OF_OWN; left > 0; left--) {
      const macro = readOwnMacro({ next }, this.tables);
      const entry = { macro, guard: this.chain(next()) };
      const entries = own.get(macro.name);
      if (entries) entries.push(entry);
      else own.set(macro.name, [entry]);
    }
    return own;
  }

  private idOf(key: string): number {
    let id = this.byKey.get(key);
    if (id === undefined) {
      id = this.keys.push(key);
      this.byKey.set(key, id);
    }
    return id;
  }

  private numbersOf(id: number): number[] {
    return this.keys[id - 1].split(',').map(Number);
  }
}
