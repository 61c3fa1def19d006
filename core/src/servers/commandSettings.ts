/**
 * Settings on the command line that starts a server.
 */
import type { ServerSetting } from '../knowledge/schema.generated.js';
import { type Directive, directivesOf } from './directives.js';
import { isOff } from './fileSettings.js';
import type { Server } from './server.js';

/**
 * What the words of a command ask for. A word that nobody can read may be any switch: then nothing is said of what is
 * missing.
 * @param words behind the program's name, without quotes.
 */
export function commandSettings(words: readonly (string | undefined)[], server: Server): ServerSetting[] {
  if (asksOfItself(words)) return [];
  const inline = inlineDirectives(words, server);
  return server.settings.filter((setting) => {
    if (setting.kind === 'always') return true;
    const given = inline.filter(({ name }) => name === setting.name).at(-1);
    if (given) return !isOff(given.value, setting);
    if (setting.kind !== 'switch') return isGivenAsOption(words, setting);
    const { at, value } = valueOfSwitch(words, setting);
    if (setting.default === undefined) return at >= 0 && !isOff(value ?? '', setting);
    if (at >= 0) return setting.off !== undefined && !isOff(value ?? '', setting);
    return !words.includes(undefined);
  });
}

/** Whether a command asks for a version, for help or for a check of its files: it starts nothing. */
function asksOfItself(words: readonly (string | undefined)[]): boolean {
  if (words.some((word) => word === '--version' || word === '--help')) return true;
  return words.length === 1 && /^-(?:v|V|h|t|configtest)$/.test(words[0] ?? '');
}

/** Directives that stand on the command line: `nginx -g 'daemon off;'`. */
function inlineDirectives(words: readonly (string | undefined)[], { inline }: Server): Directive[] {
  return words.flatMap((word, i) =>
    inline !== undefined && words[i - 1] === inline && word !== undefined ? directivesOf(word, 'blocks') : [],
  );
}

/** The first of the switches that is given, and what is given with it. */
function valueOfSwitch(
  words: readonly (string | undefined)[],
  { switches = [], takesValue = false }: ServerSetting,
): { at: number; value: string | undefined } {
  for (const [at, word] of words.entries()) {
    if (word === undefined) continue;
    const found = switches.find(
      (one) => word === one || word.startsWith(`${one}=`) || (takesValue && isJoined(word, one)),
    );
    if (found === undefined) continue;
    const joined = word.slice(found.length).replace(/^=/, '');
    return { at, value: joined === '' ? words[at + 1] : joined };
  }
  return { at: -1, value: undefined };
}

/** `-umemcache` for `-u`. */
function isJoined(word: string, one: string): boolean {
  return /^-[a-zA-Z]$/.test(one) && word.startsWith(one);
}

/** `--daemonize yes`: directives that a server takes as options, too. */
function isGivenAsOption(words: readonly (string | undefined)[], setting: ServerSetting): boolean {
  const option = `--${setting.directive ?? setting.name}`.toLowerCase();
  return words.some((word, i) => {
    const text = word?.toLowerCase();
    if (text === option) return !isOff(words[i + 1] ?? '', setting);
    return text?.startsWith(`${option}=`) === true && !isOff(text.slice(option.length + 1), setting);
  });
}
