/**
 * `unigap merge`: the report of a scan whose shares were read one by one.
 */

import { NO_BINARIES } from '#core/binaries/programBinaries.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { NO_SETTINGS } from '#core/project/projectSettings.js';
import { mergedProgram } from '#core/record/mergedProgram.js';
import { BuildFilesRead } from '#core/scan/readBuildFiles.js';
import type { ReadProgram } from '#core/scan/readProgram.js';
import type { MergeRequest } from '../commandLine.js';
import { fail } from '../exitStatus.js';
import type { FollowedBuild } from '../followedBuild.js';
import { JoinedWorkspace } from '../joinedWorkspace.js';
import { projectFileFrom } from '../projectFile.js';
import { type Project, tellProblems } from '../projects.js';
import { followBuild } from '../scan/followBuild.js';
import { nothingScanned } from '../scan/nothingScanned.js';
import { nodeFilesOf, type Sources } from '../scan/readSources.js';
import { beginReport, reportScan } from '../scan/reportScan.js';
import { scannedRoots } from '../scan/scannedRoots.js';
import { excludesOf, type ScanSubject, scanSubject } from '../scan/scanSubject.js';
import { needsFingerprints } from '../scanBaseline.js';
import { shippedDigest, shippedKnowledge } from '../shipped.js';
import { readShard, type Shard, type ShardedProject, type ShardedScan } from './shardFile.js';
import { sizedFiles } from './shares.js';

/** Prints the report; returns the exit status. */
export async function mergeCommand(request: MergeRequest): Promise<number> {
  const shards: { file: string; shard: Shard }[] = [];
  for (const file of request.files) {
    const shard = readShard(file);
    if ('problem' in shard) return fail(shard.problem);
    shards.push({ file, shard });
  }
  const problem = problemOf(shards);
  if (problem !== undefined) return fail(problem);
  const { scan } = shards[0].shard;
  const knowledge = shippedKnowledge();
  const projects = projectsOf(scan.projects, knowledge);
  const made = scanSubject({ paths: scan.paths, prefixes: scan.prefixes, projects }, request, knowledge);
  if ('problem' in made) return fail(made.problem);
  const subject = made.value;
  if (subject.vocabularyKey !== scan.vocabulary) {
    return fail(
      'the shards were not read for this report: --uses and targets with options have to be given to scan --shard as to merge.',
    );
  }
  const basis = beginReport(subject, request);
  if ('problem' in basis) return fail(basis.problem);
  const found = needsFingerprints(request) ? await sourcesOf(subject, scan) : { value: NO_FILES };
  if ('problem' in found) return fail(found.problem);
  const program = mergedProgram(
    shards.map(({ shard }) => shard),
    scan.unlisted,
    new BuildFilesRead(scan.build.files, scan.build.bytes, scan.build.skipped),
    scan.operations,
    subject.vocabulary,
  );
  const built = await buildOfShards(subject, scan, request, program);
  if (built && 'problem' in built) return fail(built.problem);
  const { paths, leftOut } = scan;
  const nothing = nothingScanned(paths, program, NO_BINARIES, false, leftOut.excluded);
  if (nothing !== undefined) return fail(nothing);
  const sources = { program, built, summary: program, binaries: NO_BINARIES, leftOut, findings: undefined };
  return reportScan(subject, { ...sources, files: found.value }, request, basis.value);
}

/** Nothing in the report asks for them. */
const NO_FILES: Sources['files'] = new JoinedWorkspace([]);

/** The build that lies beside the sources: it is followed where they were scanned, or not at all. */
async function buildOfShards(
  subject: ScanSubject,
  { paths, followed }: ShardedScan,
  request: MergeRequest,
  program: ReadProgram,
): Promise<FollowedBuild | { problem: string } | undefined> {
  const roots = scannedRoots(paths);
  const built = 'value' in roots ? await followBuild(subject, roots.value, request, program) : undefined;
  if (built || followed === null || !request.followBuild) return built;
  return {
    problem: `the sources lay beside a build (${followed}) that is not here: merge where they were scanned, or with --no-build.`,
  };
}

/** The files that were scanned, if they lie here as they did. */
async function sourcesOf(
  subject: ScanSubject,
  { paths, honourIgnore, files: digest }: ShardedScan,
): Promise<{ value: Sources['files'] } | { problem: string }> {
  const roots = scannedRoots(paths);
  if ('value' in roots) {
    const { files } = nodeFilesOf(excludesOf(subject), roots.value, { honourIgnore });
    if ((await sizedFiles(files)).digest === digest) return { value: files };
  }
  return {
    problem:
      'baselines and SARIF tell gaps by their lines: merge where the sources lie as they were scanned.',
  };
}

/** Why files are not the shards of one scan, each once. */
function problemOf(shards: readonly { file: string; shard: Shard }[]): string | undefined {
  const [first] = shards;
  const { of } = first.shard.share;
  if (first.shard.scan.program !== shippedDigest()) {
    return `${first.file} was written by another version of unigap; scan and merge with the same one.`;
  }
  const seen = new Map<number, string>();
  for (const { file, shard } of shards) {
    const difference = differenceOf(first.shard, shard);
    if (difference !== undefined) {
      return `${first.file} and ${file} are shards of different scans: ${difference}.`;
    }
    const { number } = shard.share;
    const twin = seen.get(number);
    if (twin !== undefined) return `${twin} and ${file} are both shard ${number}/${of}.`;
    seen.set(number, file);
  }
  const missing: string[] = [];
  for (let number = 1; number <= of; number++) if (!seen.has(number)) missing.push(`${number}/${of}`);
  if (missing.length === 0) return undefined;
  const named = missing.slice(0, NAMED).join(', ') + (missing.length > NAMED ? ' and more' : '');
  return `${missing.length === 1 ? 'shard' : 'shards'} ${named} ${missing.length === 1 ? 'is' : 'are'} missing.`;
}

const NAMED = 8;

const DIFFERENCES: readonly (readonly [keyof ShardedScan, string])[] = [
  ['program', 'they were written by different versions of unigap'],
  ['paths', 'other paths were scanned'],
  ['prefixes', 'they were scanned from other folders'],
  ['projects', 'unigap.json is not the same'],
  ['vocabulary', '--uses or the options of targets are not the same'],
  ['files', 'the files or their sizes are not the same'],
  ['headers', 'the headers are not the same'],
  ['leftOut', 'other files were left out'],
  ['followed', 'a build lay beside the sources of one only'],
  ['honourIgnore', '--no-ignore was not given to both'],
  ['unlisted', 'other files could not be read'],
];

function differenceOf(a: Shard, b: Shard): string | undefined {
  if (a.share.of !== b.share.of) return `${a.share.of} and ${b.share.of} shards`;
  return DIFFERENCES.find(([field]) => JSON.stringify(a.scan[field]) !== JSON.stringify(b.scan[field]))?.[1];
}

function projectsOf(sharded: readonly ShardedProject[], knowledge: Knowledge): readonly Project[] {
  const known = new Map<string, Project>();
  return sharded.map((one) => {
    const key = JSON.stringify(one);
    let project = known.get(key);
    if (!project) {
      const { fileName, text, isWhole } = one;
      const file = text === null ? undefined : projectFileFrom(text, knowledge);
      tellProblems(fileName, file, (line) => process.stderr.write(`${line}\n`));
      project = { fileName, file, settings: file?.settings ?? NO_SETTINGS, isWhole };
      known.set(key, project);
    }
    return project;
  });
}
