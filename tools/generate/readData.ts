/**
 * Reads `data/` as it lies in the project.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  CommandsFile,
  DebuggingFile,
  EssayFile,
  FacilitiesFile,
  FamiliesFile,
  FeaturesFile,
  RelationsFile,
  ReplacementsFile,
  ServersFile,
  Statement,
  SymbolsFile,
  TargetFile,
} from '#core/knowledge/schema.generated.js';
import { PROJECT_ROOT } from './projectRoot.js';

/** All data, as the files hold it. */
export interface Data {
  readonly features: FeaturesFile;
  readonly families: FamiliesFile;
  readonly relations: RelationsFile;
  readonly symbols: SymbolsFile;
  readonly commands: CommandsFile;
  readonly debugging: DebuggingFile;
  readonly facilities: FacilitiesFile;
  readonly replacements: ReplacementsFile;
  readonly servers: ServersFile;
  readonly essay: EssayFile;
  /** Hand-written files by id of the target; they describe the target too. */
  readonly curated: ReadonlyMap<string, TargetFile>;
  /** Machine-written files by id of the target. */
  readonly extracted: ReadonlyMap<string, TargetFile>;
  /** Porting notes by slug. */
  readonly notes: ReadonlyMap<string, string>;
}

/** All files below a folder, `data/` of the project where none is given. */
export async function readData(folder = join(PROJECT_ROOT, 'data')): Promise<Data> {
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(join(folder, name), 'utf8')) as T;
  return {
    features: await read<FeaturesFile>('features.json'),
    families: await read<FamiliesFile>('families.json'),
    relations: await read<RelationsFile>('relations.json'),
    symbols: await read<SymbolsFile>('symbols.json'),
    commands: await read<CommandsFile>('commands.json'),
    debugging: await read<DebuggingFile>('debugging.json'),
    facilities: await read<FacilitiesFile>('facilities.json'),
    replacements: await read<ReplacementsFile>('replacements.json'),
    servers: await read<ServersFile>('servers.json'),
    essay: await read<EssayFile>('essay.json'),
    curated: await readTargets(join(folder, 'targets')),
    extracted: await readTargets(join(folder, 'extracted')),
    notes: await readNotes(join(folder, 'notes')),
  };
}

/** Statements of a target by feature: a hand-written one replaces the machine-written one of the same scope. */
export function statementsOf(data: Data, target: string): Map<string, Statement[]> {
  const all = new Map<string, Statement[]>();
  for (const file of [data.curated.get(target), data.extracted.get(target)]) {
    for (const [id, statements] of Object.entries(file?.statements ?? {})) {
      const known = all.get(id) ?? [];
      const added = statements.filter((one) => !known.some((other) => sameScope(one, other)));
      all.set(id, [...known, ...added]);
    }
  }
  return all;
}

function sameScope(one: Statement, other: Statement): boolean {
  return one.since === other.since && one.until === other.until && one.option === other.option;
}

async function readTargets(folder: string): Promise<Map<string, TargetFile>> {
  const files = new Map<string, TargetFile>();
  for (const name of (await readdir(folder)).sort()) {
    if (!name.endsWith('.json')) continue;
    files.set(name.slice(0, -'.json'.length), JSON.parse(await readFile(join(folder, name), 'utf8')));
  }
  return files;
}

async function readNotes(folder: string): Promise<Map<string, string>> {
  const notes = new Map<string, string>();
  for (const name of (await readdir(folder)).sort()) {
    if (name.endsWith('.md'))
      notes.set(name.slice(0, -'.md'.length), await readFile(join(folder, name), 'utf8'));
  }
  return notes;
}
