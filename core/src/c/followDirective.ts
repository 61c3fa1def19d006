/**
 * A directive in a text: what it does to the lexer that meets it.
 */
import { type Directive, latin1, readDirective } from './directive.js';
import type { CLexer } from './lexer.js';
import { skipDeadBranch } from './skip.js';

/**
 * Reads the directive whose `#` ends just before `start` into `directive`.
 * @returns where the lexer goes on: behind the directive, or at the end of the branch if it is never compiled.
 */
export function followDirective(lexer: CLexer, directive: Directive, start: number, end: number): number {
  const { bytes, conditions, braces } = lexer;
  readDirective(directive, bytes, start, end, lexer.line, lexer.lineStart);
  const { kind, nameHash } = directive;
  let dead = false;
  if (kind === 'if') {
    dead = conditions.enter(directive.text, lexer.line, braces.depth);
  } else if (kind === 'elif' || kind === 'else') {
    const expression = kind === 'elif' ? directive.text : undefined;
    const branch = conditions.next(expression, lexer.line, braces.depth);
    dead = branch.dead;
    braces.restore(branch.depth);
  } else if (kind === 'endif') {
    braces.restore(conditions.leave(braces.depth));
  } else if (kind !== 'other' && !(kind === 'undef' && lexer.options.isTemplate)) {
    if (kind === 'define') {
      const { nameStart, nameEnd, parametersStart, bodyStart } = directive;
      conditions.define(conditions.awaitsGuardMacro ? latin1(bytes, nameStart, nameEnd) : undefined);
      conditions.own.define(nameHash, parametersStart < 0 ? bodyStart : undefined, conditions.isCertain);
    } else if (kind === 'undef') conditions.own.undefine(nameHash, conditions.isCertain);
    else conditions.own.include();
    lexer.sink.directive(lexer, directive);
  }
  lexer.line = directive.endLine;
  lexer.lineStart = directive.endLineStart;
  return dead ? skipDeadBranch(lexer, directive.end, end) : directive.end;
}
