/**
 * What is to be changed on a command line that starts a server, so that a switch asks for nothing any more.
 */
import type { ServerSetting } from '../knowledge/schema.generated.js';
import { literalPattern } from '../source/literalPattern.js';
import type { TextChange } from './settingEdits.js';

/**
 * @param text of the document.
 * @param start offset of the program's name as it is written, quotes and all.
 * @returns none for what is no switch, or where the switch does not stand on the line.
 */
export function commandEdits(
  text: string,
  start: number,
  end: number,
  { kind, switches = [], takesValue = false, set, default: fallback }: ServerSetting,
): TextChange[] {
  if (kind !== 'switch') return [];
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  const rest = text.slice(end, lineEnd);
  const isList = /^["']/.test(text.slice(start, end)) && /^\s*[,\]]/.test(rest);
  for (const name of switches) {
    const found = (isList ? inList(name, takesValue) : inWords(name, takesValue)).exec(rest);
    if (!found) continue;
    const at = end + found.index;
    return [{ start: at, end: at + found[0].length, text: set === undefined ? '' : written(set, isList) }];
  }
  return set !== undefined && fallback !== undefined ? [{ start: end, end, text: written(set, isList) }] : [];
}

/** With what goes before it: a blank, or a comma and quotes for each word. */
function written(words: string, isList: boolean): string {
  return words
    .split(' ')
    .map((word) => (isList ? `, "${word}"` : ` ${word}`))
    .join('');
}

/** A switch with its value, if one follows that is no other switch. */
function inWords(name: string, takesValue: boolean): RegExp {
  const value = takesValue ? `(?:${joint(name)}\\S+|[ \\t]+(?!-)\\S+)?` : '';
  return new RegExp(`[ \\t]+${literalPattern(name)}${value}(?=[ \\t]|$)`);
}

function inList(name: string, takesValue: boolean): RegExp {
  const value = takesValue ? `(?:${joint(name)}[^"']+["']|["']\\s*,\\s*["'](?!-)[^"']*["'])` : '["\']';
  return new RegExp(`\\s*,\\s*["']${literalPattern(name)}${value}`);
}

/** What stands between a switch and a value in the same word. */
function joint(name: string): string {
  return /^-[a-zA-Z]$/.test(name) ? '' : '=';
}
