/**
 * How a place of an operations file is named in a sentence, and what stands in for it on a target.
 */
import type { Substitute } from '../knowledge/schema.generated.js';
import type { Occasion } from '../operations/operationsFacts.js';
import type { Use } from '../uses/use.js';

const OCCASIONS: Readonly<Record<Occasion, string>> = {
  script: 'in a script',
  make: 'in a rule of a Makefile',
  'image-build': 'while an image is built',
  start: 'to start the program',
  'before-start': 'before the program starts',
  reload: 'to reload',
  stop: 'to stop the program',
  probe: 'to learn whether it is well',
  'log-rotation': 'after a log was rotated',
  schedule: 'at fixed times',
  tracing: 'in a tracing script',
  runbook: 'in a runbook',
};

/** ` to reload`, with a blank in front; empty for what is no command. */
export function occasionText({ operation }: Pick<Use, 'operation'>): string {
  return operation?.occasion === undefined ? '' : ` ${OCCASIONS[operation.occasion]}`;
}

/** What stands in on a target, in a few words. */
export function standInText({ level, command }: Substitute): string {
  if (level === 'same') return 'works';
  if (level === 'none') return 'nothing stands in for it';
  const where = level === 'inside' ? 'inside the guest' : 'only from outside the guest';
  return command === undefined
    ? `not there, but ${where} something stands in`
    : `not there; ${where}: ${command}`;
}

/** What a file asks of the machine, with the words that ask: `exec probe`, `run as user (User=www-data)`. */
export function practiceText({ symbol, name }: Pick<Use, 'symbol' | 'name'>): string {
  const title = symbol.replaceAll('-', ' ');
  return name.length > LONGEST_WRITTEN || title.startsWith(name.toLowerCase()) ? title : `${title} (${name})`;
}

const LONGEST_WRITTEN = 60;
