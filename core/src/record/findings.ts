/**
 * What was found in the files of a program for some targets, as far as a report needs it: the uses of calls with gaps, and
 * how the others stand. It holds as long as a file and all that others say to it are the same.
 */
import { FactTables } from '../facts/factTables.js';
import { NumberLog, type NumberReader } from '../facts/numberLog.js';
import { readList, readTexts, writeTexts } from '../facts/packedArguments.js';
import { SITUATION_STANDINGS, type Situation } from '../report/situation.js';
import type { Use } from '../uses/use.js';
import { ChainTable } from './chainTable.js';
import { readUse, writeUse } from './packedUse.js';

export interface FileFindings {
  readonly path: string;
  /** Uses of calls of which some use is a gap on some target, and those by which people look into the program. */
  readonly uses: readonly Use[];
  /** How features are used; of a file that is taken up, only what no file before it had. */
  readonly situations: readonly Situation[];
  /** Features that are called somewhere in the file, of which no place was kept. */
  readonly counted: readonly string[];
  /** Operating systems that the path names, if the file has uses that belong to the program. */
  readonly systems: readonly string[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

export class Findings {
  /** All that a situation says, as numbers joined by commas. */
  private readonly situations: string[] = [];
  private readonly situationIds = new Map<string, number>();
  /** Numbers of the situations that were handed out. */
  private readonly told = new Set<number>();
  private readonly before = new Map<string, Range>();
  /** What the next scan may take up. */
  private readonly files = new Map<string, Range>();

  constructor(
    private readonly log = new NumberLog(),
    private readonly tables = new FactTables(),
    private chains = new ChainTable(tables),
  ) {}

  /** @param parts as `encode` gave them. Anything else gives nonsense: the bytes have to be checked before. */
  static decode([texts, listed, log]: readonly Uint8Array[]): Findings {
    const tables = FactTables.read(NumberLog.of(texts).from(0));
    const numbers = NumberLog.of(listed).from(0);
    const chains = ChainTable.read(numbers, tables);
    const findings = new Findings(NumberLog.of(log), tables, chains);
    for (let left = numbers.next(); left > 0; left--) {
      const length = numbers.next();
      const key: number[] = [];
      for (let i = 0; i < length; i++) key.push(numbers.next());
      findings.situationOf(key);
    }
    for (let left = numbers.next(); left > 0; left--) {
      const path = tables.text(numbers.next());
      const start = numbers.next();
      findings.before.set(path, { start, end: numbers.next() });
    }
    return findings;
  }

  /** What was found in a file that stands as it was; undefined for one that was not there. */
  takeUp(path: string): FileFindings | undefined {
    const range = this.before.get(path);
    if (!range) return undefined;
    this.files.set(path, range);
    const { tables, chains } = this;
    const numbers = this.log.from(range.start);
    const uses = readList(numbers, () => readUse(numbers, path, tables, chains));
    const situations: Situation[] = [];
    for (let left = numbers.next(); left > 0; left--) {
      const id = numbers.next();
      if (this.told.has(id)) continue;
      this.told.add(id);
      situations.push(this.situationFrom(this.situations[id].split(',').map(Number)));
    }
    const counted = readTexts(numbers, tables);
    return { path, uses, situations, counted, systems: readTexts(numbers, tables) };
  }

  /** Puts in what was found in a file. */
  add({ path, uses, situations, counted, systems }: FileFindings): void {
    const { log, tables, chains } = this;
    const start = log.length;
    log.write(uses.length);
    for (const use of uses) writeUse(log, use, tables, chains);
    const ids = new Set(situations.map((situation) => this.situationOf(this.keyOf(situation))));
    log.write(ids.size);
    for (const id of ids) log.write(id);
    writeTexts(log, counted, tables);
    writeTexts(log, systems, tables);
    this.files.set(path, { start, end: log.length });
    // The chains of a file are its own objects.
    chains.rest();
  }

  encode(): NumberLog[] {
    const { chains, tables, situations, files } = this;
    const listed = new NumberLog();
    chains.write(listed);
    listed.write(situations.length);
    for (const name of situations) {
      const key = name.split(',').map(Number);
      listed.write(key.length);
      for (const number of key) listed.write(number);
    }
    const log = new NumberLog();
    listed.write(files.size);
    for (const [path, { start, end }] of files) {
      listed.write(tables.textId(path));
      listed.write(log.length);
      log.copy(this.log, start, end);
      listed.write(log.length);
    }
    const texts = new NumberLog();
    tables.write(texts);
    return [texts, listed, log];
  }

  /** All that a situation says, as numbers. */
  private keyOf({ feature, behaviours, guard, included, through, replaced, systems }: Situation): number[] {
    const { tables, chains } = this;
    const ids = (list: Situation['through']): number[] => [
      list.length,
      ...list.map((chain) => chains.id(chain)),
    ];
    return [
      tables.textId(feature),
      behaviours.length,
      ...behaviours.map((behaviour) => (behaviour ? SITUATION_STANDINGS.indexOf(behaviour) + 1 : 0)),
      chains.id(guard),
      ...ids(included),
      ...ids(through),
      ...ids(replaced),
      systems.length,
      ...systems.map((system) => tables.textId(system)),
    ];
  }

  /** Number of the situation that says this. */
  private situationOf(key: readonly number[]): number {
    const name = key.join();
    let id = this.situationIds.get(name);
    if (id === undefined) {
      id = this.situations.push(name) - 1;
      this.situationIds.set(name, id);
    }
    return id;
  }

  private situationFrom(key: readonly number[]): Situation {
    const { tables, chains } = this;
    let at = 0;
    const numbers = { next: () => key[at++] } as NumberReader;
    return {
      feature: tables.text(numbers.next()),
      behaviours: readList(numbers, () => {
        const standing = numbers.next();
        return standing === 0 ? undefined : SITUATION_STANDINGS[standing - 1];
      }),
      guard: chains.chain(numbers.next()),
      included: chains.readAll(numbers),
      through: chains.readIds(numbers),
      replaced: chains.readAll(numbers),
      systems: readTexts(numbers, tables),
      path: '',
    };
  }
}
