/**
 * The facts of all files of a program while they wait for each other: a large program has hundreds of thousands of
 * occurrences and includes. They are packed into numbers; asking for the facts
 * of a file makes the objects anew.
 */
import type { ConditionGroup, Term } from '../c/conditionGroups.js';
import type {
  CallArguments,
  Definition,
  FileFacts,
  Include,
  KeptFacts,
  Macro,
  Occurrence,
  PathLiteral,
  Place,
  Undefinition,
} from './fileFacts.js';
import { NumberLog, type NumberReader } from './numberLog.js';

const IS_CALL = 1;
const IS_TABLE_ENTRY = 2;
const IN_CLASS = 4;
const QUALIFIED = 8;
const HAS_ARGUMENTS = 16;
const DETACHES = 32;
const HAS_TEXT_BEHIND = 64;

const IS_STATIC = 1;
const DEFINITION_KINDS: readonly Definition['kind'][] = ['function', 'variable', 'method'];

/** Stands for a condition that nothing kept hangs on. */
const IDLE: ConditionGroup = { parent: -1, line: 0, terms: [] };
const NONE: readonly never[] = [];

/** A file in the log. */
interface Entry {
  readonly path: string;
  /** Where its numbers begin. */
  readonly start: number;
  /** Arguments of its calls, in the order of the calls; macros are shared with the index. */
  readonly arguments: readonly CallArguments[];
  readonly macros: readonly Macro[];
}

export class PackedFacts {
  private readonly log = new NumberLog();
  private readonly entries: Entry[] = [];
  private readonly texts: string[] = [];
  private readonly textIds = new Map<string, number>();
  /** Equal terms are one object: conditions repeat themselves. */
  private readonly terms: Term[] = [];
  private readonly termIds = new Map<string, number>();

  /** @param onTerm told of each term when it is first kept. */
  constructor(private readonly onTerm: (term: Term) => void) {}

  /**
   * Puts a file in; none of its occurrences is doubtful any more. Conditions around nothing that is kept are let go,
   * indices of conditions stay as they are.
   * @param includes those of the file that are kept.
   */
  add(facts: FileFacts, includes: readonly Include[]): void {
    const { occurrences, counted, macros, undefinitions, definitions, paths } = facts;
    const start = this.log.length;
    const args: CallArguments[] = [];
    this.log.write(occurrences.length);
    for (const occurrence of occurrences) this.writeOccurrence(occurrence, args);
    this.log.write(counted.length);
    for (const name of counted) this.log.write(this.textId(name));
    this.log.write(undefinitions.length);
    for (const { name, line, condition } of undefinitions) {
      this.log.write(this.textId(name));
      this.log.write(line);
      this.log.write(condition + 1);
    }
    this.log.write(definitions.length);
    for (const definition of definitions) {
      this.writePlace(definition, definition.condition);
      this.log.write(this.textId(definition.name));
      this.log.write(DEFINITION_KINDS.indexOf(definition.kind) * 2 + (definition.isStatic ? IS_STATIC : 0));
      this.log.write(definition.regionEnd - definition.end);
    }
    this.log.write(includes.length);
    for (const include of includes) {
      this.writePlace(include, include.condition);
      this.log.write(this.textId(include.header) * 2 + (include.angled ? 1 : 0));
    }
    this.log.write(paths.length);
    for (const path of paths) {
      this.writePlace(path, path.condition);
      this.log.write(this.textId(path.text));
    }
    this.writeConditions(facts, includes);
    this.entries.push({
      path: facts.path,
      start,
      arguments: args.length > 0 ? args.slice() : NONE,
      macros: macros.length > 0 ? macros.slice() : NONE,
    });
  }

  /** The facts of all files by their paths; what is done with is let go. */
  *inOrder(): Generator<KeptFacts> {
    this.entries.sort((a, b) => (a.path < b.path ? 1 : -1));
    for (let entry = this.entries.pop(); entry; entry = this.entries.pop()) yield this.factsOf(entry);
  }

  private factsOf({ path, start, arguments: args, macros }: Entry): KeptFacts {
    const numbers = this.log.from(start);
    const occurrences: Occurrence[] = [];
    const rest = args[Symbol.iterator]();
    for (let left = numbers.next(); left > 0; left--) occurrences.push(this.readOccurrence(numbers, rest));
    const counted: string[] = [];
    for (let left = numbers.next(); left > 0; left--) counted.push(this.texts[numbers.next()]);
    const undefinitions: Undefinition[] = [];
    for (let left = numbers.next(); left > 0; left--) {
      const name = this.texts[numbers.next()];
      const line = numbers.next();
      undefinitions.push({ name, line, condition: numbers.next() - 1 });
    }
    const definitions: Definition[] = [];
    for (let left = numbers.next(); left > 0; left--) definitions.push(this.readDefinition(numbers));
    const includes: Include[] = [];
    for (let left = numbers.next(); left > 0; left--) includes.push(this.readInclude(numbers));
    const paths: PathLiteral[] = [];
    for (let left = numbers.next(); left > 0; left--) paths.push(this.readPath(numbers));
    const conditions = this.readConditions(numbers);
    return {
      path,
      occurrences,
      counted,
      macros,
      undefinitions,
      definitions,
      includes,
      paths,
      conditions,
      problems: NONE, // told already
    };
  }

