/**
 * A probe over the network instead of one that runs a program, where the words of the program show what it asks.
 */
import { isMap, type Pair, parseAllDocuments, visit, type YAMLMap } from 'yaml';
import { withoutTemplateLines } from '../maskedText.js';
import { commandOf, keyOf, pairOf, spanOfKey } from './yaml.js';

export interface ProbeReplacement {
  /** Offsets of what is replaced, a character a byte. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What it becomes: `httpGet` or `tcpSocket`. */
  readonly kind: 'httpGet' | 'tcpSocket';
}

/** What a probe asks of which port. */
export type Asked =
  | { readonly kind: 'httpGet'; readonly port: number; readonly path: string; readonly isSecure: boolean }
  | { readonly kind: 'tcpSocket'; readonly port: number };

/**
 * @param text of the manifest, a character a byte.
 * @param offset of the key `exec`.
 * @returns undefined where the command shows no port.
 */
export function probeReplacement(text: string, offset: number): ProbeReplacement | undefined {
  const masked = withoutTemplateLines(text);
  let exec: Pair | undefined;
  for (const document of parseAllDocuments(masked, {
    keepSourceTokens: true,
    strict: false,
    logLevel: 'silent',
  })) {
    visit(document, {
      Pair(_, pair) {
        if (keyOf(pair) !== 'exec' || spanOfKey(pair)?.start !== offset) return undefined;
        exec = pair;
        return visit.BREAK;
      },
    });
  }
  if (!exec || !isMap(exec.value) || !exec.value.range) return undefined;
  const command = commandOf(pairOf(exec.value as YAMLMap, 'command')?.value, masked);
  const asked = command && askedBy(command.text);
  // What a template puts in is not known to be what is asked.
  if (!asked || text.slice(offset, exec.value.range[1]) !== masked.slice(offset, exec.value.range[1]))
    return undefined;
  const written = text.slice(offset, exec.value.range[1]).trimEnd();
  const indent = ' '.repeat(offset - (text.lastIndexOf('\n', offset - 1) + 1));
  const fields = fieldsOf(asked);
  const isBlock = written.includes('\n') && !/^exec:\s*\{/.test(written);
  const body = isBlock
    ? `${asked.kind}:\n${fields.map((field) => `${indent}  ${field}`).join('\n')}`
    : `${asked.kind}: { ${fields.join(', ')} }`;
  return { start: offset, end: offset + written.length, text: body, kind: asked.kind };
}

const LOCAL = String.raw`(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])`;
const URL = new RegExp(String.raw`\b(https?)://${LOCAL}(?::(\d{1,5}))?(/[^\s"'|;&)]*)?`);

/** What a command asks, as far as its words show. */
export function askedBy(command: string): Asked | undefined {
  const url = /\b(?:curl|wget)\b/.test(command) ? URL.exec(command) : null;
  if (url) {
    const [, scheme, port, path = '/'] = url;
    const isSecure = scheme === 'https';
    return { kind: 'httpGet', port: Number(port ?? (isSecure ? 443 : 80)), path, isSecure };
  }
  const socket =
    new RegExp(String.raw`\bnc\b.*?\s${LOCAL}["',\s]+(\d{1,5})\b`).exec(command) ??
    new RegExp(String.raw`/dev/tcp/${LOCAL}/(\d{1,5})\b`).exec(command) ??
    /\b(?:redis-cli|pg_isready|psql)\b.*?\s["']?(?:-p|--port)["']?[\s=,"']+(\d{1,5})\b/.exec(command) ??
    /\b(?:mysqladmin|mysql|mariadb-admin)\b.*?\s["']?(?:-P|--port)["']?[\s=,"']*(\d{1,5})\b/.exec(command);
  return socket ? { kind: 'tcpSocket', port: Number(socket[1]) } : undefined;
}

function fieldsOf(asked: Asked): string[] {
  if (asked.kind === 'tcpSocket') return [`port: ${asked.port}`];
  return [`path: ${asked.path}`, `port: ${asked.port}`, ...(asked.isSecure ? ['scheme: HTTPS'] : [])];
}
