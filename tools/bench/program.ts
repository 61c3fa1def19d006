/**
 * A program that is measured on a folder.
 */
export interface Program {
  readonly name: string;
  /** The command; its first word is the program that is run. */
  readonly command: readonly string[];
  /** Done before each run, and not measured. */
  readonly prepare?: () => void;
  /** Exit statuses that mean that the folder was read. */
  readonly statuses: readonly number[];
  /**
   * Relative paths of the listed files that the program did not read, from what it wrote to
   * standard error or from a run of its own. Throws an Error with a
   * message for the user if the program read other files than those listed.
   */
  readonly leftOut: (messages: string) => readonly string[];
}
