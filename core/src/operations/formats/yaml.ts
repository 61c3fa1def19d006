/**
 * Manifests of containers in YAML: of Kubernetes, also as templates of Helm, and of Docker Compose. They are known by what
 * they hold, wherever in a document that is.
 */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseAllDocuments,
  Scalar,
  type YAMLMap,
} from 'yaml';
import type { FoundOperations } from '../foundOperations.js';
import { withoutTemplateLines } from '../maskedText.js';
import type { ShellReader } from '../shell/shellReader.js';
import { readComposeService } from './compose.js';
import { readContainer, readPod } from './kubernetes.js';

export function readYaml(text: string, found: FoundOperations, shell: ShellReader): void {
  const masked = withoutTemplateLines(text);
  let documents: readonly Document[];
  try {
    documents = parseAllDocuments(masked, {
      keepSourceTokens: true,
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
    }) as Document[];
  } catch (error) {
    found.problems.push({
      offset: 0,
      message: `is no YAML that can be read: ${(error as Error).message.split('\n', 1)[0]}`,
    });
    return;
  }
  for (const document of documents) {
    const [error] = document.errors;
    if (error)
      found.problems.push({ offset: error.pos[0], message: `YAML: ${error.message.split('\n', 1)[0]}` });
    visit(document.contents, { text: masked, found, shell }, 0);
  }
}

/** What the readers of manifests share. */
export interface ManifestReading {
  readonly text: string;
  readonly found: FoundOperations;
  readonly shell: ShellReader;
}

/** Nodes that stand for others (`*anchor`) are read where those stand. */
const DEEPEST = 60;

function visit(node: unknown, reading: ManifestReading, depth: number): void {
  if (depth > DEEPEST) return;
  if (isSeq(node)) for (const item of node.items) visit(item, reading, depth + 1);
  if (!isMap(node)) return;
  readPod(node, reading);
  for (const pair of node.items) {
    const key = keyOf(pair);
    if (key === 'services' && isMap(pair.value)) {
      for (const service of pair.value.items)
        if (isMap(service.value)) readComposeService(service.value, reading);
    }
    if (/^(?:containers|initContainers|ephemeralContainers)$/.test(key) && isSeq(pair.value)) {
      for (const container of pair.value.items) if (isMap(container)) readContainer(container, key, reading);
    }
    visit(pair.value, reading, depth + 1);
  }
}

/** The pair of a key in a map. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyOf(pair) === key);
}

export function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Offsets of a key; of nothing where it has none. */
export function spanOfKey({ key }: Pair): { readonly start: number; readonly end: number } | undefined {
  return isScalar(key) && key.range ? { start: key.range[0], end: key.range[1] } : undefined;
}

/** A command as the text that a shell would read, with the offset of its first character. */
export interface WrittenCommand {
  readonly text: string;
  readonly base: number;
}

/** The command of a scalar or a list of them; undefined for any other node. */
export function commandOf(node: unknown, text: string): WrittenCommand | undefined {
  if (isScalar(node)) return scalarText(node, text);
  if (!isSeq(node) || node.items.length === 0) return undefined;
  const parts = node.items.map((item) => (isScalar(item) ? scalarWord(item, text) : undefined));
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  let line = '';
  for (const part of parts) {
    if (!part) continue;
    line += ' '.repeat(Math.max(0, part.base - first.base - line.length)) + part.text;
  }
  return { text: line, base: first.base };
}

/** The text of a scalar at its offset: of a block all its lines with their indentation. */
function scalarText(node: Scalar, text: string): WrittenCommand | undefined {
  if (!node.range) return undefined;
  const [start, end] = node.range;
  const source = text.slice(start, end);
  if (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED) {
    const line = source.indexOf('\n') + 1;
    return line === 0 ? undefined : { text: source.slice(line), base: start + line };
  }
  const isQuoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  return isQuoted ? { text: source.slice(1, -1), base: start + 1 } : { text: source, base: start };
}

/** A scalar of a list as one word of a shell: in quotes unless it is plain, so that blanks in it part nothing. */
function scalarWord(node: Scalar, text: string): WrittenCommand | undefined {
  if (!node.range) return undefined;
  const [start, end] = node.range;
  const source = text.slice(start, end);
  const isQuoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  if (isQuoted || /^[^\s"'\\$`;&|<>()]+$/.test(source)) return { text: source, base: start };
  if (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED) {
    // The sign of the block gives its place to the quotes.
    const body = source
      .replace(/^([|>])/, "'")
      .replace(/'(?!^)/g, (sign, at: number) => (at === 0 ? sign : ' '));
    return { text: `${body.slice(0, 1)}${body.slice(1).trimEnd()}'`, base: start };
  }
  const word = source.replace(/'/g, ' ');
  return { text: `'${word}'`, base: start - 1 };
}
