/**
 * The command line: what was asked for, or a sentence that says what is wrong with it.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SEVERITIES, type Severity } from '#core/gaps/severity.js';
import type { BuildMacros } from '#core/guards/sources/userDefines.js';
import { type FailOn, parseFailOn } from './failOn.js';
import { FORMATS, type Format, type Output, parseOutput, unknownFormat } from './outputs.js';
import type { ShareNumber } from './shard/shares.js';

/** What a report is made of and how it is told. */
export interface ReportRequest {
  /** Undefined where none is named: the project's targets count, or the default ones. */
  readonly targets: readonly string[] | undefined;
  readonly format: Format;
  /** What is written to files beside. */
  readonly outputs: readonly Output[];
  readonly uses: boolean;
  readonly minSeverity: Severity;
  /** Whether JSON and SARIF have the gaps that are suppressed. */
  readonly listsSuppressed: boolean;
  /** The file of the baseline, as the user wrote it. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  /** Undefined where nothing is said: a new gap where there is a baseline, any gap where there is none. */
  readonly failOn: readonly FailOn[] | undefined;
  readonly defines: Readonly<Record<string, string>>;
  /** Options of the build as they are assumed to be set; null for one that is off. */
  readonly assumed: BuildMacros;
  /** A folder or file that a build left behind; undefined where the project names it or it is looked for. */
  readonly build: string | undefined;
  /** Whether a build counts at all. */
  readonly followBuild: boolean;
}

export interface ScanRequest extends ReportRequest {
  readonly command: 'scan';
  readonly paths: readonly string[];
  readonly honourIgnore: boolean;
  /** Whether binaries in folders are looked for; one that is named is read in any case. */
  readonly binaries: boolean;
  /** Whether the `unigap.json` of a folder counts. */
  readonly followProject: boolean;
  /** A revision of git: only gaps on lines that changed since then are told. */
  readonly since: string | undefined;
  /** The share to be read, and the file where it is left, instead of a report. */
  readonly shard: (ShareNumber & { readonly file: string }) | undefined;
  /** Where facts are kept from one scan to the next: a folder that was named, the user's own, or nowhere. */
  readonly cache: { readonly folder: string } | 'default' | 'none';
}

export interface MergeRequest extends ReportRequest {
  readonly command: 'merge';
  readonly files: readonly string[];
}

/** A place of a program of which the conditions are asked. */
export interface WhyRequest {
  readonly command: 'why';
  readonly file: string;
  /** Counted from one. */
  readonly line: number;
  /** The folder of the program. */
  readonly folder: string;
  readonly targets: readonly string[] | undefined;
  readonly defines: Readonly<Record<string, string>>;
  readonly honourIgnore: boolean;
  readonly followProject: boolean;
  readonly build: string | undefined;
  readonly followBuild: boolean;
}

export type Request =
  | ScanRequest
  | MergeRequest
  | { readonly command: 'explain'; readonly feature: string; readonly targets: readonly string[] }
  | WhyRequest
  | { readonly command: 'targets' | 'names' | 'help' | 'version' };

