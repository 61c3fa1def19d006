/**
 * The programs on one folder, side by side. MB of source are millions of bytes, MB of memory are 1,048,576 bytes.
 */
import type { Measurement } from './measurement.js';

const NAME_WIDTH = 15;
const FIGURE_WIDTH = 10;

export function table(measurements: readonly Measurement[]): string {
  const head = ['rounds', 'CPU s', 'wall s', 'files', 'MB', 'MB/s', 'peak MB'];
  const rows = measurements.map((one) => row(one.program.name, figures(one)));
  return [row('', head), ...rows, ...measurements.map(leftOutText)].join('');
}

/** MB/s is of wall time. */
function figures(one: Measurement): string[] {
  const megabytes = one.bytesRead / 1e6;
  return [
    String(one.rounds),
    one.cpuSeconds.toFixed(3),
    one.wallSeconds.toFixed(3),
    String(one.filesRead),
    megabytes.toFixed(1),
    (megabytes / one.wallSeconds).toFixed(1),
    one.peakBytes === undefined ? 'unknown' : (one.peakBytes / 1048576).toFixed(0),
  ];
}

function row(name: string, columns: readonly string[]): string {
  return `${name.padEnd(NAME_WIDTH)}${columns.map((text) => text.padStart(FIGURE_WIDTH)).join('')}\n`;
}

function leftOutText({ program, leftOut }: Measurement): string {
  if (leftOut.length === 0) return '';
  const more = leftOut.length > 3 ? ', ...' : '';
  return `${program.name} does not read ${leftOut.length} of the files: ${leftOut.slice(0, 3).join(', ')}${more}\n`;
}
