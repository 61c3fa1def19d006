/**
 * The macros of one file. While it is read their names are looked for as those of the vocabulary are.
 */
import type { Macro, Undefinition } from '../facts/fileFacts.js';
import type { Vocabulary } from '../facts/vocabulary.js';
import { isAround } from './conditionGroups.js';
import { type Directive, latin1 } from './directive.js';
import type { CLexer } from './lexer.js';
import { flagsOfMacro, macroOf } from './macroFacts.js';

export class FileMacros {
  readonly macros: Macro[] = [];
  readonly undefinitions: Undefinition[] = [];
  /** Names of the vocabulary when the file was begun. */
  private readonly size: number;
  /** Flags that names had not before. */
  private readonly raised: [id: number, flags: number][] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly cplusplus: boolean,
    private readonly vocabulary: Vocabulary,
  ) {
    this.size = vocabulary.size;
  }

  /** A `#define`. */
  define(lexer: CLexer, directive: Directive): void {
    const { bytes, vocabulary, cplusplus } = this;
    const macro = macroOf(bytes, directive, lexer.conditions.current, vocabulary, cplusplus);
    if (!macro) return;
    this.macros.push(macro);
    if (macro.body.length > 0) this.addName(macro);
  }

  /** An `#undef`. */
  undefine({ conditions }: CLexer, { nameStart, nameEnd, nameHash, line }: Directive): void {
    if (this.vocabulary.table.find(this.bytes, nameStart, nameEnd, nameHash) < 0) return;
    const name = latin1(this.bytes, nameStart, nameEnd);
    const condition = conditions.currentWithout(name);
    this.undefinitions.push({ name, line, condition });
    for (const macro of this.macros) {
      if (macro.name === name && !macro.isEnded) {
        macro.isEnded = isAround(conditions.groups, condition, macro.condition);
      }
    }
  }

  /** Takes the names of the file's macros out of the vocabulary, and back what they changed on names that stay. */
  restoreVocabulary(): void {
    const { vocabulary, size } = this;
    vocabulary.shrink(size);
    for (const [id, flags] of this.raised) if (id < size) vocabulary.clear(id, flags);
  }

  private addName(macro: Macro): void {
    const { vocabulary } = this;
    const before = vocabulary.table.get(macro.name);
    const flags = flagsOfMacro(macro, vocabulary);
    if (before >= 0) this.raised.push([before, flags & ~vocabulary.flagsOf(before)]);
    vocabulary.add(macro.name, flags);
  }
}
