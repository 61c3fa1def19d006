/**
 * Measures how long the shipped knowledge takes to load in a fresh process:
 * `node out/tools/bench/loadBundle.js dist/knowledge.json [processes]`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { argv, execPath, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '#core/knowledge/loadKnowledge.js';

/** Milliseconds from opening the file to the first answer. */
function loadOnce(file: string): number {
  const start = performance.now();
  const knowledge = loadKnowledge(readFileSync(file, 'utf8'));
  const [target] = knowledge.targets.values();
  const version = target.versions[target.versions.length - 1].id;
  knowledge.statement({ id: target.id, version, options: [] }, 'function/fork');
  return performance.now() - start;
}

const [, , file = 'dist/knowledge.json', processes = '9'] = argv;
if (processes === 'once') {
  stdout.write(`${loadOnce(file)}\n`);
} else {
  const self = fileURLToPath(import.meta.url);
  const times = Array.from({ length: Number(processes) }, () =>
    Number(execFileSync(execPath, [self, file, 'once'], { encoding: 'utf8' })),
  ).sort((one, other) => one - other);
  const median = times[times.length >> 1];
  stdout.write(
    `load of ${file}: median ${median.toFixed(1)} ms of ${times.length} processes` +
      ` (${times[0].toFixed(1)} to ${times[times.length - 1].toFixed(1)})\n`,
  );
}
