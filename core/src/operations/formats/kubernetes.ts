/**
 * Pods and containers of Kubernetes: how they are started, asked and stopped, and what they ask of the machine
 * (the reference of the Kubernetes API, core/v1).
 */
import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Occasion } from '../operationsFacts.js';
import { startPractices } from '../startPractices.js';
import { commandOf, keyOf, type ManifestReading, pairOf, spanOfKey, type WrittenCommand } from './yaml.js';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HOOKS: readonly (readonly [name: string, occasion: Occasion])[] = [
  ['preStop', 'stop'],
  ['postStart', 'before-start'],
];

/** A map that holds containers: a pod, or the template of one. */
export function readPod(map: YAMLMap, reading: ManifestReading): void {
  const containers = pairOf(map, 'containers');
  if (!containers || !isSeq(containers.value)) return;
  for (const beside of containers.value.items.slice(1)) {
    const name = isMap(beside) ? pairOf(beside, 'name') : undefined;
    if (name) practice('practice/sidecar', name, reading);
  }
  for (const key of ['hostPID', 'shareProcessNamespace']) {
    const pair = pairOf(map, key);
    if (pair && isTrue(pair)) practice('practice/shared-process-namespace', pair, reading);
  }
  const ephemeral = pairOf(map, 'ephemeralContainers');
  if (ephemeral) practice('practice/ephemeral-container', ephemeral, reading);
  securityOf(map, reading);
}

/** @param list the key of the list in which the container is. */
export function readContainer(container: YAMLMap, list: string, reading: ManifestReading): void {
  const { text, found, shell } = reading;
  for (const probe of PROBES) {
    const value = pairOf(container, probe)?.value;
    if (isMap(value)) execOf(value, 'practice/exec-probe', 'probe', reading);
  }
  const lifecycle = pairOf(container, 'lifecycle')?.value;
  for (const [hook, occasion] of HOOKS) {
    const value = isMap(lifecycle) ? pairOf(lifecycle, hook)?.value : undefined;
    if (isMap(value)) execOf(value, 'practice/exec-hook', occasion, reading);
  }
  securityOf(container, reading);
  const program = commandOf(pairOf(container, 'command')?.value, text);
  const command = joinedCommands(program, commandOf(pairOf(container, 'args')?.value, text));
  if (!command) return;
  const occasion = list === 'containers' ? 'start' : 'before-start';
  shell.read({ ...command, occasion }, found);
  if (list === 'containers' && program) startPractices(program.text, program.base, found, false);
}

/** The words of `args` follow those of `command`, where they stand behind them. */
function joinedCommands(
  command: WrittenCommand | undefined,
  args: WrittenCommand | undefined,
): WrittenCommand | undefined {
  if (!command || !args) return command ?? args;
  const gap = args.base - command.base - command.text.length;
  return gap < 0 ? command : { text: command.text + ' '.repeat(gap) + args.text, base: command.base };
}

/** `exec: command: [...]`. */
function execOf(map: YAMLMap, feature: string, occasion: Occasion, reading: ManifestReading): void {
  const { text, found, shell } = reading;
  const exec = pairOf(map, 'exec');
  const span = exec && spanOfKey(exec);
  if (!exec || !span || !isMap(exec.value)) return;
  const value = pairOf(exec.value, 'command')?.value;
  const command = commandOf(value, text);
  found.practices.push({ ...span, feature, group: span.start });
  if (command) shell.read({ ...command, occasion, group: span.start }, found);
}

function securityOf(map: YAMLMap, reading: ManifestReading): void {
  const context = pairOf(map, 'securityContext')?.value;
  if (!isMap(context)) return;
  for (const pair of context.items) {
    const key = keyOf(pair);
    const isRoot = isScalar(pair.value) && pair.value.value === 0;
    if (/^runAs(?:User|Group)$/.test(key) && !isRoot) practice('practice/run-as-user', pair, reading);
    if (key === 'runAsNonRoot' && isTrue(pair)) practice('practice/run-as-user', pair, reading);
    if (key === 'capabilities') practice('practice/capabilities', pair, reading);
    if (key === 'seccompProfile') practice('practice/seccomp-profile', pair, reading);
  }
}

export function practice(feature: string, pair: Pair, { found }: ManifestReading): void {
  const span = spanOfKey(pair);
  if (!span) return;
  found.practices.push({ ...span, feature, group: span.start });
}

export function isTrue({ value }: Pair): boolean {
  return isScalar(value) && value.value === true;
}
