/**
 * An operations file to its facts.
 */
import { latin1 } from '../c/directive.js';
import type { Grammar, SyntaxEngine } from '../engine/engine.js';
import type { Catalogue } from '../uses/catalogue.js';
import { calledFiles } from './calledFiles.js';
import { preloads } from './environment.js';
import { readConfiguration } from './formats/configuration.js';
import { readCron } from './formats/cron.js';
import { readDockerfile } from './formats/dockerfile.js';
import { readLogrotate } from './formats/logrotate.js';
import { readMakefile } from './formats/makefile.js';
import { readMarkdown } from './formats/markdown.js';
import { readSupervisord } from './formats/supervisord.js';
import { readSystemd } from './formats/systemd.js';
import { readTracingScript } from './formats/tracing.js';
import { FoundOperations } from './foundOperations.js';
import type { OperationsFacts } from './operationsFacts.js';
import type { OperationsFormat } from './operationsFormat.js';
import { ShellReader } from './shell/shellReader.js';

export interface ReadingTools {
  readonly catalogue: Catalogue;
  /** Gives a parser, or undefined where none can be had; asked for that of the shell where a text may hold commands. */
  readonly engine: (grammar: Grammar) => Promise<SyntaxEngine | undefined>;
}

/** Reads the bytes of a file; never throws on bad source. */
export async function readOperations(
  path: string,
  format: OperationsFormat,
  bytes: Uint8Array,
  length: number,
  { catalogue, engine }: ReadingTools,
): Promise<OperationsFacts> {
  const found = new FoundOperations();
  // Line ends of two bytes become one of a blank and a line end: offsets stay.
  const text = latin1(bytes, 0, length).replace(/\r\n/g, ' \n');
  const mayAsk = (part: string): boolean =>
    catalogue.mentionsOperated(part) || (STARTING.has(format) && catalogue.mentionsServer(part));
  const isAsked = mayAsk(text);
  const parser = isAsked ? await engine('bash') : undefined;
  if (isAsked && !parser)
    found.problems.push({ offset: 0, message: 'its commands were not read: there is no parser' });
  await readFormat(path, format, text, found, new ShellReader(parser, mayAsk), catalogue);
  found.called.push(...calledFiles(text, format));
  if (STARTING.has(format)) {
    for (const span of preloads(text))
      found.practices.push({ ...span, feature: 'practice/preload', group: span.start });
  }
  return found.facts({ path, format }, bytes, length);
}

/** Takes what a text says into `found`. The text has a character a byte, so its offsets are those of bytes. */
async function readFormat(
  path: string,
  format: OperationsFormat,
  text: string,
  found: FoundOperations,
  shell: ShellReader,
  catalogue: Catalogue,
): Promise<void> {
  switch (format) {
    case 'shell':
      shell.read({ text, base: 0, occasion: 'script' }, found);
      break;
    case 'makefile':
      readMakefile(text, found, shell);
      break;
    case 'markdown':
      readMarkdown(text, found, shell);
      break;
    case 'dockerfile':
      readDockerfile(text, found, shell);
      break;
    case 'yaml':
      if (MANIFEST.test(text)) await (await import('./formats/yaml.js')).readYaml(text, found, shell);
      break;
    case 'systemd':
      readSystemd(text, found, shell);
      break;
    case 'supervisord':
      readSupervisord(text, found, shell);
      break;
    case 'cron':
      readCron(text, found, shell, /cron\.d$|(?:^|\/)etc\/crontab$/.test(path));
      break;
    case 'logrotate':
      readLogrotate(text, found, shell);
      break;
    case 'configuration':
      readConfiguration(path, text, found, catalogue);
      break;
    case 'dtrace':
    case 'bpftrace':
    case 'gdb':
      readTracingScript(text, found, format);
      break;
  }
}

/** Formats in which it is said how a program is started. */
const STARTING: ReadonlySet<OperationsFormat> = new Set([
  'dockerfile',
  'yaml',
  'systemd',
  'supervisord',
  'shell',
]);

/** Every manifest of containers has one of these keys; most other YAML has none and is not taken apart. */
const MANIFEST =
  /^\s*(?:-\s+)?["']?(?:containers|initContainers|ephemeralContainers|services|livenessProbe|readinessProbe|startupProbe)["']?\s*:/m;
