/**
 * Settings in a configuration file with which a server asks for something that a platform may lack.
 */
import type { ServerSetting } from '../knowledge/schema.generated.js';
import { type Directive, directivesOf, inSections } from './directives.js';
import type { Server } from './server.js';
import type { ServerFile } from './serverFile.js';

export interface FileSetting {
  readonly setting: ServerSetting;
  /** Its directives, in the order of the text; none where the file does not set it. */
  readonly directives: readonly Directive[];
  /** Where it is told: the first of its directives, or the first name in the file. */
  readonly start: number;
  readonly end: number;
}

/** @param text of the file, in characters of any kind; offsets are those of it. */
export function fileSettings(text: string, file: ServerFile, server: Server): FileSetting[] {
  const written = directivesOf(text, file.syntax);
  const all = file.sections ? inSections(text, written, file.sections) : written;
  const [first] = all;
  if (!first) return [];
  return server.settings.flatMap((setting): FileSetting[] => {
    if (!counts(setting, all)) return [];
    const given = all.filter((one) => isOf(one, setting, file));
    if (given.length > 0) {
      const directives = asking(given, setting);
      const [told] = directives;
      return told ? [{ setting, directives, start: told.start, end: told.end }] : [];
    }
    const isByDefault =
      setting.kind === 'always' || (setting.default !== undefined && isSetHere(setting, file));
    const end = first.start + first.name.length;
    return isByDefault && file.isMain ? [{ setting, directives: given, start: first.start, end }] : [];
  });
}

/** Whether the other directive that a setting hangs on is there. */
function counts({ with: other }: ServerSetting, all: readonly Directive[]): boolean {
  return other === undefined || all.some(({ name, value }) => `${name} ${value}` === other);
}

/** Those of a setting's directives by which it takes something. What has a default one of them alone may undo. */
function asking(given: readonly Directive[], setting: ServerSetting): readonly Directive[] {
  if (setting.kind === 'switch' && setting.default !== undefined && !setting.off) return [];
  const on = given.filter(({ value }) => !isOff(value, setting));
  return setting.default !== undefined && on.length < given.length ? [] : on;
}

/** Whether a value is one with which the setting takes nothing. */
export function isOff(value: string, { off }: ServerSetting): boolean {
  return off?.includes(value.toLowerCase()) ?? false;
}

/** Whether such a file is the place of such a setting: switches stand on command lines, but for a file of switches. */
function isSetHere({ kind }: ServerSetting, { syntax }: ServerFile): boolean {
  return (kind === 'switch') === (syntax === 'switches');
}

function isOf(directive: Directive, setting: ServerSetting, file: ServerFile): boolean {
  if (!isSetHere(setting, file) || setting.kind === 'always') return false;
  // What is set for all stands in no block; there a name may be another directive's.
  if (directive.depth > 0 && setting.default !== undefined) return false;
  if (setting.switches) return setting.switches.includes(directive.name);
  const written = (setting.directive ?? setting.name).toLowerCase();
  const name = directive.name.toLowerCase();
  if (!written.includes(' ')) return name === written;
  return `${name} ${directive.value.toLowerCase()} `.startsWith(`${written} `);
}
