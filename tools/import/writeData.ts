/**
 * Writes data files so that a change of one statement changes one line.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file of one large record (`key`) after its head; keys sorted, one line a value, or a line for each of several. */
export async function writeRecord(
  path: string,
  head: Readonly<Record<string, unknown>>,
  key: string,
  record: Readonly<Record<string, unknown>>,
): Promise<void> {
  const lines = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  const entries = Object.keys(record)
    .sort(compareText)
    .map((name) => `    ${JSON.stringify(name)}: ${valueText(record[name])}`);
  const body = entries.length > 0 ? `{\n${entries.join(',\n')}\n  }` : '{}';
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `{\n${lines.join('\n')}\n  ${JSON.stringify(key)}: ${body}\n}\n`);
}

/** Order of keys: by code unit, whatever the locale. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function valueText(value: unknown): string {
  if (!Array.isArray(value) || value.length < 2) return JSON.stringify(value);
  return `[\n${value.map((one) => `      ${JSON.stringify(one)}`).join(',\n')}\n    ]`;
}
