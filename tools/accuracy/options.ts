/**
 * What the measurement was asked for.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../generate/projectRoot.js';

export interface Options {
  /** Absolute path of the folder of the ground truth. */
  readonly truth: string;
  /** Absolute path of the folder with `src/PACKAGE`. */
  readonly corpus: string;
  /** Absolute path of the folder with the unpacked binaries of packages; undefined for measuring by source. */
  readonly binaries: string | undefined;
  /** Absolute path of the folder with built sources, `PACKAGE/compile_commands.json`; undefined to scan the corpus. */
  readonly builds: string | undefined;
  /** Undefined for all packages of the truth. */
  readonly packages: readonly string[] | undefined;
  /** Examples of each kind of error. */
  readonly errors: number;
  readonly perPackage: boolean;
  readonly perSymbol: boolean;
}

/** Reads the arguments; relative paths start at `from`. Throws an Error with a message for the user. */
export function readOptions(args: readonly string[], from: string): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      truth: { type: 'string' },
      corpus: { type: 'string' },
      binaries: { type: 'string' },
      builds: { type: 'string' },
      packages: { type: 'string' },
      errors: { type: 'string', default: '0' },
      'per-package': { type: 'boolean', default: false },
      'per-symbol': { type: 'boolean', default: false },
    },
  });
  if (!/^\d+$/.test(values.errors)) throw new Error(`--errors takes a number, got "${values.errors}"`);
  const folder = (given: string | undefined, ...usual: string[]): string =>
    given === undefined ? join(PROJECT_ROOT, '..', ...usual) : resolve(from, given);
  return {
    truth: folder(values.truth, 'shared', 'accuracy'),
    corpus: folder(values.corpus, 'corpus', 'debian'),
    binaries: values.binaries === undefined ? undefined : resolve(from, values.binaries),
    builds: values.builds === undefined ? undefined : resolve(from, values.builds),
    packages: values.packages?.split(',').filter((name) => name !== ''),
    errors: Number(values.errors),
    perPackage: values['per-package'],
    perSymbol: values['per-symbol'],
  };
}
