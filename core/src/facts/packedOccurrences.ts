/**
 * The occurrences of a file in a few numbers each: a large program has hundreds of thousands, and all of them are
 * held until every file is read. Going through them makes the objects anew.
 */
import type { CallArguments, Occurrence } from './fileFacts.js';

/** Numbers of one occurrence: name, start, end, line, column, condition, properties. */
const WIDTH = 7;
const IS_CALL = 1;
const IS_TABLE_ENTRY = 2;
const IN_CLASS = 4;
const QUALIFIED = 8;

export class PackedOccurrences implements Iterable<Occurrence> {
  private readonly numbers: Int32Array;
  private readonly names: string[] = [];
  private readonly textsBehind = new Map<number, string>();
  private readonly arguments = new Map<number, CallArguments>();

  /** @param occurrences none of them doubtful any more. */
  constructor(occurrences: readonly Occurrence[]) {
    this.numbers = new Int32Array(occurrences.length * WIDTH);
    const ids = new Map<string, number>();
    occurrences.forEach((one, i) => {
      let id = ids.get(one.name);
      if (id === undefined) {
        id = this.names.push(one.name) - 1;
        ids.set(one.name, id);
      }
      const properties =
        (one.shape === 'call' ? IS_CALL : 0) |
        (one.isTableEntry ? IS_TABLE_ENTRY : 0) |
        (one.inClass ? IN_CLASS : 0) |
        (one.qualified ? QUALIFIED : 0);
      const { start, end, line, column, condition } = one;
      this.numbers.set([id, start, end, line, column, condition, properties], i * WIDTH);
      if (one.textBehind !== undefined) this.textsBehind.set(i, one.textBehind);
      if (one.arguments) this.arguments.set(i, one.arguments);
    });
  }

  *[Symbol.iterator](): Generator<Occurrence> {
    const { numbers, names } = this;
    for (let at = 0; at < numbers.length; at += WIDTH) {
      const properties = numbers[at + 6];
      yield {
        name: names[numbers[at]],
        start: numbers[at + 1],
        end: numbers[at + 2],
        line: numbers[at + 3],
        column: numbers[at + 4],
        shape: (properties & IS_CALL) !== 0 ? 'call' : 'value',
        condition: numbers[at + 5],
        doubtful: false,
        isTableEntry: (properties & IS_TABLE_ENTRY) !== 0,
        inClass: (properties & IN_CLASS) !== 0,
        qualified: (properties & QUALIFIED) !== 0,
        textBehind: this.textsBehind.get(at / WIDTH),
        arguments: this.arguments.get(at / WIDTH),
      };
    }
  }
}
