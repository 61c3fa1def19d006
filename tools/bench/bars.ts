/**
 * What the figures have to reach. A bar whose figure was not measured is neither reached nor missed.
 */
import type { Measurement } from './measurement.js';

export interface Bar {
  readonly text: string;
  readonly state: 'reached' | 'missed' | 'not measured';
}

const MOST_TIMES_RIPGREP = 3;
const MOST_TIMES_ALONE = 0.25;
const MOST_TIMES_AST_GREP = 0.1;
const MOST_PEAK_BYTES = 256 * 1024 * 1024;
const MOST_WAIT_MILLISECONDS = 250;

/**
 * The bars of one folder. A program that was not run is undefined.
 * @param ruleEach ast-grep with a rule for each function: what tells each finding with an id and a message of its own.
 */
export function folderBars(
  own: Measurement,
  ripgrep: Measurement | undefined,
  ruleEach: Measurement | undefined,
): Bar[] {
  return [
    ratioBar('ripgrep', own, ripgrep, MOST_TIMES_RIPGREP),
    ratioBar('ast-grep with a rule for each function', own, ruleEach, MOST_TIMES_AST_GREP),
    peakBar(own.peakBytes),
  ];
}

/** @param again a scan that takes up what another one has left. */
export function warmBar(own: Measurement, again: Measurement): Bar {
  return ratioBar('a scan by itself', again, own, MOST_TIMES_ALONE);
}

/** @param milliseconds from the start of the process to the first finding. */
export function waitBar(milliseconds: number): Bar {
  return {
    text: `first finding after ${milliseconds.toFixed(0)} ms, less than ${MOST_WAIT_MILLISECONDS}`,
    state: milliseconds < MOST_WAIT_MILLISECONDS ? 'reached' : 'missed',
  };
}

function ratioBar(name: string, own: Measurement, other: Measurement | undefined, most: number): Bar {
  const limit = `at most ${most}`;
  if (!other) return { text: `CPU time over that of ${name}, ${limit}`, state: 'not measured' };
  const times = own.cpuSeconds / other.cpuSeconds;
  return {
    text: `${times.toFixed(times < 0.1 ? 4 : 2)} times the CPU time of ${name}, ${limit}`,
    state: times <= most ? 'reached' : 'missed',
  };
}

function peakBar(bytes: number | undefined): Bar {
  const limit = `at most ${MOST_PEAK_BYTES / 1048576} MB`;
  if (bytes === undefined) return { text: `peak memory, ${limit}`, state: 'not measured' };
  return {
    text: `peak memory ${(bytes / 1048576).toFixed(0)} MB, ${limit}`,
    state: bytes <= MOST_PEAK_BYTES ? 'reached' : 'missed',
  };
}
