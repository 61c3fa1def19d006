/**
 * Imports the shared facts into `data/`:
 * `node out/tools/import/main.js ../shared/facts [file.json ...]`, where the further files correct the result:
 * `<target>-patch.json` parts of statements, any other `<target>-*.json` whole statements.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import type { Statement, TargetFile } from '#core/knowledge/schema.generated.js';
import { PROJECT_ROOT } from '../generate/projectRoot.js';
import { ADDED_OSV, ADDED_RUMPRUN } from './addedRows.js';
import { type ConversionCount, convertTarget } from './convertTarget.js';
import type { FactRow, ObservedRow, PresenceRow, Universe, WhenRow } from './factRow.js';
import { featureEntries } from './featureEntries.js';
import { addLinuxLoader } from './linuxLoader.js';
import { openValues } from './openValues.js';
import { OSV_HEAD } from './osvHead.js';
import { corrected, osvRules } from './osvRules.js';
import { applyPatch, mergeStatements, type PatchFile, type StatementsFile } from './patch.js';
import { RUMPRUN_HEAD } from './rumprunHead.js';
import { rawSystemCall, rumprunRules } from './rumprunRules.js';
import type { StatementMap } from './statementMap.js';
import { writeRecord } from './writeData.js';

const SCHEMA = '../schema/target.schema.json';

async function main(folder: string, files: readonly string[]): Promise<void> {
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as T;
  const osvRows = [...(await read<FactRow[]>('osv')).map(corrected), ...ADDED_OSV];
  const rumprunRows = [...(await read<FactRow[]>('rumprun')).map(usable), ...ADDED_RUMPRUN];
  const [osv, osvCount] = convertTarget(
    {
      rows: osvRows,
      when: await read<WhenRow[]>('osv-when'),
      observed: await read<ObservedRow[]>('osv-observed'),
      presence: await read<PresenceRow[]>('osv-0.57-presence'),
      presentSince: 'master',
    },
    osvRules,
  );
  const [rumprun, rumprunCount] = convertTarget(
    {
      rows: rumprunRows,
      when: await read<WhenRow[]>('rumprun-when'),
      observed: await read<ObservedRow[]>('rumprun-observed'),
      presence: [],
    },
    rumprunRules,
  );
  addLinuxLoader(osv);
  await correct(osv, 'osv', files);
  await correct(rumprun, 'rumprun', files);
  await writeTarget(OSV_HEAD, osv);
  await writeTarget(RUMPRUN_HEAD, rumprun);
  const universe = await read<Universe>('universe');
  const features = featureEntries(universe, [...osvRows, ...rumprunRows], [osv, rumprun]);
  await writeRecord(
    join(PROJECT_ROOT, 'data/features.json'),
    { $schema: 'schema/features.schema.json' },
    'features',
    features,
  );
  report('osv', osv, osvCount);
  report('rumprun', rumprun, rumprunCount);
  stdout.write(`features: ${Object.keys(features).length}\n`);
}

function usable(row: FactRow): FactRow {
  return row.kind === 'syscall' ? rawSystemCall(row) : row;
}

async function correct(map: StatementMap, target: string, files: readonly string[]): Promise<void> {
  for (const file of files.filter((one) => basename(one).startsWith(`${target}-`))) {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (basename(file) === `${target}-patch.json`) {
      const unknown = applyPatch(map, content as PatchFile);
      for (const id of unknown) stderr.write(`${basename(file)}: no statement for ${id}\n`);
    } else {
      mergeStatements(map, content as StatementsFile);
    }
  }
}

async function writeTarget(head: Omit<TargetFile, 'statements'>, map: StatementMap): Promise<void> {
  const { id } = head;
  const select = (curated: boolean): Record<string, Statement[]> =>
    Object.fromEntries(
      [...map].filter(([, one]) => one.curated === curated).map(([key, one]) => [key, one.statements]),
    );
  await writeRecord(join(PROJECT_ROOT, `data/targets/${id}.json`), { ...head }, 'statements', select(true));
  await writeRecord(
    join(PROJECT_ROOT, `data/extracted/${id}.json`),
    { $schema: SCHEMA, id },
    'statements',
    select(false),
  );
}

function report(name: string, map: StatementMap, count: ConversionCount): void {
  const entries = [...map.values()];
  const statements = entries.reduce((sum, one) => sum + one.statements.length, 0);
  const curated = entries.filter((one) => one.curated).length;
  stdout.write(
    `${name}: ${count.rows} rows (${count.repeated} repeat others), ${statements} statements for ${map.size} features` +
      ` (${curated} curated), ${count.cases} cases, ${count.observations} observations` +
      ` (${count.probeErrors} failed by the test itself)\n`,
  );
  const kinds = new Map<string, number>();
  for (const id of map.keys()) {
    const kind = id.slice(0, id.indexOf('/'));
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  stdout.write(`  ${[...kinds].map(([kind, size]) => `${kind} ${size}`).join(', ')}\n`);
  for (const problem of count.problems) stderr.write(`${name}: ${problem}\n`);
  for (const line of openValues(map)) stderr.write(`${name}: open: ${line}\n`);
}

if (argv.length < 3) {
  stderr.write('usage: main.js <folder of the facts> [correction.json ...]\n');
} else {
  await main(argv[2], argv.slice(3));
}
