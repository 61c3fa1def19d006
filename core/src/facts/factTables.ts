/**
 * Texts and conditions that the facts of many files name: each is kept once and has a number.
 */
import type { Term } from '../c/conditionGroups.js';
import type { NumberLog, NumberReader } from './numberLog.js';

export class FactTables {
  private readonly texts: string[] = [];
  private readonly textIds = new Map<string, number>();
  /** Equal terms are one object: conditions repeat themselves. */
  private readonly terms: Term[] = [];
  private readonly termIds = new Map<string, number>();

  /** Tables that were written by `write`. */
  static read(numbers: NumberReader): FactTables {
    const tables = new FactTables();
    for (let left = numbers.next(); left > 0; left--) tables.textId(readText(numbers));
    for (let left = numbers.next(); left > 0; left--) {
      const negated = numbers.next() === 1;
      tables.termId({ expression: tables.texts[numbers.next()], negated });
    }
    return tables;
  }

  textId(text: string): number {
    let id = this.textIds.get(text);
    if (id === undefined) {
      id = this.texts.push(text) - 1;
      this.textIds.set(text, id);
    }
    return id;
  }

  text(id: number): string {
    return this.texts[id];
  }

  termId(term: Term): number {
    const key = term.negated ? `!${term.expression}` : ` ${term.expression}`;
    let id = this.termIds.get(key);
    if (id === undefined) {
      id = this.terms.push(term) - 1;
      this.termIds.set(key, id);
    }
    return id;
  }

  term(id: number): Term {
    return this.terms[id];
  }

  write(log: NumberLog): void {
    const { terms, texts } = this;
    // What terms say has to be among the texts before these are counted.
    const expressions = terms.map(({ expression }) => this.textId(expression));
    log.write(texts.length);
    for (const text of texts) writeText(log, text);
    log.write(terms.length);
    terms.forEach(({ negated }, id) => {
      log.write(negated ? 1 : 0);
      log.write(expressions[id]);
    });
  }
}

/** A text by itself, which no number stands for. */
export function writeText(log: NumberLog, text: string): void {
  log.write(text.length);
  for (let i = 0; i < text.length; i++) log.write(text.charCodeAt(i));
}

export function readText(numbers: NumberReader): string {
  const codes: number[] = [];
  for (let left = numbers.next(); left > 0; left--) codes.push(numbers.next());
  // A call has room for so many arguments.
  if (codes.length < 10_000) return String.fromCharCode(...codes);
  return codes.map((code) => String.fromCharCode(code)).join('');
}
