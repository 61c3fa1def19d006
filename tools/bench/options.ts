/**
 * What the measurement was asked for.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** Absolute paths. */
  readonly folders: readonly string[];
  readonly rounds: number;
  /** 0 leaves ast-grep out. */
  readonly astGrepRounds: number;
  /** Rounds of ast-grep with a rule for each function: 0 unless it is asked for, as it takes minutes. */
  readonly ruleEachRounds: number;
  /** Whether the scan that takes up what another one has left is measured, too. */
  readonly warm: boolean;
}

/** Reads the arguments; relative paths start at `from`. Throws an Error with a message for the user. */
export function readOptions(args: readonly string[], from: string): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      'ast-grep-rounds': { type: 'string', default: '1' },
      'rule-each-rounds': { type: 'string', default: '0' },
      warm: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new Error('name a folder to scan: npm run bench -- FOLDER...');
  const folders = positionals.map((path) => resolve(from, path));
  for (const folder of folders) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`${folder} is no folder`);
  }
  return {
    folders,
    rounds: numberOf('--rounds', values.rounds, 1),
    astGrepRounds: numberOf('--ast-grep-rounds', values['ast-grep-rounds'], 0),
    ruleEachRounds: numberOf('--rule-each-rounds', values['rule-each-rounds'], 0),
    warm: values.warm,
  };
}

function numberOf(option: string, text: string, least: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least)
    throw new Error(`${option} takes a number of at least ${least}, got "${text}"`);
  return value;
}
