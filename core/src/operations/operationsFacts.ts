/**
 * What the text of one operations file says: which programs are run from it, on what occasion, and what it asks of the
 * machine that runs the program. It knows no target and no other file.
 */
import type { FileProblem, Place } from '../facts/fileFacts.js';
import type { OperationsFormat } from './operationsFormat.js';

/** On what occasion a command is run. */
export type Occasion =
  /** A script that somebody starts; what it is for is not known. */
  | 'script'
  /** A rule of a Makefile. */
  | 'make'
  /** While an image is built: on the builder's machine, not where the program runs. */
  | 'image-build'
  /** The program itself, or what starts it: ENTRYPOINT, ExecStart, `command:`. */
  | 'start'
  /** Before the program is started: ExecStartPre, a container that prepares. */
  | 'before-start'
  | 'reload'
  /** When the program is to end: preStop, ExecStop. */
  | 'stop'
  /** To learn whether the program is well: an exec probe, HEALTHCHECK. */
  | 'probe'
  /** After a log file was put aside. */
  | 'log-rotation'
  /** At fixed times. */
  | 'schedule'
  /** In a script of a tracer or a debugger. */
  | 'tracing'
  /** In prose for people who run the program. */
  | 'runbook';

/** A command that is run. The place is that of the name, as it is written. */
export interface CommandRun extends Place {
  /** Base name of the program: `ps`. */
  readonly name: string;
  /** As it is written: `/usr/bin/ps`, `$PS`. */
  readonly written: string;
  /** The words behind it without their quotes; undefined for one that nobody can read. */
  readonly words: readonly (string | undefined)[];
  /** Programs that start it, the outermost first: `sudo`, `timeout`, `docker`. */
  readonly through: readonly string[];
  readonly occasion: Occasion;
  /** Offset of what it belongs to: of the probe around it, else of the command itself. In bytes. */
  readonly group: number;
  /** A test in the text that has to hold, as it is written: `command -v strace`. */
  readonly guard: string | undefined;
}

/** Something that a file asks of the machine: an exec probe, a core file. The place is that of the words that ask. */
export interface PracticePlace extends Place {
  /** Id of the feature: `practice/exec-probe`. */
  readonly feature: string;
  /** As it is written, in one line. */
  readonly written: string;
  /** Offset of what it belongs to; that of the place if nothing else is known. In bytes. */
  readonly group: number;
}

/** A file that is called by its path. */
export interface CalledPlace extends Place {
  /** As it is written: `/usr/local/bin/check.sh`. */
  readonly written: string;
}

export interface OperationsFacts {
  readonly path: string;
  readonly format: OperationsFormat;
  readonly byteLength: number;
  /** In the order of the text. */
  readonly runs: readonly CommandRun[];
  readonly practices: readonly PracticePlace[];
  /** Files that it calls, of formats that run something. */
  readonly called: readonly CalledPlace[];
  readonly problems: readonly FileProblem[];
}
