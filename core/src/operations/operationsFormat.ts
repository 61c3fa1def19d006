/**
 * Which files are read for how a program is run and looked after, by their names.
 */
import { serverFileOf } from '../servers/serverFile.js';
import { baseName } from '../source/baseName.js';

export type OperationsFormat =
  | 'shell'
  | 'makefile'
  | 'dockerfile'
  | 'yaml'
  | 'systemd'
  | 'supervisord'
  | 'cron'
  | 'logrotate'
  | 'dtrace'
  | 'bpftrace'
  | 'gdb'
  | 'markdown'
  /** Of a server. */
  | 'configuration';

/** The format of a file by its path, with forward slashes; undefined if its name says nothing. */
export function operationsFormatOf(path: string): OperationsFormat | undefined {
  if (serverFileOf(path)) return 'configuration';
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  return BY_ENDING.get(ending) ?? BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether only the first line of a file can tell that it is a script. */
export function mayBeScript(path: string): boolean {
  const name = baseName(path);
  return /^[\w+-]+$/.test(name) && operationsFormatOf(path) === undefined;
}

/** The format of a script by its first line; undefined if that names no interpreter of a format. */
export function scriptFormatOf(firstLine: string): OperationsFormat | undefined {
  const interpreter = /^#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*)?(?:\S*\/)?([\w.-]+)/.exec(firstLine)?.[1];
  if (interpreter === undefined) return undefined;
  if (/^(?:ba|da|a|k|mk|z)?sh$/.test(interpreter)) return 'shell';
  if (interpreter === 'dtrace') return 'dtrace';
  if (interpreter === 'bpftrace') return 'bpftrace';
  return interpreter === 'gdb' ? 'gdb' : undefined;
}

/** Bytes in which the first line of a script stands. */
export const LONGEST_FIRST_LINE = 128;

const BY_ENDING: ReadonlyMap<string, OperationsFormat> = new Map([
  ['sh', 'shell'],
  ['bash', 'shell'],
  ['ksh', 'shell'],
  ['zsh', 'shell'],
  ['mk', 'makefile'],
  ['dockerfile', 'dockerfile'],
  ['containerfile', 'dockerfile'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['service', 'systemd'],
  ['socket', 'systemd'],
  ['timer', 'systemd'],
  ['cron', 'cron'],
  ['logrotate', 'logrotate'],
  ['bt', 'bpftrace'],
  ['gdb', 'gdb'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
]);

const BY_NAME: readonly (readonly [RegExp, OperationsFormat])[] = [
  [/^(?:GNU)?[Mm]akefile(?:\.\w+)?$/, 'makefile'],
  [/^(?:Docker|Container)file(?:[.-].+)?$/, 'dockerfile'],
  [/^supervisord?(?:\.conf|.*\.(?:ini|conf))$/, 'supervisord'],
  [/^crontab(?:\.\w+)?$/, 'cron'],
  [/^(?:.*\.)?(?:cron\.d|cron\.daily|cron\.hourly|cron\.weekly)$/, 'cron'],
  [/^(?:.*[._-])?logrotate(?:\.conf|\.d)?$/, 'logrotate'],
  [/^\.gdbinit$/, 'gdb'],
  [/^.*\.d$/, 'dtrace'],
  // As Debian names what a package brings for running its program.
  [/^(?:.*\.)?(?:init|postinst|prerm|postrm|preinst|init\.d)$/, 'shell'],
];
