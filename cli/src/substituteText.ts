/**
 * What does the job of a debugging tool on a target, for the terminal.
 */
import type { TargetInfo } from '#core/knowledge/knowledge.js';
import type { Substitute } from '#core/knowledge/schema.generated.js';
import { evidenceText } from '#core/messages/evidenceText.js';
import type { Style } from './style.js';

const WORDS: Readonly<Record<Substitute['level'], string>> = {
  same: 'The tool itself works.',
  inside: 'Instead, inside the guest:',
  outside: 'Instead, from outside the guest:',
  none: 'Instead: nothing does its job.',
};

/** @param version the version that is asked about, if one is. */
export function substituteLines(
  { level, what, command, evidence }: Substitute,
  info: TargetInfo,
  style: Style,
  version?: string,
): string[] {
  return [
    `  ${WORDS[level]} ${what}`,
    ...(command === undefined ? [] : [`      ${command}`]),
    ...evidence.map((one) => style.dim(`  ${evidenceText(one, info, version)}`)),
  ];
}
