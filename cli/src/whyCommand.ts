/**
 * `unigap why`: whether a build compiles a line, by target, and where that is known from.
 */
import { existsSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { judgementOf } from '#core/gaps/targetGap.js';
import { pathRole } from '#core/index/pathRole.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { subject } from '#core/messages/gapMessage.js';
import { type Placed, standingReasons } from '#core/messages/standingText.js';
import { DEFAULT_TARGETS, folderSettings } from '#core/project/folderSettings.js';
import { nameOf } from '#core/report/report.js';
import { chainAtLine } from '#core/scan/chainAtLine.js';
import { sourceLanguage } from '#core/scan/language.js';
import { readProgram } from '#core/scan/readProgram.js';
import { readText } from '#core/scan/readText.js';
import { usesByFile } from '#core/scan/usesByFile.js';
import { catalogueOf, vocabularyOf } from '#core/uses/knownNames.js';
import type { Use } from '#core/uses/use.js';
import type { WhyRequest } from './commandLine.js';
import { EXIT_CLEAN, fail } from './exitStatus.js';
import { namedTargets } from './namedTargets.js';
import { NodeWorkspace } from './nodeWorkspace.js';
import { progressLine } from './progress.js';
import { buildOf, noProjects, readProjects } from './projects.js';
import { followBuild } from './scan/followBuild.js';
import { shippedEngine, shippedKnowledge } from './shipped.js';

/** Prints what is known of the line; returns the exit status. */
export async function whyCommand(request: WhyRequest): Promise<number> {
  const knowledge = shippedKnowledge();
  const named = namedTargets(request.targets ?? [], knowledge);
  if ('problem' in named) return fail(named.problem);
  const folder = resolve(request.folder);
  const path = pathIn(folder, request);
  if (typeof path !== 'string') return fail(path.problem);
  const roots = [{ folder, only: undefined, prefix: '', isBinary: false }];
  const read = request.followProject
    ? readProjects(roots, knowledge, (line) => process.stderr.write(`${line}\n`))
    : { value: noProjects(roots) };
  if ('problem' in read) return fail(read.problem);
  const build = buildOf(read.value);
  const settings = folderSettings(
    { targets: DEFAULT_TARGETS, severities: [], exclude: [] },
    { ...build, targets: request.targets ?? build.targets },
    knowledge,
  );
  const catalogue = catalogueOf(knowledge);
  const vocabulary = vocabularyOf(knowledge, catalogue, true, settings.targets);
  const workspace = new NodeWorkspace(
    folder,
    request.honourIgnore,
    undefined,
    read.value[0].settings.exclude,
  );
  const progress = progressLine();
  const program = await readProgram(workspace, {
    vocabulary,
    catalogue,
    engine: shippedEngine(),
    progress: progress.update,
  });
  progress.end();
  const built = await followBuild({ settings, vocabulary }, roots, request, program);
  if (built && 'problem' in built) return fail(built.problem);
  const content = await readText(workspace, { path });
  if ('problem' in content) return fail(`${request.file} is not read: ${content.problem}.`);
  const { bytes, length } = content;
  const isCplusplus = sourceLanguage(path)?.cplusplus ?? false;
  const guard = chainAtLine(path, bytes, length, request.line - 1, isCplusplus, vocabulary);
  const inclusion = program.index.inclusionOf(path);
  const place: Placed = {
    path,
    guard,
    included: typeof inclusion === 'string' ? [] : inclusion,
    through: [],
    replaced: [],
    systems: pathRole(path).systems,
  };
  const uses: Use[] = [];
  for (const file of usesByFile(program, catalogue)) {
    if (file.path !== path) continue;
    for (const use of file.uses().uses) if (use.line === request.line - 1) uses.push(use);
  }
  const judged = settings.targets.map((target) => ({
    name: nameOf(target, knowledge),
    judgement: judgementOf(
      target,
      knowledge,
      program.index,
      { ...settings.definesFor(target), ...request.defines },
      built && { program: built.program, isTruth: settings.isBuildFor(target) },
    ),
  }));
  const lines = [`${path}:${request.line}`];
  for (const { name, judgement } of judged) lines.push(...standingLines(place, judgement, name));
  for (const use of macroUses(uses, knowledge)) {
    lines.push('', subject(use));
    for (const { name, judgement } of judged) lines.push(...standingLines(use, judgement, name));
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return EXIT_CLEAN;
}

function standingLines(
  place: Placed,
  judgement: Parameters<typeof standingReasons>[1],
  name: string,
): string[] {
  const { truth, sentences } = standingReasons(place, judgement, name);
  const verdict = { true: 'compiled', false: 'not compiled', undecided: 'compiled or not' }[truth];
  const because = sentences.length === 0 ? ', under no condition' : '';
  return [`${name}: ${verdict}${because}`, ...sentences.map((sentence) => `  ${sentence}`)];
}

/** Those that hang on more than where they stand, each once. */
function macroUses(uses: readonly Use[], knowledge: Knowledge): Use[] {
  const known = uses.filter((use) => knowledge.features.has(use.feature));
  const hanging = known.filter((use) => use.through.length > 0 || use.replaced.length > 0);
  return [...new Map(hanging.map((use) => [subject(use), use])).values()];
}

/** The file's path in the folder, with forward slashes. It may be named from here, or as reports of the folder tell it. */
function pathIn(folder: string, { file, folder: named }: WhyRequest): string | { problem: string } {
  const absolute = [resolve(file), resolve(folder, file)].find((path) => existsSync(path)) ?? resolve(file);
  try {
    if (!statSync(folder).isDirectory()) return { problem: `${named} is no folder.` };
    if (!statSync(absolute).isFile()) return { problem: `${file} is no file.` };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).path === folder ? named : file;
    return { problem: `${missing} does not exist or cannot be read.` };
  }
  const path = relative(folder, absolute).split(sep).join('/');
  if (path.startsWith('../'))
    return { problem: `${file} is not in ${named}; name the folder of its program.` };
  return sourceLanguage(path) ? path : { problem: `${file} is no C or C++ source.` };
}
