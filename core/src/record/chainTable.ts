/**
 * Conditions around places, as numbers: many uses stand under the same ones. What they say is held as short texts; the
 * objects are made when they are asked for.
 */
import type { FactTables } from '../facts/factTables.js';
import type { NumberLog, NumberReader } from '../facts/numberLog.js';
import { readList } from '../facts/packedArguments.js';
import type { GuardChain } from '../guards/guardChain.js';

export class ChainTable {
  /** Of each chain the number of what stands around it, its line and the numbers of its terms, joined by commas. */
  private readonly keys: string[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly made: GuardChain[] = [];
  /** Numbers of the chains of the file at hand. */
  private readonly ids = new Map<GuardChain, number>();

  constructor(private readonly tables: FactTables) {}

  /** A table that was written by `write`. */
  static read(numbers: NumberReader, tables: FactTables): ChainTable {
    const table = new ChainTable(tables);
    for (let left = numbers.next(); left > 0; left--) {
      const outer = numbers.next();
      const line = numbers.next() - 1;
      table.idOf([outer, line, ...readList(numbers, () => numbers.next())].join());
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
      id = this.idOf([id, link.line, ...terms].join());
      this.ids.set(link, id);
    }
    return id;
  }

  /** Lets go of the chains that were asked about; what they say stays. */
  rest(): void {
    this.ids.clear();
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
      const [, line, ...terms] = this.numbersOf(one);
      chain = { outer: chain, terms: terms.map((term) => this.tables.term(term)), line };
      this.made[one] = chain;
    }
    return chain;
  }

  write(log: NumberLog): void {
    log.write(this.keys.length);
    for (let id = 1; id <= this.keys.length; id++) {
      const [outer, line, ...terms] = this.numbersOf(id);
      log.write(outer);
      log.write(line + 1);
      log.write(terms.length);
      for (const term of terms) log.write(term);
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
