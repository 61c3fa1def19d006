/**
 * The command line: what was asked for, or a sentence that says what is wrong with it.
 */
import { parseArgs } from 'node:util';
import { SEVERITIES, type Severity } from '#core/gaps/severity.js';
import type { BuildMacros } from '#core/guards/targetEnvironment.js';
import { type FailOn, parseFailOn } from './failOn.js';
import { FORMATS, type Format, type Output, parseOutput, unknownFormat } from './outputs.js';

export interface ScanRequest {
  readonly command: 'scan';
  readonly paths: readonly string[];
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
  readonly honourIgnore: boolean;
  /** Whether binaries in folders are looked for; one that is named is read in any case. */
  readonly binaries: boolean;
  /** Whether the `unigap.json` of a folder counts. */
  readonly followProject: boolean;
  readonly defines: Readonly<Record<string, string>>;
  /** Options of the build as they are assumed to be set; null for one that is off. */
  readonly assumed: BuildMacros;
}

export type Request =
  | ScanRequest
  | { readonly command: 'explain'; readonly feature: string; readonly targets: readonly string[] }
  | { readonly command: 'targets' | 'names' | 'help' | 'version' };

export const USAGE = `Usage: unigap <command>

  scan [PATH...]     find what stands between the program in PATH (default: here; a folder, a source file or a
                     binary) and its targets
      --target LIST      targets, comma-separated (default: those of unigap.json, or osv,rumprun); osv@0.57, osv+linux-ld
      --format FORMAT    text, json, markdown (fits a comment on a pull request), html (one file), sarif, or
                         github (annotations in a log of GitHub Actions) (default: text)
      --output FORMAT=FILE  writes a report to a file, too; may be given again
      --uses             with json: every use of the POSIX and Linux interface, gap or not
      --min-severity S   error, warning or information (default: information)
      --baseline FILE    compare with the gaps and verdicts in FILE; text, markdown and github list new gaps only
      --update-baseline  write them to FILE instead
      --fail-on LIST     for what to exit with 1: any, new, error, verdict, none (default: any; new with a baseline)
      --no-suppressed    leave suppressed gaps out of json and sarif
      --define NAME[=V]  a macro that the build defines; may be given again
      --with NAME[=V]    what if the build set this option; says what changes; may be given again
      --without NAME     what if it did not
      --binaries         scan the binaries in PATH, too: programs, libraries, object files and archives, as ELF files
      --no-ignore        scan what .gitignore leaves out, too
      --no-config        leave out the project file, unigap.json in the root of PATH
  explain FEATURE    all that is known of a feature: fork, function/fork, flag/mmap/MAP_FIXED, /proc/self/maps
      --target LIST
  targets            the targets, their versions and options
  names              the names that a scan looks for, one a line

Exit status of scan: 0 nothing of --fail-on, 1 something of it, 2 could not scan.
`;

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
    case 'explain':
      if (rest.length !== 1) return { problem: 'explain takes one feature: unigap explain fork' };
      return { command, feature: rest[0], targets: targets ?? [] };
    case 'targets':
    case 'names':
      if (rest.length > 0) return { problem: `${command} takes no argument, got "${rest[0]}".` };
      return { command };
    default:
      return { problem: `There is no command "${command}". Commands: scan, explain, targets, names.` };
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
      with: { type: 'string', multiple: true },
      without: { type: 'string', multiple: true },
      binaries: { type: 'boolean' },
      'no-ignore': { type: 'boolean' },
      'no-config': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
}

function scanRequest(
  paths: readonly string[],
  targets: readonly string[] | undefined,
  values: ReturnType<typeof parse>['values'],
): ScanRequest | { readonly problem: string } {
  const format = (values.format ?? 'text') as Format;
  if (!FORMATS.includes(format)) return { problem: unknownFormat(format) };
  const outputs = outputsIn(values.output ?? []);
  if ('problem' in outputs) return outputs;
  const minSeverity = (values['min-severity'] ?? 'information') as Severity;
  if (!SEVERITIES.includes(minSeverity)) {
    return { problem: `There is no severity "${minSeverity}". Severities: error, warning, information.` };
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
    command: 'scan',
    paths: paths.length > 0 ? paths : ['.'],
    targets,
    format,
    outputs: outputs.value,
    uses: values.uses ?? false,
    minSeverity,
    listsSuppressed: !values['no-suppressed'],
    ...comparison.value,
    honourIgnore: !values['no-ignore'],
    binaries: values.binaries ?? false,
    followProject: !values['no-config'],
    defines,
    assumed: { ...on, ...Object.fromEntries(off.map((name) => [name, null])) },
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
