/**
 * The texts of the client that are translated: every first argument of `t(...)`, for `client/l10n`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './projectRoot.js';

/** Where the texts are kept, from the project's root. */
export const MESSAGES_FILE = 'client/l10n/bundle.l10n.json';

const MESSAGE = /\bt\(\s*'((?:[^'\\\n]|\\.)*)'/g;

/** The file's content: each text by itself, sorted. Translators make `bundle.l10n.<language>.json` of it. */
export function messagesText(): string {
  const sources = join(PROJECT_ROOT, 'client', 'src');
  const messages = new Set<string>();
  for (const path of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue;
    for (const [, message] of readFileSync(join(sources, path), 'utf8').matchAll(MESSAGE)) {
      messages.add(message.replace(/\\(.)/g, '$1'));
    }
  }
  const entries = [...messages].sort().map((message) => [message, message]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
