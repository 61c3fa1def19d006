/**
 * Settings of servers in words.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { ServerSetting } from '../knowledge/schema.generated.js';
import { helpingText, settingName, settingOf } from '../servers/server.js';
import type { Use } from '../uses/use.js';

/**
 * What a server does by a setting and what that takes, as the subject of a gap:
 * `master_process on: nginx forks its workers from a master with fork()`.
 */
export function settingSubject(use: Use, knowledge: Knowledge): string {
  const found = settingOf(use.feature, knowledge.servers());
  if (!found) return use.symbol;
  const { server, setting } = found;
  const does = `${server.title} ${setting.does}, with ${neededName(setting)}`;
  if (setting.kind === 'always') return does;
  return `${writtenText(use, setting)}: ${does}`;
}

/** What to do about a setting, in a sentence or two; undefined for a feature that is none. */
export function remedyText(feature: string, knowledge: Knowledge): string | undefined {
  const found = settingOf(feature, knowledge.servers());
  if (!found) return undefined;
  const { setting } = found;
  if (setting.instead !== undefined) return setting.instead;
  return `${settingAdvice(settingWords(setting))}. ${setting.loses === undefined ? 'Nothing is lost that a guest needs.' : `Lost: ${setting.loses}.`}`;
}

/** A setting as it is written where it helps, or its name where it is to be left out. */
export interface SettingWords {
  readonly set: string | undefined;
  readonly name: string;
}

export function settingWords(setting: ServerSetting): SettingWords {
  return { set: helpingText(setting), name: settingName(setting) };
}

/** `Set daemon off`, `Leave chroot out`. */
export function settingAdvice({ set, name }: SettingWords, written: Writing = asIs): string {
  return set === undefined ? `Leave ${written(name)} out` : `Set ${written(set)}`;
}

/** `with daemon off`, `without chroot`. */
export function settingManner({ set, name }: SettingWords, written: Writing = asIs): string {
  return set === undefined ? `without ${written(name)}` : `with ${written(set)}`;
}

/** How a setting is marked as code. */
type Writing = (text: string) => string;

const asIs: Writing = (text) => text;

/** All that is said of a setting, a sentence each: what it does, what to do, which source shows it. */
export function settingAbout(feature: string, knowledge: Knowledge): string[] {
  const found = settingOf(feature, knowledge.servers());
  if (!found) return [];
  const { server, setting } = found;
  const byDefault =
    setting.default === undefined || setting.kind === 'switch' || setting.kind === 'always'
      ? ''
      : ` It is ${setting.default} where it is not set.`;
  const { name, version } = server.source;
  return [
    `${server.title} ${setting.does}, with ${neededName(setting)}.${byDefault}`,
    remedyText(feature, knowledge) ?? '',
    `Read in ${name} ${version}: ${setting.evidence.join(', ')}.`,
  ].filter((text) => text !== '');
}

/** The function behind a setting: `fork()`. */
function neededName({ needs }: ServerSetting): string {
  return `${needs.slice(needs.indexOf('/') + 1)}()`;
}

function writtenText(use: Use, setting: ServerSetting): string {
  if (use.operation?.occasion !== undefined) {
    const program = use.name.replace(/^(["'])(.*)\1$/, '$2');
    return setting.kind === 'switch' && setting.default !== undefined
      ? `${program} without ${helpingText(setting) ?? setting.name}`
      : `${program} with ${settingName(setting)}`;
  }
  if (!isWritten(use.name, setting)) return `${settingName(setting)} is not set`;
  return use.name.length <= LONGEST_WRITTEN ? use.name.replace(/;$/, '') : settingName(setting);
}

/** Where a file does not set it, the place is the first name of the file. */
function isWritten(written: string, setting: ServerSetting): boolean {
  const text = written.toLowerCase();
  return [settingName(setting), ...(setting.switches ?? [])].some((one) =>
    text.startsWith(one.toLowerCase()),
  );
}

const LONGEST_WRITTEN = 60;
