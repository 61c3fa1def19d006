/**
 * What targets' behaviours lead to at one place of a document, in sentences.
 */
import type { TargetGap } from '#core/gaps/gap.js';
import { type Outcome, outcomeAt } from '#core/outcome/outcomeAt.js';
import { returnedNumber } from '#core/outcome/resultValue.js';
import type { Use } from '#core/uses/use.js';
import { type DocumentSyntax, decoded } from './documentSyntax.js';

/** Characters of a line of source in a sentence. */
const LINE_SHOWN = 60;

/** For one use: the sentence for a target's gap there, or undefined where the text does not tell. */
export function outcomesAt(
  use: Use,
  syntax: DocumentSyntax | undefined,
): (gap: TargetGap) => string | undefined {
  if (!syntax || (use.kind !== 'call' && use.kind !== 'macro')) return () => undefined;
  return (gap) => {
    const value = returnedNumber(gap.case.returns === undefined ? undefined : String(gap.case.returns));
    if (value === undefined) return undefined;
    return syntax.around(use.start, (root, { start }) => {
      const outcome = outcomeAt(root, use.start - start, value);
      return outcome && sentence(outcome, start, syntax);
    });
  };
}

function sentence(outcome: Outcome, start: number, syntax: DocumentSyntax): string {
  switch (outcome.kind) {
    case 'unchecked':
      return 'nobody looks at the result: the program goes on as if it had worked';
    case 'returned':
      return 'the result goes back to the caller as it is';
    case 'branch': {
      if (!outcome.next) return 'the program goes on behind the block';
      const offset = start + outcome.next.start;
      const end = syntax.text.indexOf('\n', offset);
      const line = decoded(syntax.text.slice(offset, end < 0 ? undefined : end)).trim();
      const shown = line.length > LINE_SHOWN ? `${line.slice(0, LINE_SHOWN)}...` : line;
      return `the program goes on in line ${syntax.lineOf(offset) + 1}: ${shown}`;
    }
  }
}