  private writeOccurrence(occurrence: Occurrence, args: CallArguments[]): void {
    this.writePlace(occurrence, occurrence.condition);
    this.log.write(this.textId(occurrence.name));
    this.log.write(
      (occurrence.shape === 'call' ? IS_CALL : 0) |
        (occurrence.isTableEntry ? IS_TABLE_ENTRY : 0) |
        (occurrence.inClass ? IN_CLASS : 0) |
        (occurrence.qualified ? QUALIFIED : 0) |
        (occurrence.arguments ? HAS_ARGUMENTS : 0) |
        (occurrence.detaches ? DETACHES : 0) |
        (occurrence.textBehind !== undefined ? HAS_TEXT_BEHIND : 0),
    );
    if (occurrence.textBehind !== undefined) this.log.write(this.textId(occurrence.textBehind));
    if (occurrence.arguments) args.push(occurrence.arguments);
  }

  private readOccurrence(numbers: NumberReader, args: Iterator<CallArguments>): Occurrence {
    const start = numbers.next();
    const end = start + numbers.next();
    const line = numbers.next();
    const column = numbers.next();
    const condition = numbers.next() - 1;
    const name = this.texts[numbers.next()];
    const properties = numbers.next();
    return {
      start,
      end,
      line,
      column,
      name,
      shape: (properties & IS_CALL) !== 0 ? 'call' : 'value',
      condition,
      doubtful: false,
      isTableEntry: (properties & IS_TABLE_ENTRY) !== 0,
      inClass: (properties & IN_CLASS) !== 0,
      qualified: (properties & QUALIFIED) !== 0,
      detaches: (properties & DETACHES) !== 0,
      textBehind: (properties & HAS_TEXT_BEHIND) !== 0 ? this.texts[numbers.next()] : undefined,
      arguments: (properties & HAS_ARGUMENTS) !== 0 ? args.next().value : undefined,
    };
  }

  private readDefinition(numbers: NumberReader): Definition {
    const start = numbers.next();
    const end = start + numbers.next();
    const line = numbers.next();
    const column = numbers.next();
    const condition = numbers.next() - 1;
    const name = this.texts[numbers.next()];
    const properties = numbers.next();
    return {
      start,
      end,
      line,
      column,
      name,
      kind: DEFINITION_KINDS[properties >>> 1],
      isStatic: (properties & IS_STATIC) !== 0,
      condition,
      regionEnd: end + numbers.next(),
    };
  }

  private readInclude(numbers: NumberReader): Include {
    const start = numbers.next();
    const end = start + numbers.next();
    const line = numbers.next();
    const column = numbers.next();
    const condition = numbers.next() - 1;
    const header = numbers.next();
    return {
      start,
      end,
      line,
      column,
      header: this.texts[header >>> 1],
      angled: (header & 1) !== 0,
      condition,
    };
  }

  private readPath(numbers: NumberReader): PathLiteral {
    const start = numbers.next();
    const end = start + numbers.next();
    const line = numbers.next();
    const column = numbers.next();
    const condition = numbers.next() - 1;
    return { start, end, line, column, text: this.texts[numbers.next()], condition };
  }

  private writePlace({ start, end, line, column }: Place, condition: number): void {
    this.log.write(start);
    this.log.write(end - start);
    this.log.write(line);
    this.log.write(column);
    this.log.write(condition + 1);
  }

  private writeConditions(facts: FileFacts, includes: readonly Include[]): void {
    const { conditions } = facts;
    const needed = new Set<number>();
    const need = (condition: number): void => {
      for (let at = condition; at >= 0 && !needed.has(at); at = conditions[at].parent) needed.add(at);
    };
    for (const { condition } of facts.occurrences) need(condition);
    for (const { condition } of facts.macros) need(condition);
    for (const { condition } of facts.undefinitions) need(condition);
    for (const { condition } of facts.definitions) need(condition);
    for (const { condition } of facts.paths) need(condition);
    for (const { condition } of includes) need(condition);
    this.log.write(needed.size);
    for (const index of needed) {
      const { parent, line, terms } = conditions[index];
      this.log.write(index);
      this.log.write(parent + 1);
      this.log.write(line);
      this.log.write(terms.length);
      for (const term of terms) this.log.write(this.termId(term));
    }
  }

  private readConditions(numbers: NumberReader): readonly ConditionGroup[] {
    const conditions: ConditionGroup[] = [];
    for (let left = numbers.next(); left > 0; left--) {
      const index = numbers.next();
      const parent = numbers.next() - 1;
      const line = numbers.next();
      const terms: Term[] = [];
      for (let more = numbers.next(); more > 0; more--) terms.push(this.terms[numbers.next()]);
      while (conditions.length < index) conditions.push(IDLE);
      conditions[index] = { parent, line, terms };
    }
    return conditions;
  }

  private textId(text: string): number {
    let id = this.textIds.get(text);
    if (id === undefined) {
      id = this.texts.push(text) - 1;
      this.textIds.set(text, id);
    }
    return id;
  }

  private termId(term: Term): number {
    const key = term.negated ? `!${term.expression}` : ` ${term.expression}`;
    let id = this.termIds.get(key);
    if (id === undefined) {
      id = this.terms.push(term) - 1;
      this.termIds.set(key, id);
      this.onTerm(term);
    }
    return id;
  }
}
