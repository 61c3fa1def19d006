/**
 * The macros of a source file that its own conditions ask for. Of all others nothing is kept: while the file is read
 * it is not known which of them a condition will name.
 */
import type { OwnMacro } from '../facts/fileFacts.js';
import { hashName } from '../source/nameTable.js';
import type { ConditionGroup } from './conditionGroups.js';
import { type Directive, latin1 } from './directive.js';
import { bodyText, isSwitchText } from './macroFacts.js';

/** Longest body that is read, in bytes. */
const LONGEST_BODY = 60;

/** A directive as it was met; offsets in bytes. */
interface Met {
  readonly kind: OwnMacro['kind'];
  readonly hash: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly hasParameters: boolean;
  readonly line: number;
  readonly condition: number;
}

export class OwnMacroList {
  private readonly met: Met[] = [];
  /** Each `#undef` that no `#include` follows so far. */
  private undefinitions: Met[] = [];

  constructor(private readonly bytes: Uint8Array) {}

  /** A `#define`, `#undef` or `#include`, and the group that it stands in. */
  add(directive: Directive, condition: number): void {
    const { kind, nameHash, nameStart, nameEnd, bodyStart, bodyEnd, parametersStart, line } = directive;
    if (kind === 'include') {
      if (directive.angled) return;
      for (const one of this.undefinitions) this.met.push({ ...one, kind: 'unsure', line, condition });
      this.undefinitions = [];
      return;
    }
    const one: Met = {
      kind: kind === 'undef' ? 'undef' : 'define',
      hash: nameHash,
      nameStart,
      nameEnd,
      bodyStart,
      bodyEnd,
      hasParameters: parametersStart >= 0,
      line,
      condition,
    };
    this.met.push(one);
    if (kind === 'undef') this.undefinitions.push(one);
  }

  /** Those that conditions of the file ask for, in the order of the text. */
  askedFor(groups: readonly ConditionGroup[]): OwnMacro[] {
    if (this.met.length === 0) return [];
    const asked = new Set<number>();
    for (const { terms } of groups) {
      for (const { expression } of terms) {
        for (const name of expression.match(/[A-Za-z_]\w*/g) ?? []) asked.add(hashName(name));
      }
    }
    return this.met.filter(({ hash }) => asked.has(hash)).map((one) => this.ownMacro(one));
  }

  private ownMacro(met: Met): OwnMacro {
    const { kind, nameStart, nameEnd, bodyStart, bodyEnd, hasParameters, line, condition } = met;
    const isShort = kind === 'define' && !hasParameters && bodyEnd - bodyStart <= LONGEST_BODY;
    const text = isShort ? bodyText(this.bytes, bodyStart, bodyEnd) : undefined;
    const value = text !== undefined && isSwitchText(text) ? text : undefined;
    return { kind, name: latin1(this.bytes, nameStart, nameEnd), line, condition, value };
  }
}
