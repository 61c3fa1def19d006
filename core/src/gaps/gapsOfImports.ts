/**
 * The gaps of imports beside those of the source: what the source tells, with its places, is not told a second time.
 */
import type { Knowledge } from '../knowledge/knowledge.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import type { Use } from '../uses/use.js';
import type { Gap, TargetGap } from './gap.js';
import { loadsBinaries } from './importStatement.js';
import { BADNESS } from './possibleCases.js';

/** What is known of the source beside the binaries. */
export interface SourceFindings {
  readonly gaps: readonly Gap[];
  /** Whether any source was read. */
  readonly isRead: boolean;
  /** Whether the source uses the feature at all. */
  uses(feature: string): boolean;
  /** Whether it does so in code that is compiled on the target, or may be. */
  usesOn(feature: string, target: TargetSpec): boolean;
}

/**
 * The gaps of the source, with the binaries that import the same, and behind them those of the binaries that the
 * source does not tell.
 * @param uses those of the binaries.
 * @param gaps theirs.
 */
export function withGapsOfImports(
  source: SourceFindings,
  uses: readonly Use[],
  gaps: readonly Gap[],
  knowledge: Knowledge,
): Gap[] {
  const confirmed = withImporters(source.gaps, uses, knowledge);
  const ofSource = byFeature(source.gaps);
  const told: Gap[] = [];
  for (const gap of worstOfBinaries(gaps)) {
    if (!source.isRead) {
      told.push(gap);
      continue;
    }
    const features = gap.use.kind === 'import' ? featuresOf(gap.use, knowledge) : [];
    const same = features.flatMap((feature) => ofSource.get(feature) ?? []);
    const isUsed = features.some((one) => source.uses(one));
    const isUsedOn = (target: TargetSpec): boolean => features.some((one) => source.usesOn(one, target));
    const targets = gap.targets.filter(({ target }) => {
      // There the source is what counts; the binary only shows what else is linked to it.
      if (!loadsBinaries(target, knowledge)) return gap.use.kind === 'import' && !isUsed;
      return !isUsedOn(target) || isOpenOn(target, same);
    });
    if (targets.length === 0) continue;
    const { severity } = targets[0];
    if (gap.use.kind === 'import') {
      const isConditional = targets.some(({ target }) => isUsedOn(target));
      const inSource = isConditional ? 'conditional' : isUsed ? 'left-out' : 'none';
      told.push({ ...gap, targets, severity, inSource });
    } else told.push({ ...gap, targets, severity });
  }
  return [...confirmed, ...told];
}

/** Whether the source has gaps there, all of them under conditions that nobody can decide: the import decides them. */
function isOpenOn(target: TargetSpec, gaps: readonly Gap[]): boolean {
  const here = gaps.flatMap((gap) => gap.targets.filter((one) => one.target === target));
  return here.length > 0 && here.every(({ tags }) => tags.includes('conditional'));
}

/** The gaps of the source; those whose feature a binary imports say which ones do. */
function withImporters(gaps: readonly Gap[], uses: readonly Use[], knowledge: Knowledge): Gap[] {
  const importers = new Map<string, Set<string>>();
  for (const use of uses) {
    if (use.kind !== 'import') continue;
    for (const feature of featuresOf(use, knowledge)) {
      const paths = importers.get(feature);
      if (paths) paths.add(use.path);
      else importers.set(feature, new Set([use.path]));
    }
  }
  return gaps.map((gap) => {
    const paths = gap.use.tags.length === 0 ? importers.get(gap.use.feature) : undefined;
    return paths ? { ...gap, importedBy: [...paths] } : gap;
  });
}

/** Features of the program's own code; tests and macro bodies speak for nothing. */
function byFeature(gaps: readonly Gap[]): Map<string, Gap[]> {
  const result = new Map<string, Gap[]>();
  for (const gap of gaps) {
    if (gap.use.tags.length > 0) continue;
    const list = result.get(gap.use.feature);
    if (list) list.push(gap);
    else result.set(gap.use.feature, [gap]);
  }
  return result;
}

/** Features that the source may use where a binary imports the symbol. */
function featuresOf({ feature, name }: Use, knowledge: Knowledge): readonly string[] {
  const names = knowledge.interfacesOf(name);
  return names.length > 1 ? names.map((one) => `function/${one}`) : [feature];
}

/** Of several symbols of one function in one binary (`open` and `open64`) the one that fares worst. */
function worstOfBinaries(gaps: readonly Gap[]): Gap[] {
  const worst = new Map<string, Gap>();
  for (const gap of gaps) {
    const { path, feature, symbol } = gap.use;
    const key = `${path}\n${feature}\n${symbol}`;
    const known = worst.get(key);
    if (!known || badness(gap.targets) > badness(known.targets)) worst.set(key, gap);
  }
  return [...worst.values()];
}

function badness(targets: readonly TargetGap[]): number {
  return Math.max(...targets.map(({ behaviour }) => BADNESS[behaviour]));
}
