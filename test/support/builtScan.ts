/**
 * A scan over files in memory together with their build, put together as the command line does.
 */

import { readCompileCommands } from '#core/build/compileCommands.js';
import { builtProgram } from '#core/build/readBuild.js';
import { DEFAULT_TARGETS, folderSettings } from '#core/project/folderSettings.js';
import { NO_SETTINGS, type ProjectSettings } from '#core/project/projectSettings.js';
import { type Report, ReportMaker } from '#core/report/report.js';
import { readProgram } from '#core/scan/readProgram.js';
import { usesByFile } from '#core/scan/usesByFile.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import type { FileBytes } from '#core/workspace.js';
import { wasmEngine } from './engines.js';
import { shippedKnowledge } from './knowledge.js';
import { MemoryWorkspace } from './memoryWorkspace.js';

/** Where the program lies. */
export const ROOT = '/p';

export interface Built {
  /** Commands by the paths of the files that they compile, relative to the program. */
  readonly commands: Readonly<Record<string, string | readonly string[]>>;
  /** Files beside those of the program, by absolute paths. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly project?: Partial<ProjectSettings>;
}

/**
 * Gaps as `path:line target`, with the tags of use and target in brackets; lines count from one.
 * @param files by paths relative to the program.
 */
export async function builtGaps(files: Readonly<Record<string, string>>, built: Built): Promise<string[]> {
  const { gaps } = await builtReport(files, built);
  return gaps
    .flatMap(({ use, targets }) =>
      targets.map((one) => {
        const tags = [...use.tags, ...one.tags];
        return `${use.path}:${use.line + 1} ${one.target.id}${tags.length > 0 ? ` [${tags.join()}]` : ''}`;
      }),
    )
    .sort();
}

/** @param files by paths relative to the program. */
export async function builtReport(files: Readonly<Record<string, string>>, built: Built): Promise<Report> {
  const knowledge = shippedKnowledge();
  const catalogue = catalogueOf(knowledge);
  const settings = folderSettings(
    { targets: DEFAULT_TARGETS, severities: [], exclude: [] },
    { ...NO_SETTINGS, ...built.project },
    knowledge,
  );
  const vocabulary = vocabularyOf(knowledge, catalogue, false, settings.targets);
  const program = await readProgram(new MemoryWorkspace(files), {
    vocabulary,
    catalogue,
    engine: wasmEngine,
  });
  const rows = Object.entries(built.commands).flatMap(([file, commands]) =>
    [commands].flat().map((command) => ({ directory: ROOT, file, command })),
  );
  const { units } = readCompileCommands(JSON.stringify(rows), ROOT, () => undefined);
  const build = await builtProgram(units, {
    root: ROOT,
    index: program.index,
    files: {
      read: (path) => bytesOf(built.beside?.[path]),
      has: (folder, name) => Object.hasOwn(built.beside ?? {}, `${folder}/${name}`),
    },
    systemFolders: ['/usr/include'],
    isAsked: (hash) => vocabulary.isSwitch(hash),
  });
  if (!build) throw new Error('nothing of the program is compiled');
  program.index.setBuilt((path) => build.isBuilt(path));
  const maker = new ReportMaker(program.index, knowledge, {
    targets: settings.targets,
    minSeverity: 'information',
    definesFor: settings.definesFor,
    buildFor: (target) => ({ program: build, isTruth: settings.isBuildFor(target) }),
  });
  for (const file of usesByFile(program, catalogue)) maker.add(file.uses());
  return maker.report(program);
}

function bytesOf(text: string | undefined): FileBytes | undefined {
  if (text === undefined) return undefined;
  const bytes = new TextEncoder().encode(`${text}\0\0\0\0\0\0\0\0`);
  return { bytes, length: bytes.length - 8 };
}
