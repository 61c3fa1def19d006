/**
 * `unigap scan`: reads the folders, prints the report, answers with the exit status.
 */
import type { ScanRequest } from './commandLine.js';
import { fail } from './exitStatus.js';
import { noProjects, readProjects } from './projects.js';
import { nothingScanned } from './scan/nothingScanned.js';
import { readSources } from './scan/readSources.js';
import { beginReport, reportScan } from './scan/reportScan.js';
import { scannedRoots } from './scan/scannedRoots.js';
import { scanSubject } from './scan/scanSubject.js';
import { ToldScan } from './scan/toldScan.js';
import { shardCommand } from './shard/shardCommand.js';
import { shippedKnowledge } from './shipped.js';
import { Changes } from './since/changes.js';

/** Runs the scan; returns the exit status. Messages for the user go to standard error. */
export async function scanCommand(request: ScanRequest): Promise<number> {
  const found = scannedRoots(request.paths);
  if ('problem' in found) return fail(found.problem);
  const roots = found.value;
  const told = ToldScan.of(request, roots);
  const before = await told?.again();
  if (before) {
    process.stdout.write(before.text);
    return before.status;
  }
  const knowledge = shippedKnowledge();
  const projects = request.followProject
    ? readProjects(roots, knowledge, (line) => process.stderr.write(`${line}\n`))
    : { value: noProjects(roots) };
  if ('problem' in projects) return fail(projects.problem);
  const prefixes = roots.map(({ prefix }) => prefix);
  const made = scanSubject({ paths: request.paths, prefixes, projects: projects.value }, request, knowledge);
  if ('problem' in made) return fail(made.problem);
  const subject = made.value;
  if (request.shard && (request.binaries || roots.some(({ isBinary }) => isBinary)))
    return fail('a shard is of source only; scan binaries by themselves.');
  if (request.shard) return shardCommand(subject, roots, request, request.shard);
  const basis = beginReport(subject, request);
  if ('problem' in basis) return fail(basis.problem);
  const changes = request.since === undefined ? undefined : Changes.of(roots, request.since);
  if (changes && 'problem' in changes) return fail(changes.problem);
  const read = await readSources(subject, roots, request, told);
  if ('problem' in read) return fail(read.problem);
  const sources = read.value;
  const { summary, binaries, leftOut } = sources;
  const nothing = nothingScanned(
    request.paths,
    { ...summary, operations: sources.program.operations },
    binaries,
    request.binaries,
    leftOut.excluded,
  );
  if (nothing !== undefined) return fail(nothing);
  const onPiece = told && ((piece: string): void => told.add(piece));
  const status = await reportScan(subject, sources, request, basis.value, changes?.value, onPiece);
  if (sources.trace) told?.save(status, subject.projects, sources.trace);
  return status;
}
