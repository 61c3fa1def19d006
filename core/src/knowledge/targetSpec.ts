/**
 * Names of targets as users write them: `osv`, `osv@0.57`, `osv+linux-ld`, `osv@master+linux-ld`.
 */
import type { Knowledge, TargetInfo } from './knowledge.js';
import { nearestName } from './nearestName.js';

/** A target with its version and build options. */
export interface TargetSpec {
  readonly id: string;
  readonly version: string;
  /** Sorted. */
  readonly options: readonly string[];
}

/** The target that a text names, or a sentence that says what is wrong with it and what exists. */
export function parseTargetSpec(
  text: string,
  knowledge: Pick<Knowledge, 'targets'>,
): { value: TargetSpec } | { problem: string } {
  const match = /^([^@+]*)(?:@([^@+]*))?((?:\+[^@+]*)*)$/.exec(text.trim());
  if (!match) return { problem: `"${text}" is not a target: write id, id@version or id+option.` };
  const [, id, version, optionText] = match;
  const info = knowledge.targets.get(id);
  if (!info) return { problem: unknownName('target', id, [...knowledge.targets.keys()]) };
  const versions = info.versions.map((one) => one.id);
  if (version !== undefined && !versions.includes(version)) {
    return { problem: unknownName(`version of ${info.name}`, version, versions) };
  }
  const known = Object.keys(info.options);
  const options = [...new Set(optionText.split('+').slice(1))].sort();
  const unknown = options.find((option) => !known.includes(option));
  if (unknown !== undefined) return { problem: unknownName(`option of ${info.name}`, unknown, known) };
  const spec: TargetSpec = { id, version: version ?? versions[versions.length - 1], options };
  const early = options.find((option) => !holdsFor(info, spec.version, info.options[option]));
  if (early !== undefined) {
    return {
      problem: `${info.name} ${spec.version} has no option "${early}"${rangeText(info.options[early])}.`,
    };
  }
  return { value: spec };
}

/** How the spec is written; the default version is left out where the target is given. */
export function formatTargetSpec(spec: TargetSpec, info?: TargetInfo): string {
  const newest = info?.versions[info.versions.length - 1]?.id;
  const version = spec.version === newest ? '' : `@${spec.version}`;
  return `${spec.id}${version}${spec.options.map((option) => `+${option}`).join('')}`;
}

/** Whether something with these limits holds for a version of the target. `until` is exclusive. */
export function holdsFor(
  info: Pick<TargetInfo, 'versions'>,
  version: string,
  limits: { since?: string; until?: string },
): boolean {
  const order = (id: string): number => info.versions.findIndex((one) => one.id === id);
  const asked = order(version);
  if (limits.since !== undefined && asked < order(limits.since)) return false;
  return limits.until === undefined || asked < order(limits.until);
}

function rangeText(limits: { since?: string; until?: string }): string {
  if (limits.since !== undefined) return `: it exists since ${limits.since}`;
  return limits.until === undefined ? '' : `: it exists before ${limits.until}`;
}

function unknownName(what: string, name: string, known: readonly string[]): string {
  if (known.length === 0) return `There is no ${what} "${name}": there are none.`;
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return `There is no ${what} "${name}".${hint} Known: ${known.join(', ')}.`;
}
