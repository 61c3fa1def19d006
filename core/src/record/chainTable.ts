/**
 * Conditions around places, as numbers: many uses stand under the same ones.
 */
import type { FactTables } from '../facts/factTables.js';
import type { NumberLog, NumberReader } from '../facts/numberLog.js';
import { readList } from '../facts/packedArguments.js';
import type { GuardChain } from '../guards/guardChain.js';

export class ChainTable {
  private readonly chains: GuardChain[] = [];
  private readonly ids = new Map<GuardChain, number>();
  private readonly byKey = new Map<string, number>();

  constructor(private readonly tables: FactTables) {}

  /** A table that was written by `write`. */
  static read(numbers: NumberReader, tables: FactTables): ChainTable {
    const table = new ChainTable(tables);
    for (let left = numbers.next(); left > 0; left--) {
      const outer = table.chain(numbers.next());
      const line = numbers.next() - 1;
      table.id({ outer, terms: readList(numbers, () => tables.term(numbers.next())), line });
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
      id = this.idBehind(id, link);
      this.ids.set(link, id);
    }
    return id;
  }

  /** Lets go of the chains that were asked for, of which others that say the same may have been kept. */
  rest(): void {
    this.ids.clear();
  }

  chain(id: number): GuardChain | undefined {
    return id === 0 ? undefined : this.chains[id - 1];
  }

  write(log: NumberLog): void {
    log.write(this.chains.length);
    for (const { outer, terms, line } of this.chains) {
      log.write(this.id(outer));
      log.write(line + 1);
      log.write(terms.length);
      for (const term of terms) log.write(this.tables.termId(term));
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

  /** @param outer number of what stands around it. */
  private idBehind(outer: number, chain: GuardChain): number {
    const terms = chain.terms.map((term) => this.tables.termId(term));
    const key = [outer, chain.line, ...terms].join();
    let id = this.byKey.get(key);
    if (id === undefined) {
      id = this.chains.push(chain);
      this.byKey.set(key, id);
    }
    return id;
  }
}
