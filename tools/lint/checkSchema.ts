/**
 * Every data file fits its schema.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { PROJECT_ROOT } from '../generate/projectRoot.js';
import type { Data } from '../generate/readData.js';

export type SchemaName =
  | 'target'
  | 'features'
  | 'families'
  | 'relations'
  | 'symbols'
  | 'commands'
  | 'debugging'
  | 'facilities'
  | 'replacements'
  | 'servers'
  | 'essay';
export type Validators = Readonly<Record<SchemaName, ValidateFunction>>;

/** The schemas of `data/schema`, ready to check with. */
export async function readValidators(): Promise<Validators> {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  // Tells the generator of types what the schema cannot say.
  ajv.addKeyword('tsType');
  const read = async (name: SchemaName): Promise<ValidateFunction> =>
    ajv.compile(JSON.parse(await readFile(join(PROJECT_ROOT, `data/schema/${name}.schema.json`), 'utf8')));
  return {
    target: await read('target'),
    features: await read('features'),
    families: await read('families'),
    relations: await read('relations'),
    symbols: await read('symbols'),
    commands: await read('commands'),
    debugging: await read('debugging'),
    facilities: await read('facilities'),
    replacements: await read('replacements'),
    servers: await read('servers'),
    essay: await read('essay'),
  };
}

/** Problems of shape, by file. */
export function checkSchema(data: Data, validators: Validators): string[] {
  const files: [string, SchemaName, unknown][] = [
    ['features.json', 'features', data.features],
    ['families.json', 'families', data.families],
    ['relations.json', 'relations', data.relations],
    ['symbols.json', 'symbols', data.symbols],
    ['commands.json', 'commands', data.commands],
    ['debugging.json', 'debugging', data.debugging],
    ['facilities.json', 'facilities', data.facilities],
    ['replacements.json', 'replacements', data.replacements],
    ['servers.json', 'servers', data.servers],
    ['essay.json', 'essay', data.essay],
    ...[...data.curated].map(([id, file]): [string, SchemaName, unknown] => [
      `targets/${id}.json`,
      'target',
      file,
    ]),
    ...[...data.extracted].map(([id, file]): [string, SchemaName, unknown] => [
      `extracted/${id}.json`,
      'target',
      file,
    ]),
  ];
  return files.flatMap(([name, schema, content]) => problemsOf(name, validators[schema], content));
}

function problemsOf(name: string, validate: ValidateFunction, content: unknown): string[] {
  if (validate(content)) return [];
  return (validate.errors ?? []).map(
    (error) => `${name}${error.instancePath}: ${error.message ?? 'is wrong'}`,
  );
}
