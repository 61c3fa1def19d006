/**
 * The names that conditions of a text may ask for, quickly: what stands in comments, in strings and in branches that are
 * dead counts, too.
 */
import { Directive, readDirective } from '../c/directive.js';
import { addNamesOf } from '../c/readHeader.js';
import type { ToldFacts } from '../facts/fileFacts.js';

const HASH = 35;
const PERCENT = 37;
const COLON = 58;

/** Adds their hashes (see `nameTable`): all that the text asks for, and perhaps more. */
export function addConditionNames(bytes: Uint8Array, length: number, hashes: Set<number>): void {
  const directive = new Directive();
  const read = (at: number): void => {
    readDirective(directive, bytes, at, length, 0, at);
    if (directive.kind === 'if' || directive.kind === 'elif') addNamesOf(directive.text, hashes);
  };
  for (let at = bytes.indexOf(HASH); at >= 0 && at < length; at = bytes.indexOf(HASH, at + 1)) read(at + 1);
  for (let at = bytes.indexOf(PERCENT); at >= 0 && at < length; at = bytes.indexOf(PERCENT, at + 1)) {
    if (bytes[at + 1] === COLON) read(at + 2);
  }
}

/** Adds those on which it hangs what a file includes, whatever else is kept of the file. */
export function addIncludeNames(
  { includes, conditions }: Pick<ToldFacts, 'includes' | 'conditions'>,
  hashes: Set<number>,
): void {
  for (const { condition } of includes) {
    for (let at = condition; at >= 0; at = conditions[at].parent) {
      for (const { expression } of conditions[at].terms) addNamesOf(expression, hashes);
    }
  }
}
