/**
 * Units of systemd: what is run to start, reload and stop a service, and what they ask of the machine (systemd.service(5),
 * systemd.exec(5)).
 */
import type { FoundOperations } from '../foundOperations.js';
import type { Occasion } from '../operationsFacts.js';
import type { ShellReader } from '../shell/shellReader.js';
import { type UnitLine, unitLines } from './unitFile.js';

const OCCASIONS: Readonly<Record<string, Occasion>> = {
  ExecStart: 'start',
  ExecStartPre: 'before-start',
  ExecStartPost: 'before-start',
  ExecCondition: 'before-start',
  ExecReload: 'reload',
  ExecStop: 'stop',
  ExecStopPost: 'stop',
};

/** What a key asks for; a function where that hangs on its value. */
const PRACTICES: readonly (readonly [key: RegExp, feature: string, value?: RegExp])[] = [
  [/^Type$/, 'practice/forking-service', /^forking$/],
  [/^PIDFile$/, 'practice/pid-file'],
  [/^(?:User|Group|DynamicUser)$/, 'practice/run-as-user', /^(?!root$|0$|no$|false$).+/],
  [/^(?:CapabilityBoundingSet|AmbientCapabilities)$/, 'practice/capabilities'],
  [/^SystemCallFilter$/, 'practice/seccomp-profile'],
  [/^LimitCORE$/, 'practice/core-limit', /^(?!0$).+/],
];

export function readSystemd(text: string, found: FoundOperations, shell: ShellReader): void {
  const lines = [...unitLines(text)];
  const told = new Set<string>();
  for (const line of lines) {
    const occasion = OCCASIONS[line.key];
    if (occasion !== undefined && line.section === 'Service') {
      const from = line.valueStart + (/^[-@:+!|]*/.exec(line.value)?.[0].length ?? 0);
      const command = line.value.slice(from - line.valueStart);
      shell.read({ text: command, base: from, occasion }, found);
    }
    for (const [key, feature, value] of PRACTICES) {
      if (!key.test(line.key) || !(value?.test(line.value) ?? true)) continue;
      // A list over several lines is one thing that is asked for.
      const name = `${feature} ${line.key}`;
      if (!told.has(name)) addPractice(line, feature, found);
      told.add(name);
    }
  }
  const restart = lines.find(({ key, value }) => key === 'Restart' && /^(?:always|on-)/.test(value));
  const keepsTraces = lines.some(({ key }) =>
    /^(?:LimitCORE|Standard(?:Output|Error)|OnFailure|CoredumpReceive)$/.test(key),
  );
  if (restart && !keepsTraces) addPractice(restart, 'practice/restart-only', found);
}

function addPractice({ start, value, valueStart }: UnitLine, feature: string, found: FoundOperations): void {
  const end = valueStart + value.length;
  found.practices.push({ start, end, feature, group: start });
}
