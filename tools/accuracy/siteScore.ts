/**
 * Findings against the places that a build proves.
 */
import type { Finding } from './findings.js';
import type { PackageSites, Site } from './truth.js';

/** What a finding turns out to be. */
export type FindingClass =
  | 'true'
  /** In compiled code, where the build uses nothing of that name. */
  | 'false'
  /** In a branch of an `#if` that the build left out, or a comment. */
  | 'inactive'
  /** In a file that took no part in the build. */
  | 'not-built'
  /** In a macro definition that something uses, or that nothing uses. */
  | 'macro-used'
  | 'macro-unused';

/** What becomes of a place of the truth. */
export type SiteClass = `${'direct' | 'indirect' | 'data'}-${'found' | 'missed'}`;

export interface SiteScore {
  readonly findings: Readonly<Record<FindingClass, number>>;
  readonly sites: Readonly<Record<SiteClass, number>>;
  /** One line for each finding that is not true and each place that was missed. */
  readonly errors: readonly { readonly kind: FindingClass | SiteClass; readonly text: string }[];
}

/** A build may give a call that spans lines another of its lines. */
const SLACK_LINES = 2;

export function scoreSites(
  findings: readonly Finding[],
  truth: PackageSites,
  names: ReadonlySet<string>,
): SiteScore {
  const counted: Record<FindingClass, number> = {
    true: 0,
    false: 0,
    inactive: 0,
    'not-built': 0,
    'macro-used': 0,
    'macro-unused': 0,
  };
  const sites: Record<SiteClass, number> = {
    'direct-found': 0,
    'direct-missed': 0,
    'indirect-found': 0,
    'indirect-missed': 0,
    'data-found': 0,
    'data-missed': 0,
  };
  const errors: { kind: FindingClass | SiteClass; text: string }[] = [];
  const wanted = truth.sites.filter(([, , name]) => names.has(name));
  const byPlace = grouped(wanted, ([file, , name]) => `${file} ${name}`);
  const built = new Set(truth.files);
  const hidden = new Set(wanted.filter(([, , , kind]) => kind === 'indirect').map(([, , name]) => name));

  const unique = new Map(findings.map((one) => [`${one.file}:${one.line} ${one.name}`, one]));
  for (const [text, one] of unique) {
    const kind = classOf(one, byPlace.get(`${one.file} ${one.name}`) ?? [], truth, built, hidden);
    counted[kind]++;
    if (kind !== 'true') errors.push({ kind, text });
  }
  const found = grouped([...unique.values()], ({ file, name }) => `${file} ${name}`);
  for (const [file, line, name, kind] of wanted) {
    const here = found.get(`${file} ${name}`) ?? [];
    // The object file of a table does not say its line.
    const isFound = kind === 'data' ? here.length > 0 : here.some((one) => isNear(one.line, line));
    const group = kind === 'call' || kind === 'ref' ? 'direct' : kind;
    const result: SiteClass = `${group}-${isFound ? 'found' : 'missed'}`;
    sites[result]++;
    if (!isFound) errors.push({ kind: result, text: `${file}:${line} ${name}` });
  }
  return { findings: counted, sites, errors };
}

function classOf(
  { file, line, name }: Finding,
  sites: readonly Site[],
  truth: PackageSites,
  built: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
): FindingClass {
  if (!built.has(file)) return 'not-built';
  if (sites.some(([, at, , kind]) => isNear(at, line) || kind === 'data')) return 'true';
  if (truth.define_lines[file]?.includes(line)) return hidden.has(name) ? 'macro-used' : 'macro-unused';
  const isActive = truth.active[file]?.some(([first, last]) => first <= line && line <= last) ?? false;
  return isActive ? 'false' : 'inactive';
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= SLACK_LINES;
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
