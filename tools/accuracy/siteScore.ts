/**
 * Findings against the places that a build proves.
 */
import type { Finding } from './findings.js';
import type { FindingKind, Judgement } from './judgement.js';
import type { PackageSites, Site } from './truth.js';

/** A build may give a call that spans lines another of its lines. */
const SLACK_LINES = 2;

/** Judges each finding, then each place of the truth. A name found several times on a line counts once. */
export function scoreSites(
  findings: readonly Finding[],
  truth: PackageSites,
  names: ReadonlySet<string>,
): Judgement[] {
  const sites = truth.sites.filter(([, , name]) => names.has(name));
  const sitesAt = grouped(sites, ([file, , name]) => `${file} ${name}`);
  const built = new Set(truth.files);
  const hidden = new Set(sites.filter(([, , , kind]) => kind === 'indirect').map(([, , name]) => name));
  const unique = [...new Map(findings.map((one) => [`${one.file}:${one.line} ${one.name}`, one])).values()];
  const judgements: Judgement[] = unique.map((one) => ({
    kind: findingKind(one, sitesAt.get(`${one.file} ${one.name}`) ?? [], truth, built, hidden),
    name: one.name,
    place: `${one.file}:${one.line}`,
  }));
  const foundAt = grouped(unique, ({ file, name }) => `${file} ${name}`);
  for (const [file, line, name, kind] of sites) {
    const here = foundAt.get(`${file} ${name}`) ?? [];
    // The object file of a table does not say its line.
    const isFound = kind === 'data' ? here.length > 0 : here.some((one) => isNear(one.line, line));
    const group = kind === 'call' || kind === 'ref' ? 'direct' : kind;
    judgements.push({ kind: `${group}-${isFound ? 'found' : 'missed'}`, name, place: `${file}:${line}` });
  }
  return judgements;
}

function findingKind(
  { file, line, name }: Finding,
  sites: readonly Site[],
  truth: PackageSites,
  built: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
): FindingKind {
  if (!built.has(file)) return 'not-built';
  if (sites.some(([, at, , kind]) => isNear(at, line) || kind === 'data')) return 'true';
  if (truth.define_lines[file]?.includes(line)) return hidden.has(name) ? 'macro-used' : 'macro-unused';
  const isActive = truth.active[file]?.some(([first, last]) => first <= line && line <= last) ?? false;
  return isActive ? 'false' : 'inactive';
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= SLACK_LINES;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
