/**
 * The conditions around any line of a file, whether something is used there or not.
 */
import { CLexer } from '../c/lexer.js';
import type { LexerSink } from '../c/lexerSink.js';
import { readFacts } from '../c/readFacts.js';
import type { Vocabulary } from '../facts/vocabulary.js';
import { type GuardChain, GuardChains } from '../guards/guardChain.js';
import { isHeaderPath } from '../index/programIndex.js';

/**
 * Conditions around the end of a line; undefined where there are none.
 * @param line zero-based.
 */
export function chainAtLine(
  path: string,
  bytes: Uint8Array,
  length: number,
  line: number,
  cplusplus: boolean,
  vocabulary: Vocabulary,
): GuardChain | undefined {
  // Nothing behind the line counts. The lexer looks a few bytes ahead.
  const end = endOfLine(bytes, length, line);
  const text = new Uint8Array(end + 8);
  text.set(bytes.subarray(0, end));
  const facts = readFacts(path, text, end, cplusplus, vocabulary).facts;
  const lexer = new CLexer(text.subarray(0, end), vocabulary.table, NOBODY, {
    cplusplus,
    isTemplate: path.endsWith('.in'),
  });
  lexer.readFile(end);
  return new GuardChains(facts.conditions, facts.own, isHeaderPath(path)).of(lexer.conditions.current);
}

function endOfLine(bytes: Uint8Array, length: number, line: number): number {
  let left = line;
  for (let i = 0; i < length; i++) if (bytes[i] === 10 && left-- === 0) return i;
  return length;
}

const NOBODY: LexerSink = { name() {}, pathString() {}, directive() {}, regionEnd() {} };
