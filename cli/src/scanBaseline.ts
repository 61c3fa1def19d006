/**
 * The baseline of a scan: read before it, compared with what it found, or made anew from that.
 */
import { readFileSync } from 'node:fs';
import { type Baseline, baselineOf } from '#core/baseline/baseline.js';
import { baselineText, readBaseline } from '#core/baseline/baselineText.js';
import { compareBaseline } from '#core/baseline/compareBaseline.js';
import { type GapFingerprint, gapFingerprints } from '#core/baseline/gapFingerprint.js';
import { type WorsenedTarget, worsenedTargets } from '#core/baseline/worsenedTargets.js';
import type { Gap } from '#core/gaps/gap.js';
import { countText } from '#core/messages/scanText.js';
import type { Report, TargetReport } from '#core/report/report.js';
import type { Workspace } from '#core/workspace.js';
import type { ReportRequest } from './commandLine.js';
import { counts } from './newGaps.js';
import { problemOfWriting } from './outputs.js';
import { VERSION } from './version.js';

/** A program beside its baseline. */
export interface ComparedScan {
  /** Gaps that the baseline lacks. */
  readonly isNew: ReadonlySet<Gap>;
  /** How many gaps of the baseline are there no more. */
  readonly gone: number;
  readonly worsened: readonly WorsenedTarget[];
}

type Fingerprints = ReadonlyMap<Gap, GapFingerprint>;

/**
 * The baseline that a scan is asked to be compared with or to make anew; undefined where there is none.
 * @param targets as they are written on the command line.
 * @param tell is told what the baseline does not say of the scan.
 */
export function baselineOfScan(
  { baseline: file, updateBaseline: isUpdated, failOn }: ReportRequest,
  targets: readonly string[],
  tell: (sentence: string) => void,
): { value: Baseline | undefined } | { problem: string } {
  if (file === undefined) return { value: undefined };
  const read = baselineIn(file, isUpdated);
  if ('problem' in read || isUpdated || !read.value) return read;
  const { value } = read;
  const untold = targets.filter((one) => !value.targets.has(one));
  if (untold.length > 0 && failOn?.includes('verdict')) {
    return {
      problem: `${file} has no verdict for ${untold.join(', ')}. Make it anew with --update-baseline.`,
    };
  }
  if (untold.length > 0 || value.targets.size > targets.length) {
    const known = [...value.targets.keys()].join(', ');
    tell(`${file} was made for ${known}, and this scan is for ${targets.join(', ')}.`);
  }
  if (value.madeBy !== VERSION) {
    tell(
      `${file} was made by unigap ${value.madeBy}, this is ${VERSION}: what is known of a target may differ.`,
    );
  }
  return read;
}

/** @param isUpdated whether the file is to be written behind the scan, so that it may be missing. */
function baselineIn(file: string, isUpdated: boolean): { value: Baseline | undefined } | { problem: string } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code !== 'ENOENT') return { problem: `${file} cannot be read (${code}).` };
    return isUpdated
      ? { value: undefined }
      : { problem: `there is no baseline ${file}; --update-baseline makes it.` };
  }
  const read = readBaseline(text);
  if (!('problem' in read)) return read;
  // What the user did not mean to lose is not written over.
  const help = isUpdated ? 'Name another file, or delete this one.' : 'Make it anew with --update-baseline.';
  return { problem: `${file} ${read.problem}. ${help}` };
}

/** Of the gaps of a scan that count. */
export interface Comparison {
  /** Suppressed ones too; empty where nothing asks for them. */
  readonly fingerprints: Fingerprints;
  /** Of those that are told, which a baseline has. */
  readonly told: Fingerprints;
  /** Undefined where there is nothing to compare with. */
  readonly compared: ComparedScan | undefined;
}

/**
 * @param report with the gaps of any severity.
 * @param tell is told where the baseline seems to be of something else.
 */
export async function comparisonOf(
  request: ReportRequest,
  baseline: Baseline | undefined,
  report: Report,
  suppressed: readonly Gap[],
  workspace: Pick<Workspace, 'read'>,
  tell: (sentence: string) => void,
): Promise<Comparison> {
  if (!needsFingerprints(request)) return { fingerprints: new Map(), told: new Map(), compared: undefined };
  // Numbered together, so that a gap keeps its number when another one is suppressed.
  const fingerprints = await gapFingerprints([...report.gaps, ...suppressed].filter(counts), workspace);
  const told = without(suppressed, fingerprints);
  if (!baseline || request.updateBaseline) return { fingerprints, told, compared: undefined };
  const { isNew, known, gone } = compareBaseline(told, baseline.gaps);
  const paths = new Set(baseline.gaps.map(({ path }) => path));
  const isElsewhere = [...told.values()].every(({ path }) => !paths.has(path));
  if (known === 0 && isNew.size > 0 && gone > 0 && isElsewhere) {
    tell(`no file with gaps is in ${request.baseline}: was it made for other paths?`);
  }
  return {
    fingerprints,
    told,
    compared: { isNew, gone, worsened: worsenedTargets(report.targets, baseline) },
  };
}

/** Whether gaps are to be known again. That costs a second look at the files with gaps. */
export function needsFingerprints({ baseline, format, outputs }: ReportRequest): boolean {
  return baseline !== undefined || [format, ...outputs.map((one) => one.format)].includes('sarif');
}

function without<K, V>(keys: readonly K[], map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (keys.length === 0) return map;
  const left = new Map(map);
  for (const key of keys) left.delete(key);
  return left;
}

/** Writes the baseline anew; answers with what to tell the user. */
export function updateBaseline(
  file: string,
  before: Baseline | undefined,
  fingerprints: Fingerprints,
  targets: readonly TargetReport[],
): { done: string } | { problem: string } {
  const problem = problemOfWriting(file, baselineText(baselineOf(fingerprints.values(), targets, VERSION)));
  if (problem !== undefined) return { problem };
  const held = `${file} holds ${countText(fingerprints.size, 'gap')} now`;
  if (!before) return { done: `${held}.` };
  const { isNew, gone } = compareBaseline(fingerprints, before.gaps);
  return { done: `${held}: ${isNew.size} added, ${gone} taken out.` };
}
