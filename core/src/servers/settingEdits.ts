/**
 * What is to be changed in a configuration file, so that a setting asks for nothing any more.
 */
import type { ServerSetting } from '../knowledge/schema.generated.js';
import { fileSettings } from './fileSettings.js';
import type { Server } from './server.js';
import { helpingText } from './server.js';
import type { ServerFile } from './serverFile.js';

/** Characters of the text, and what to put in their place. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** None where the setting asks for nothing in this text, or nothing that can be set helps. */
export function settingEdits(
  text: string,
  file: ServerFile,
  server: Server,
  setting: ServerSetting,
): TextChange[] {
  const found = fileSettings(text, file, server).find((one) => one.setting.name === setting.name);
  const helping = helpingText(setting);
  if (!found || setting.kind === 'always') return [];
  const [first, ...others] = found.directives;
  if (!first) return helping === undefined ? [] : [inserted(text, found.start, helping, file)];
  const rest = others.map((one) => withoutLine(text, one.start, one.end));
  if (helping === undefined) return [withoutLine(text, first.start, first.end), ...rest];
  if (setting.kind === 'switch' || first.valueStart === first.valueEnd) {
    return [{ start: first.start, end: first.end, text: terminated(helping, file) }, ...rest];
  }
  return [{ start: first.valueStart, end: first.valueEnd, text: setting.set ?? '' }, ...rest];
}

/** In front of the line on which the file begins to say something. */
function inserted(text: string, start: number, helping: string, file: ServerFile): TextChange {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: line, end: line, text: `${separated(helping, text, file)}${newline}` };
}

/** With `=` where the file writes it so. */
function separated(helping: string, text: string, file: ServerFile): string {
  const usesEquals = file.syntax === 'lines' && /^[ \t]*[\w.-]+[ \t]*=/m.test(text);
  return terminated(usesEquals ? helping.replace(' ', ' = ') : helping, file);
}

function terminated(helping: string, { syntax }: ServerFile): string {
  return syntax === 'blocks' ? `${helping};` : helping;
}

/** A directive, and its line where nothing else stands on it. */
function withoutLine(text: string, start: number, end: number): TextChange {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lineEnd = next < 0 ? text.length : next + 1;
  const isAlone =
    text.slice(line, start).trim() === '' && /^\s*(?:[#;].*)?\s*$/.test(text.slice(end, lineEnd));
  return isAlone ? { start: line, end: lineEnd, text: '' } : { start, end, text: '' };
}