/** Reads the arguments after the program's name. */
export function parseCommandLine(argv: readonly string[]): Request | { readonly problem: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return { problem: `${(error as Error).message.split('. ')[0]}. Try: unigap --help` };
  }
  const { values, positionals } = parsed;
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const [command, ...rest] = positionals;
  const targets = values.target?.flatMap((list) => list.split(',')).filter((one) => one !== '');
  switch (command) {
    case undefined:
    case 'help':
      return { command: 'help' };
    case 'scan':
      return scanRequest(rest, targets, values);
    case 'merge': {
      if (rest.length === 0) return { problem: 'merge takes the files that scan --shard has written.' };
      const report = reportRequest(targets, values);
      return 'problem' in report ? report : { command, files: rest, ...report };
    }
    case 'explain':
      if (rest.length !== 1) return { problem: 'explain takes one feature: unigap explain fork' };
      return { command, feature: rest[0], targets: targets ?? [] };
    case 'why':
      return whyRequest(rest, targets, values);
    case 'targets':
    case 'names':
      if (rest.length > 0) return { problem: `${command} takes no argument, got "${rest[0]}".` };
      return { command };
    default:
      return {
        problem: `There is no command "${command}". Commands: scan, merge, explain, why, targets, names.`,
      };
  }
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      target: { type: 'string', multiple: true },
      format: { type: 'string' },
      uses: { type: 'boolean' },
      output: { type: 'string', multiple: true },
      'min-severity': { type: 'string' },
      'no-suppressed': { type: 'boolean' },
      baseline: { type: 'string' },
      'update-baseline': { type: 'boolean' },
      'fail-on': { type: 'string', multiple: true },
      define: { type: 'string', multiple: true },
      since: { type: 'string' },
      shard: { type: 'string' },
      'output-shard': { type: 'string' },
      'cache-dir': { type: 'string' },
      'no-cache': { type: 'boolean' },
      with: { type: 'string', multiple: true },
      without: { type: 'string', multiple: true },
      binaries: { type: 'boolean' },
      build: { type: 'string' },
      'no-build': { type: 'boolean' },
      'no-ignore': { type: 'boolean' },
      'no-config': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
}

function reportRequest(
  targets: readonly string[] | undefined,
  values: ReturnType<typeof parse>['values'],
): ReportRequest | { readonly problem: string } {
  const format = (values.format ?? 'text') as Format;
  if (!FORMATS.includes(format)) return { problem: unknownFormat(format) };
  const outputs = outputsIn(values.output ?? []);
  if ('problem' in outputs) return outputs;
  const minSeverity = (values['min-severity'] ?? 'information') as Severity;
  if (!SEVERITIES.includes(minSeverity)) {
    return { problem: `There is no severity "${minSeverity}". Severities: error, warning, information.` };
  }
  if (values.build !== undefined && values['no-build']) {
    return { problem: '--build and --no-build exclude each other.' };
  }
  if (targets?.length === 0) return { problem: 'No target is named. Try: --target osv,rumprun' };
  if (values.uses && ![format, ...outputs.value.map((one) => one.format)].includes('json'))
    return { problem: '--uses needs --format json.' };
  const comparison = comparisonIn(values);
  if ('problem' in comparison) return comparison;
  const defines = macros(values.define ?? []);
  if (typeof defines === 'string') return { problem: defines };
  const on = macros(values.with ?? []);
  if (typeof on === 'string') return { problem: on };
  const off = values.without ?? [];
  for (const name of off) {
    if (!MACRO_NAME.test(name)) return { problem: `"${name}" is not a macro: write --without NAME.` };
    if (Object.hasOwn(on, name)) return { problem: `${name} is given both --with and --without.` };
  }
  return {
    targets,
    format,
    outputs: outputs.value,
    uses: values.uses ?? false,
    minSeverity,
    listsSuppressed: !values['no-suppressed'],
    ...comparison.value,
    defines,
    assumed: { ...on, ...Object.fromEntries(off.map((name) => [name, null])) },
    build: values.build,
    followBuild: !values['no-build'],
  };
}

function scanRequest(
  paths: readonly string[],
  targets: readonly string[] | undefined,
  values: ReturnType<typeof parse>['values'],
): ScanRequest | { readonly problem: string } {
  const report = reportRequest(targets, values);
  if ('problem' in report) return report;
  const { since, 'cache-dir': cacheDir, 'no-cache': noCache } = values;
  if (since === '') return { problem: '--since needs a revision: --since origin/main' };
  if (cacheDir === '') return { problem: '--cache-dir is empty; write . for the working folder.' };
  if (cacheDir !== undefined && noCache) return { problem: '--cache-dir and --no-cache exclude each other.' };
  const shard = shardOf(values.shard, values['output-shard']);
  if (typeof shard === 'string') return { problem: shard };
  if (shard && since !== undefined) return { problem: '--since is for a scan of its own, not for a shard.' };
  if (values['update-baseline'] && since !== undefined)
    return { problem: '--update-baseline takes all gaps as known: --since would leave most of them out.' };
  return {
    command: 'scan',
    paths: paths.length > 0 ? paths : ['.'],
    ...report,
    honourIgnore: !values['no-ignore'],
    binaries: values.binaries ?? false,
    followProject: !values['no-config'],
    since,
    shard,
    cache: noCache ? 'none' : cacheDir === undefined ? 'default' : { folder: resolve(cacheDir) },
  };
}

