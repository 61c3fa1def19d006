/**
 * The runs of one program on one folder.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './median.js';
import type { Program } from './program.js';
import { type Run, runProgram } from './runProgram.js';
import type { SourceFiles } from './sourceFiles.js';

export class Measurement {
  private readonly runs: Run[] = [];
  /** Listed files that the program does not read; known after the first run. */
  leftOut: readonly string[] = [];

  constructor(
    readonly program: Program,
    private readonly files: SourceFiles,
    private readonly scratch: string,
  ) {}

  /** Runs the program once. Rejects if it fails or reads other files than it should. */
  async run(): Promise<void> {
    const output = join(this.scratch, 'output');
    const messages = join(this.scratch, 'messages');
    const { name, command, statuses, leftOut, prepare } = this.program;
    prepare?.();
    const run = await runProgram(command, output, messages);
    if (run.status === null || !statuses.includes(run.status)) {
      throw new Error(
        `${name} failed with status ${run.status}: ${readFileSync(messages, 'utf8').slice(0, 2000)}`,
      );
    }
    if (this.runs.length === 0) this.leftOut = leftOut(readFileSync(messages, 'utf8'));
    this.runs.push(run);
  }

  get rounds(): number {
    return this.runs.length;
  }

  get cpuSeconds(): number {
    return median(this.runs.map((run) => run.cpuSeconds));
  }

  get wallSeconds(): number {
    return median(this.runs.map((run) => run.wallSeconds));
  }

  /** The largest of all rounds; undefined if the system tells none. */
  get peakBytes(): number | undefined {
    const peaks = this.runs.flatMap((run) => run.peakBytes ?? []);
    return peaks.length > 0 ? Math.max(...peaks) : undefined;
  }

  get filesRead(): number {
    return this.files.sizes.size - this.leftOut.length;
  }

  get bytesRead(): number {
    return this.files.bytes - this.leftOut.reduce((sum, path) => sum + (this.files.sizes.get(path) ?? 0), 0);
  }
}
