/**
 * Services of Docker Compose: how they are started and asked, and what they ask of the machine (the Compose specification).
 */
import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { startPractices } from '../startPractices.js';
import { isTrue, practice } from './kubernetes.js';
import { commandOf, keyOf, type ManifestReading, pairOf, spanOfKey } from './yaml.js';

export function readComposeService(service: YAMLMap, reading: ManifestReading): void {
  const { text, found, shell } = reading;
  const start = pairOf(service, 'entrypoint') ?? pairOf(service, 'command');
  const command = start && commandOf(start.value, text);
  if (command) {
    shell.read({ ...command, occasion: 'start' }, found);
    startPractices(command.text, command.base, found, false);
  }
  const check = pairOf(service, 'healthcheck');
  if (check && isMap(check.value)) healthCheck(check.value, reading);
  for (const pair of service.items) {
    const key = keyOf(pair);
    if (key === 'user' && !isRoot(pair)) practice('practice/run-as-user', pair, reading);
    if (key === 'cap_add' || key === 'cap_drop') practice('practice/capabilities', pair, reading);
    if (key === 'pid' && isScalar(pair.value)) practice('practice/shared-process-namespace', pair, reading);
    if (key === 'init' && isTrue(pair)) practice('practice/init-process', pair, reading);
    if (key === 'security_opt' && /seccomp/.test(String(pair.value)))
      practice('practice/seccomp-profile', pair, reading);
  }
}

/** `test: ["CMD", "pg_isready"]`, `["CMD-SHELL", "ps | grep x"]`, or a line. */
function healthCheck(check: YAMLMap, reading: ManifestReading): void {
  const { text, found, shell } = reading;
  const test = pairOf(check, 'test');
  const span = test && spanOfKey(test);
  if (!test || !span) return;
  const kind = isSeq(test.value) && isScalar(test.value.items[0]) ? String(test.value.items[0].value) : '';
  if (kind === 'NONE') return;
  const command = commandOf(test.value, text);
  found.practices.push({
    ...span,
    feature: 'practice/exec-healthcheck',
    group: span.start,
  });
  if (!command) return;
  // The kind is no word of the command; a line for a shell stands in quotes behind it.
  const line = command.text.replace(/^(["']?)CMD(?:-SHELL)?\1/, (found) => ' '.repeat(found.length));
  const isLine = kind === 'CMD-SHELL';
  const inner = isLine ? line.replace(/^(\s*)["']/, '$1 ').replace(/["'](\s*)$/, ' $1') : line;
  shell.read({ text: inner, base: command.base, occasion: 'probe', group: span.start }, found);
}

function isRoot({ value }: Pair): boolean {
  return isScalar(value) && /^(?:root|0)(?::|$)/.test(String(value.value));
}