/** Which share is read and where it is left, or what is wrong with that. */
function shardOf(share: string | undefined, file: string | undefined): ScanRequest['shard'] | string {
  if (share === undefined) return file === undefined ? undefined : '--output-shard needs --shard I/N.';
  if (!file) return '--shard needs --output-shard FILE.';
  const match = /^(\d+)\/(\d+)$/.exec(share);
  const [number, of] = match ? [Number(match[1]), Number(match[2])] : [0, 0];
  if (number < 1 || number > of || of > MAX_SHARDS) {
    return `"${share}" is no share: write I/N, I from 1 to N, N up to ${MAX_SHARDS.toLocaleString('en')}.`;
  }
  return { number, of, file };
}

const MAX_SHARDS = 10_000;

function whyRequest(
  rest: readonly string[],
  targets: readonly string[] | undefined,
  values: ReturnType<typeof parse>['values'],
): WhyRequest | { readonly problem: string } {
  const place = /^(.+):(\d{1,9})$/.exec(rest[0] ?? '');
  if (!place || Number(place[2]) < 1 || rest.length > 2) {
    return { problem: 'why takes a place and perhaps the folder of the program: unigap why src/main.c:42' };
  }
  if (targets?.length === 0) return { problem: 'No target is named. Try: --target osv,rumprun' };
  const defines = macros(values.define ?? []);
  if (typeof defines === 'string') return { problem: defines };
  return {
    command: 'why',
    build: values.build,
    followBuild: !values['no-build'],
    file: place[1],
    line: Number(place[2]),
    folder: rest[1] ?? '.',
    targets,
    defines,
    honourIgnore: !values['no-ignore'],
    followProject: !values['no-config'],
  };
}

const MACRO_NAME = /^[A-Za-z_]\w*$/;

/** Macros by name, or what is wrong with one. */
function macros(texts: readonly string[]): Record<string, string> | string {
  const values: Record<string, string> = {};
  for (const text of texts) {
    const [name, ...rest] = text.split('=');
    if (!MACRO_NAME.test(name)) return `"${text}" is not a macro: write NAME or NAME=VALUE.`;
    values[name] = rest.length > 0 ? rest.join('=') : '1';
  }
  return values;
}

function outputsIn(texts: readonly string[]): { value: Output[] } | { problem: string } {
  const value: Output[] = [];
  for (const text of texts) {
    const output = parseOutput(text);
    if ('problem' in output) return output;
    value.push(output.value);
  }
  return { value };
}

/** What the scan is compared with, and for what it fails. */
function comparisonIn(
  values: ReturnType<typeof parse>['values'],
): { value: Pick<ScanRequest, 'baseline' | 'updateBaseline' | 'failOn'> } | { problem: string } {
  const { baseline, 'update-baseline': updateBaseline = false, 'fail-on': lists } = values;
  if (baseline === '') return { problem: '--baseline names no file.' };
  if (updateBaseline && baseline === undefined)
    return { problem: '--update-baseline needs --baseline FILE.' };
  if (updateBaseline && lists)
    return { problem: '--update-baseline takes all gaps as known: --fail-on has nothing to judge.' };
  const failOn = lists && parseFailOn(lists, baseline !== undefined);
  if (failOn && 'problem' in failOn) return failOn;
  return { value: { baseline, updateBaseline, failOn: failOn?.value } };
}
